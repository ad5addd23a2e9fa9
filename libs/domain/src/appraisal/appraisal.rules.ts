import type { Act, Facts } from '../procedure/act.js';
import { dueOf, type Mark, reminders } from '../procedure/deadline.js';
import { type Decision, type DraftEntry, entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { comingAbsences, skipping } from './absences.js';
import { type AppraisalData, clientOf, type LossCause } from './appraisal.data.js';
import { toExpert, toOfficer } from './appraisal.notices.js';
import type { AppraisalStatus } from './appraisal.status.js';
import { visitDue } from './visit.rules.js';

export type File = Standing<AppraisalStatus, AppraisalData>;
type AppraisalTerms = Terms['appraisal'];

/**
 * The secretariat has named the expert. Facts: application, expert, call, pole, n, dueOn?, absences? (the expert's, which lengthen
 * the time to answer; when a person is away is not for the journal).
 */
export function invite(file: File, act: Act, terms: AppraisalTerms): Verdict {
  const { absences: _absences, ...facts } = act.facts;
  const rule = { from: act.on, workingDays: terms.answerWorkingDays, skipClosedPeriods: true, ...skipping(comingAbsences(act.facts, act.on)) };
  return {
    entries: [{ type: 'invited', facts, arm: [{ kind: 'answer-due', rule, marks: reminders(terms.answerReminders) }] }],
    notices: [toExpert(file, 'appraisal.invited', 'invited', { dates: { answerOn: 'answer-due' }, whileStatus: ['invited', 'declared'] }, textFact(act.facts, 'expert'))],
  };
}

/** The expert says whether there is a conflict of interest; with one, the expert is recused at once. Facts: conflict, conflictKind? */
export function declare(file: File, act: Act): Verdict {
  if (act.facts['conflict'] === true) {
    const kind = act.facts['conflictKind'];
    const facts: Facts = typeof kind === 'string' ? { conflictKind: kind } : {};
    return lost(file, entry('recused', act, facts), 'recused', [toOfficer(file, 'appraisal.conflict', 'recused')]);
  }
  if (file.status !== 'invited') return refuse('already-declared');
  return { entries: [entry('declared-clear', act)] };
}

/**
 * The expert takes the task; the time to score begins. Facts: undertaking (id of the undertaking given for this call, null without
 * one), absences?. Refuses `undertaking-missing`.
 */
export function accept(file: File, act: Act, terms: AppraisalTerms): Verdict {
  const { undertaking } = act.facts;
  if (undertaking === null) return refuse('undertaking-missing', { call: file.data.call });
  const { dueOn } = file.data;
  const rule = dueOn !== null && dueOn > act.on ? { on: dueOn } : { from: act.on, after: terms.score, skipClosedPeriods: true, ...skipping(comingAbsences(act.facts, act.on)) };
  const facts: Facts = { ...(typeof undertaking === 'string' ? { undertaking } : {}), ...(terms.visit ? { visit: true } : {}) };
  return {
    entries: [{ ...entry('accepted', act, facts), arm: [{ kind: 'score-due', rule, marks: scoreMarks(terms) }, ...visitDue(act.on, terms)] }],
    notices: [toExpert(file, 'appraisal.accepted', 'accepted', { dates: { dueOn: 'score-due' }, whileStatus: ['accepted'] })],
  };
}

/** The expert declines, or gives the task back; the reason is content and need not be given. */
export function decline(file: File, act: Act): Verdict {
  return lost(file, entry('declined', act), 'declined', [toOfficer(file, 'appraisal.declined', 'declined')]);
}

/**
 * The secretariat takes the task from an expert, who is told that it is over. Facts: keepDeadline? or dueOn?, the due date of whoever comes after.
 * Refuses `date-in-the-past` for that date.
 */
export function replace(file: File, act: Act): Verdict {
  const moved = optionalText(act.facts, 'dueOn');
  if (moved !== null && moved < act.on) return refuse('date-in-the-past', { to: moved });
  const kept = act.facts['keepDeadline'] === true ? scoreDue(file) || file.data.dueOn : null;
  const dueOn = moved ?? kept;
  const facts: Facts = dueOn === null ? {} : { dueOn };
  return lost(file, entry('replaced', act, facts), 'replaced', [toExpert(file, 'appraisal.cancelled', 'replaced')], facts);
}

/** An objection of the applicant's to this expert was accepted. Facts: settled, true when the application has counted submitted scores as lost itself. */
export function takeFromObjected(file: File, act: Act): Verdict {
  const decision = lost(file, entry('objection-upheld', act), 'objected', [toExpert(file, 'appraisal.cancelled', 'objected')]);
  return act.facts['settled'] === true ? { ...decision, messages: [] } : decision;
}

/** The application has ended without needing this appraisal. One who has already submitted has nothing left to do and isn't written to. */
export function cancel(file: File, act: Act): Verdict {
  return { entries: [entry('cancelled', act)], notices: file.status === 'submitted' ? [] : [toExpert(file, 'appraisal.cancelled', 'cancelled')] };
}

/** All appraisals of the application are in. */
export function reveal(_file: File, act: Act): Verdict {
  return { entries: [entry('revealed', act)] };
}

/** The invitation was not answered in time. */
export function noAnswer(file: File, act: Act): Verdict {
  return vanished(file, act, 'no-answer');
}

/** The due date has passed; the reminder of the day after tells the expert. */
export function overdue(_file: File, act: Act): Verdict {
  return { entries: [entry('scores-overdue', act)] };
}

/** The scores are late: the case officer is told. */
export function escalate(file: File, act: Act): Verdict {
  const dueOn = scoreDue(file);
  return {
    entries: [entry('escalated', act)],
    notices: [toOfficer(file, 'appraisal.escalation', `escalation/${dueOn}`, { facts: { dueOn }, whileStatus: ['accepted'] })],
  };
}

/** The scores never came. */
export function noScores(file: File, act: Act): Verdict {
  return vanished(file, act, 'no-scores');
}

function vanished(file: File, act: Act, cause: 'no-answer' | 'no-scores'): Decision {
  const closed = cause === 'no-answer' ? 'appraisal.closed-no-answer' : 'appraisal.closed-no-scores';
  return lost(file, entry(cause, act), cause, [toExpert(file, closed, 'no-show'), toOfficer(file, 'appraisal.no-show', 'no-show')]);
}

function lost(file: File, what: DraftEntry, cause: LossCause, notices: Decision['notices'] = [], more: Facts = {}): Decision {
  return { entries: [what], notices, messages: [toApplication(file, 'appraisalLost', { n: file.data.n, cause, ...more })] };
}

/** Tells the application, or the label at mid-term; one who is back after being counted as gone says things again. */
export function toApplication(file: File, act: string, facts: Message['facts']): Message {
  return { to: clientOf(file.data), act, key: file.data.resumed === true ? `${act}/${file.seq + 1}` : act, facts: { from: file.subject, ...facts } };
}

/** What comes before and after the date on which the scores are due. */
export function scoreMarks(terms: AppraisalTerms): Mark[] {
  return [...reminders(terms.scoreReminders), { name: 'escalation', offset: terms.escalation }, { name: 'no-show', offset: terms.noShow }];
}

/** The date on which the scores are due; empty while there is none. */
export function scoreDue(file: File): string {
  return dueOf(file.deadlines, 'score-due')?.on ?? '';
}
