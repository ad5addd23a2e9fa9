import { isRefusal, refuse, type Decision, type DraftEntry, type Message, type Verdict } from '../procedure/decision.js';
import { enteredOn } from '../procedure/facts.js';
import type { Rule } from '../procedure/procedure.js';
import type { Act } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import type { Terms } from '../scheme/terms.js';
import type { AppraisalData } from './appraisal.data.js';
import { toExpert, toOfficer } from './appraisal.notices.js';
import { toApplication, type File } from './appraisal.rules.js';
import type { AppraisalStatus } from './appraisal.status.js';
import { submitScores } from './submit-scores.js';

type AppraisalRule = Rule<AppraisalStatus, AppraisalData, Terms['appraisal']>;

/**
 * The rule of an expert's answer, taken too when the answer was given in time (on paper) and entered after silence had counted as a refusal.
 * Fact `replaced`: true when the panel has gone on without this expert. Refuses `answer-late`, `panel-moved-on`.
 */
export function orInTime(rule: AppraisalRule): AppraisalRule {
  return (file, act, terms) => (file.status === 'no_show' ? inTime(rule, file, act, terms) : rule(file, act, terms));
}

function inTime(rule: AppraisalRule, file: File, act: Act, terms: Terms['appraisal']): Verdict {
  const { lostBy, missedOn, cleared } = file.data;
  // One who has not declared can't have accepted, and one who had accepted owes scores, not an answer.
  if (lostBy !== 'no-answer' || !missedOn || (act.name === 'accept' && cleared !== true)) return refuse('not-now', { act: act.name, status: file.status });
  if (act.on > missedOn) return refuse('answer-late', { answerOn: missedOn });
  if (act.facts['replaced'] === true) return refuse('panel-moved-on');
  const verdict = rule({ ...file, status: cleared === true ? 'declared' : 'invited' }, act, terms);
  if (isRefusal(verdict)) return verdict;
  const [answer] = verdict.entries;
  // The application has counted this expert as lost already.
  if (answer?.type === 'recused' || answer?.type === 'declined') return { ...verdict, messages: [] };
  return resumed(file, act, verdict, terms);
}

/**
 * The rule of the scores, taken too when they were signed before the expert counted as gone. Fact `replaced` as above.
 * Refuses `scores-late`, `panel-moved-on`, and as `submitScores`.
 */
export const scoresOrInTime: AppraisalRule = (file, act, terms) => {
  if (file.status !== 'no_show') return submitScores(file, act, terms);
  const { lostBy, missedOn } = file.data;
  if (lostBy !== 'no-scores' || !missedOn) return refuse('not-now', { act: act.name, status: file.status });
  if (act.on > missedOn) return refuse('scores-late', { limitOn: missedOn });
  if (act.facts['replaced'] === true) return refuse('panel-moved-on');
  const verdict = submitScores(file, act, terms);
  if (isRefusal(verdict)) return verdict;
  return {
    ...verdict,
    notices: [toOfficer(file, 'appraisal.reopened-officer', `reopened/${file.seq + 1}`, { whileStatus: ['submitted'] })],
    messages: [resumption(file), ...(verdict.messages ?? [])],
  };
};

/** The expert is back on the panel; one who has only declared gets the time to answer once more, from the day of entry. */
function resumed(file: File, act: Act, { entries, notices = [] }: Decision, terms: Terms['appraisal']): Decision {
  const again = { kind: 'answer-due', rule: { from: enteredOn(act), workingDays: terms.answerWorkingDays, skipClosedPeriods: true }, marks: reminders(terms.answerReminders) };
  const armed = entries.map((one): DraftEntry => (one.type === 'declared-clear' ? { ...one, arm: [again] } : one));
  const key = `reopened/${file.seq + 1}`;
  return {
    entries: armed,
    notices: [
      ...notices,
      toExpert(file, 'appraisal.reopened', key, { dates: { answerOn: 'answer-due' }, whileStatus: ['declared', 'accepted'] }),
      toOfficer(file, 'appraisal.reopened-officer', key, { whileStatus: ['declared', 'accepted'] }),
    ],
    messages: [resumption(file)],
  };
}

/** The application had counted the expert as lost. */
function resumption(file: File): Message {
  return toApplication({ ...file, data: { ...file.data, resumed: true } }, 'appraisalResumed', { n: file.data.n });
}
