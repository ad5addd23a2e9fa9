import type { Act, Facts } from '../procedure/act.js';
import { type Decision, entry, type Message, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { awaitFinancial } from './financial.rules.js';
import { presentPeriod } from './monitoring.data.js';
import { periodFacts, toAuthority, toFinancing, toOfficer, toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';
import { endPeriod, openPeriod, reportMarks } from './opening.js';
import { numberOn } from './periods.js';

/**
 * The label is in force: its first period opens. Facts: award, call, pole, startsOn, endsOn; asOf?, for a label taken over in its midst: the
 * period that runs on that day opens, and nothing of those before it is asked, reminded of or missed.
 */
export function begin(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const text = (name: string): string => textFact(act.facts, name);
  const facts = { award: text('award'), call: text('call'), pole: text('pole'), startsOn: text('startsOn'), endsOn: text('endsOn') };
  const label = { ...file.data, ...facts };
  const asOf = optionalText(act.facts, 'asOf');
  return openPeriod(file, act, terms, { label, facts, ...(asOf === null ? {} : { n: numberOn(label, terms.period, asOf) }) });
}

/** The period is over: its report is awaited, and its account. Reminders say so as their dates come near. */
export function periodEnd(file: File, act: Act, terms: MonitoringTerms): Verdict {
  return { entries: [...awaitFinancial(file, presentPeriod(file.data), act.on, terms), { type: 'period-ended', facts: {} }] };
}

/** The report's date is over. What comes later is late, and welcome. */
export function reportOverdue(file: File, act: Act): Verdict {
  return { entries: [{ type: 'report-overdue', facts: {} }], notices: overdue(file, act, 'report-due') };
}

/** The correction's date is over: as for a report that did not come. */
export function correctionOverdue(file: File, act: Act): Verdict {
  return { entries: [{ type: 'correction-overdue', facts: {} }], notices: overdue(file, act, 'correction-due') };
}

function overdue(file: File, act: Act, kind: string): Notice[] {
  const rest = { facts: { ...periodFacts(file.data), dueOn: act.on }, whileStatus: ['overdue'] };
  const key = `${kind}/overdue/${act.on}`;
  return [toPole(file, 'monitoring.report-overdue', key, rest), toOfficer(file, 'monitoring.report-overdue-officer', key, rest)];
}

/** Reminders were in vain: formal notice, with a last limit. */
export function formalNotice(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const rest = { facts: periodFacts(file.data), dates: { limitOn: 'notice-limit' }, whileStatus: ['formal_notice'] };
  const key = `formal-notice/${act.on}`;
  return {
    entries: [{ type: 'formal-notice-served', facts: {}, arm: [{ kind: 'notice-limit', rule: { from: act.on, after: terms.defaultAfter, roll: 'working-day' } }] }],
    notices: [toPole(file, 'monitoring.formal-notice', key, rest), toOfficer(file, 'monitoring.formal-notice-officer', key, rest)],
  };
}

/** No report even so: the default is recorded, the authority hears of it, and the next period goes on. */
export function defaulted(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const { n } = presentPeriod(file.data);
  const key = `defaulted/${n}`;
  const facts = periodFacts(file.data);
  const decision = endPeriod(file, act, terms, { type: 'period-defaulted', facts: { n } }, [
    toPole(file, 'monitoring.defaulted', key, { facts }),
    toOfficer(file, 'monitoring.defaulted-staff', key, { facts }),
    toAuthority(file, 'monitoring.defaulted-staff', key, { facts }),
  ]);
  return withMessages(decision, toFinancing(file, terms, 'periodDefaulted', { n }));
}

/** The pole sends its report, or its correction. The report is content; facts: version of the draft that it was. Refuses `report-missing`. */
export function submitReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (!act.content) return refuse('report-missing');
  const { n } = presentPeriod(file.data);
  const facts: Facts = { n, ...(typeof act.facts['version'] === 'number' ? { version: act.facts['version'] } : {}) };
  return {
    entries: [{ type: 'report-submitted', facts, content: act.content, arm: [{ kind: 'review-due', rule: { from: act.on, after: terms.review, skipClosedPeriods: true } }] }],
    notices: [toOfficer(file, 'monitoring.report-submitted', `report-submitted/${file.seq + 1}`, { dates: { dueOn: 'review-due' }, whileStatus: ['under_review'] })],
  };
}

/** The secretariat is late with its review: its officer hears it again. Nothing changes for the pole. */
export function reviewOverdue(file: File, act: Act): Verdict {
  return {
    entries: [{ type: 'review-overdue', facts: {} }],
    notices: [toOfficer(file, 'monitoring.review-overdue', `review-overdue/${act.on}`, { facts: { dueOn: act.on }, whileStatus: ['under_review'] })],
  };
}

/** The secretariat returns the report with its reasons (content). Facts: limitOn, the scheme's period when absent. Refuses `reasons-missing`, `date-in-the-past`. */
export function requestCorrection(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const { limitOn } = act.facts;
  if (typeof limitOn === 'string' && limitOn < act.on) return refuse('date-in-the-past', { to: limitOn });
  return {
    entries: [{
      type: 'correction-requested',
      facts: { n: presentPeriod(file.data).n },
      content: act.content,
      arm: [{
        kind: 'correction-due',
        rule: typeof limitOn === 'string' ? { on: limitOn } : { from: act.on, after: terms.correction, roll: 'working-day' },
        marks: reportMarks(terms),
      }],
    }],
    notices: [toPole(file, 'monitoring.correction-requested', `correction-requested/${file.seq + 1}`, { dates: { limitOn: 'correction-due' }, whileStatus: ['correction_requested'] })],
  };
}

/** The report is accepted; comments for the pole, if any, are content. The next period opens, or monitoring is over. */
export function validateReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const { n } = presentPeriod(file.data);
  const decision = endPeriod(file, act, terms, entry('report-validated', act, { n }), [toPole(file, 'monitoring.report-validated', `report-validated/${n}`)]);
  return withMessages(decision, toFinancing(file, terms, 'reportValidated', { n }));
}

/** What came of the survey of a period's firms. Facts: n, runBy, sent, answered, mean? (hundredths; absent when too few answered). */
export function surveyClosed(_file: File, act: Act): Verdict {
  const { n = null, runBy = null, sent = null, answered = null, mean, outOf } = act.facts;
  return { entries: [{ type: 'survey-result', facts: { n, runBy, sent, answered, ...(typeof mean === 'number' ? { mean } : {}), ...(typeof outOf === 'number' ? { outOf } : {}) } }] };
}

function withMessages(decision: Decision, messages: readonly Message[]): Decision {
  return messages.length === 0 ? decision : { ...decision, messages: [...(decision.messages ?? []), ...messages] };
}
