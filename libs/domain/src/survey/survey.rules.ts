import type { Act, Facts } from '../procedure/act.js';
import { type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { SurveyTerms } from '../scheme/terms.js';
import { ownIn, type OwnSurvey, type RunBy } from './survey.data.js';
import { askFirms, tellOfficer, tellPole, type SurveyFile } from './survey.notices.js';

/** The period opens: the centre lists the firms that it serves until the period ends. Facts: award, call, pole, n, to. */
export function begin(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  const text = (name: string): string => textFact(act.facts, name);
  const [, key = ''] = file.subject.split('/');
  const periodEnds = text('to');
  const pole = text('pole');
  const facts: Facts = { award: text('award'), monitoring: `monitoring/${key}`, call: text('call'), pole, n: Number(act.facts['n'] ?? 1), periodEnds };
  // A period that opens after its own end still gives time to list its firms.
  const rule: DeadlineSpec['rule'] = periodEnds > act.on ? { on: periodEnds } : { from: act.on, after: 'P1M', roll: 'working-day' };
  return {
    entries: [{ type: 'survey-begun', facts, arm: [{ kind: 'launch-due', rule, marks: reminders(terms.reminders) }] }],
    notices: [tellPole(file, 'survey.begun', 'begun', { dates: { dueOn: 'launch-due' }, whileStatus: ['listing'] }, pole)],
  };
}

/** The firms that were listed are asked. Facts: firms, their number as the asker knows it. Refuses `not-central`, `no-firms-listed`, `too-few-firms`. */
export function launch(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  if (!terms.runBy.includes('secretariat')) return refuse('not-central');
  const firms = Number(act.facts['firms'] ?? 0);
  if (firms === 0) return refuse('no-firms-listed');
  // With fewer, no figure could ever be shown: nobody is asked for nothing.
  if (firms < terms.minimumAnswers) return refuse('too-few-firms', { listed: firms, minimum: terms.minimumAnswers });
  const atOnce = terms.waves[0] === 'P0D';
  const wave = atOnce ? 1 : 0;
  return {
    entries: [{
      type: 'survey-launched', facts: { wave }, tally: 'survey',
      arm: [{ kind: 'close-due', rule: { from: act.on, after: terms.open } }, ...nextWave(act.on, terms, wave)],
    }],
    notices: [
      ...(atOnce ? [askFirms(file, 1)] : []),
      tellPole(file, 'survey.launched', 'launched', { dates: { closesOn: 'close-due' }, tallied: true }),
      tellOfficer(file, 'survey.launched', 'launched', { dates: { closesOn: 'close-due' }, tallied: true }),
    ],
  };
}

/** Who has not answered is asked again, and nobody else. */
export function sendWave(file: SurveyFile, _act: Act, terms: SurveyTerms): Verdict {
  const wave = file.data.waves + 1;
  const next = nextWave(file.data.launchedOn ?? '', terms, wave);
  return {
    entries: [{ type: 'wave-sent', facts: { wave }, arm: next, disarm: next.length === 0 ? ['next-wave'] : [] }],
    notices: [askFirms(file, wave)],
  };
}

/** The last day for answers is over. */
export function closingDay(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  return close(file, act, terms, {});
}

/** The answers are counted as they are recorded to be closed; nothing is shown of them before. */
function close(file: SurveyFile, act: Act, terms: SurveyTerms, facts: Facts): Verdict {
  return {
    entries: [{ type: 'survey-closed', facts, tally: 'survey', arm: [{ kind: 'names-due', rule: { from: act.on, after: terms.keepNames } }] }],
    notices: [tellPole(file, 'survey.closed', 'closed', { facts, tallied: true }), tellOfficer(file, 'survey.closed', 'closed', { facts, tallied: true })],
    messages: [{ ...result(file, 'secretariat', {}), tallied: true }],
  };
}

/** The centre has asked its firms itself: questions and method are content, the figures facts. Refuses `own-survey-not-allowed`, `questions-missing`, `own-figures-wrong`. */
export function declareOwn(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  if (!terms.runBy.includes('centre')) return refuse('own-survey-not-allowed');
  if (!act.content) return refuse('questions-missing');
  const own = ownIn(act.facts);
  if (!isPossible(own)) return refuse('own-figures-wrong');
  const { sent, answered, score, outOf, from, to } = own;
  const facts: Facts = { sent, answered, ...(score === null ? {} : { score, outOf }), ...(from === null ? {} : { heldFrom: from }), ...(to === null ? {} : { heldTo: to }) };
  return {
    entries: [entry('own-survey-declared', act, facts)],
    notices: [tellOfficer(file, 'survey.own-declared', 'own-declared', { facts: { sent, answered } })],
    messages: [result(file, 'centre', { sent, answered, ...(score === null ? {} : { mean: score, outOf }) })],
  };
}

function isPossible({ sent, answered, score, outOf, from, to }: OwnSurvey): boolean {
  const counted = sent >= 1 && answered >= 0 && answered <= sent;
  const scored = score === null ? outOf === null : outOf !== null && outOf >= 1 && score >= 0 && score <= outOf * 100 && answered > 0;
  return counted && scored && (from === null || to === null || from <= to);
}

/** The period is over and nobody was asked: the report is about to be due without a survey. */
export function launchOverdue(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  const rest = { facts: { dueOn: act.on }, dates: { limitOn: 'listing-limit' }, whileStatus: ['listing'] };
  return {
    entries: [{ type: 'launch-overdue', facts: {}, arm: [{ kind: 'listing-limit', rule: { from: act.on, after: terms.limit, roll: 'working-day' } }] }],
    notices: [tellPole(file, 'survey.launch-overdue', `launch-overdue/${act.on}`, rest), tellOfficer(file, 'survey.launch-overdue', `launch-overdue/${act.on}`, rest)],
  };
}

/** No survey this year: the report says so. */
export function notHeld(file: SurveyFile): Verdict {
  return {
    entries: [{ type: 'survey-not-held', facts: {} }],
    notices: [tellPole(file, 'survey.not-held', 'not-held'), tellOfficer(file, 'survey.not-held', 'not-held')],
    messages: [result(file, 'none', { sent: 0, answered: 0 })],
  };
}

/** The label ended before the period did: a survey that runs is closed with what was answered by then, one that was not launched is not held. Facts: on. */
export function labelEnded(file: SurveyFile, act: Act, terms: SurveyTerms): Verdict {
  const facts: Facts = { endedOn: textFact(act.facts, 'on') || act.on };
  if (file.status === 'open') return close(file, act, terms, facts);
  return {
    entries: [{ type: 'survey-not-held', facts }],
    notices: [tellPole(file, 'survey.called-off', 'not-held', { facts }), tellOfficer(file, 'survey.called-off', 'not-held', { facts })],
    messages: [result(file, 'none', { sent: 0, answered: 0 })],
  };
}

/** The names and addresses of the firms have been kept as long as the scheme says. */
export function eraseNames(): Verdict {
  return { entries: [{ type: 'names-erased', facts: {} }] };
}

/** The wave after so many; none after the last. It goes at eight in the morning of its day. */
function nextWave(launchedOn: string, { waves }: SurveyTerms, sent: number): DeadlineSpec[] {
  const after = waves[sent];
  return after === undefined ? [] : [{ kind: 'next-wave', rule: { from: launchedOn, after }, marks: [{ name: 'send', offset: 'P0D' }] }];
}

function result({ subject, data }: SurveyFile, runBy: RunBy, figures: Facts): Message {
  return { to: data.monitoring, act: 'surveyClosed', key: 'closed', facts: { survey: subject, n: data.n, runBy, ...figures } };
}
