import type { Act, Facts } from '../procedure/act.js';
import { type Mark, reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { presentPeriod, type MonitoringData } from './monitoring.data.js';
import { periodFacts, toOfficer, toPole } from './monitoring.notices.js';
import type { MonitoringStatus } from './monitoring.status.js';
import { periodOf } from './periods.js';

type File = Standing<MonitoringStatus, MonitoringData>;
type MonitoringTerms = Terms['monitoring'];

/** The label is in force: its first period opens. Facts: award, call, pole, startsOn, endsOn. */
export function begin(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const text = (name: string): string => textFact(act.facts, name);
  const label = { award: text('award'), call: text('call'), pole: text('pole'), startsOn: text('startsOn'), endsOn: text('endsOn') };
  return openPeriod(file, act, terms, { ...file.data, ...label }, label);
}

/** The period is over: its report is awaited. Reminders say so as its date comes near. */
export function periodEnd(): Verdict {
  return { entries: [{ type: 'period-ended', facts: {} }] };
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
  return endPeriod(file, act, terms, { type: 'period-defaulted', facts: { n } }, [
    toPole(file, 'monitoring.defaulted', key, { facts }),
    toOfficer(file, 'monitoring.defaulted-staff', key, { facts }),
    { template: 'monitoring.defaulted-staff', key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, facts },
  ]);
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
        marks: marks(terms),
      }],
    }],
    notices: [toPole(file, 'monitoring.correction-requested', `correction-requested/${file.seq + 1}`, { dates: { limitOn: 'correction-due' }, whileStatus: ['correction_requested'] })],
  };
}

/** The report is accepted; comments for the pole, if any, are content. The next period opens, or monitoring is over. */
export function validateReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const { n } = presentPeriod(file.data);
  return endPeriod(file, act, terms, entry('report-validated', act, { n }),
    [toPole(file, 'monitoring.report-validated', `report-validated/${n}`)]);
}

/** One period has its outcome: the next opens, even when it should have begun long ago, until the label has no more. */
function endPeriod(file: File, act: Act, terms: MonitoringTerms, outcome: DraftEntry, notices: Notice[]): Verdict {
  const next = openPeriod(file, act, terms, file.data, {});
  return { entries: [outcome, ...next.entries], notices: [...notices, ...next.notices] };
}

function openPeriod(file: File, act: Act, terms: MonitoringTerms, label: MonitoringData, facts: Facts): { entries: DraftEntry[]; notices: Notice[] } {
  const n = label.periods.length + 1;
  const period = periodOf(label.startsOn, label.endsOn, terms.period, n);
  if (!period) return { entries: [{ type: 'monitoring-closed', facts: {} }], notices: [] };
  // A period that opens after its own end (the report before it was settled late) still gives its report the whole time.
  const from = period.to > act.on ? period.to : act.on;
  return {
    entries: [{
      type: 'period-opened',
      facts: { ...facts, n, from: period.from, to: period.to },
      arm: [
        { kind: 'period-end', rule: { on: period.to } },
        { kind: 'report-due', rule: { from, after: terms.reportDue, roll: 'working-day' }, marks: marks(terms) },
      ],
    }],
    notices: [toPole(file, 'monitoring.period-opened', `period/${n}`, {
      facts: { from: period.from, to: period.to }, dates: { dueOn: 'report-due' }, whileStatus: ['open', 'report_due'],
    }, label.pole)],
  };
}

function marks(terms: MonitoringTerms): Mark[] {
  return [...reminders(terms.reportReminders), { name: 'formal-notice', offset: terms.formalNotice }];
}
