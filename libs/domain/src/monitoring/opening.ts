import type { Act, Facts } from '../procedure/act.js';
import { type Mark, reminders } from '../procedure/deadline.js';
import type { Decision, DraftEntry, Notice } from '../procedure/decision.js';
import { keyOf } from '../procedure/subject.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { financialPending } from './financial.data.js';
import { midTermAsked } from './mid-term.rules.js';
import type { MonitoringData } from './monitoring.data.js';
import { toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';
import { reportedPeriod } from './periods.js';

/** Nothing more is to come. */
export const closing: DraftEntry = { type: 'monitoring-closed', facts: {} };

/** One period has its outcome: the next opens, even when it should have begun long ago, until the label has no more. */
export function endPeriod(file: File, act: Act, terms: MonitoringTerms, outcome: DraftEntry, notices: readonly Notice[]): Decision {
  const midTerm = midTermAsked(file, act, terms);
  const next = openPeriod(file, act, terms, { label: file.data });
  return {
    entries: [outcome, ...midTerm.entries, ...next.entries], notices: [...notices, ...(midTerm.notices ?? []), ...(next.notices ?? [])],
    ...(next.messages ? { messages: next.messages } : {}),
  };
}

/**
 * Opens the period after the last; where there is none, the end: at once, or once the financial reports have theirs.
 * `n`: the number of the first period of a label that was taken over in its midst.
 */
export function openPeriod(file: File, act: Act, terms: MonitoringTerms, { label, facts = {}, n = (label.periods.at(-1)?.n ?? 0) + 1 }: { label: MonitoringData; facts?: Facts; n?: number }): Decision {
  const period = reportedPeriod(label, terms.period, n);
  if (!period) return { entries: [ending(label)] };
  // A period that opens after its own end (the report before it was settled late) still gives its report the whole time.
  const from = period.to > act.on ? period.to : act.on;
  return {
    entries: [{
      type: 'period-opened',
      facts: { ...facts, n, from: period.from, to: period.to },
      arm: [
        { kind: 'period-end', rule: { on: period.to } },
        { kind: 'report-due', rule: { from, after: terms.reportDue, roll: 'working-day' }, marks: reportMarks(terms) },
      ],
    }],
    notices: [toPole(file, 'monitoring.period-opened', `period/${n}`, {
      facts: { from: period.from, to: period.to }, dates: { dueOn: 'report-due' }, whileStatus: ['open', 'report_due'],
    }, label.pole)],
    ...(terms.survey ? { messages: [survey(file, label, { n, from: period.from, to: period.to })] } : {}),
  };
}

/** The last report has its outcome. */
export function ending(data: MonitoringData): DraftEntry {
  return financialPending(data) ? { type: 'settling-begun', facts: {} } : closing;
}

export function reportMarks(terms: MonitoringTerms): Mark[] {
  return [...reminders(terms.reportReminders), { name: 'formal-notice', offset: terms.formalNotice }];
}

/** The firms served in this period are asked by a survey of its own. */
function survey(file: File, { award, call, pole }: MonitoringData, period: { readonly n: number; readonly from: string; readonly to: string }): NonNullable<Decision['messages']>[number] {
  return { to: `survey/${keyOf(file.subject)}/${period.n}`, act: 'begin', key: `survey/${period.n}`, facts: { award: award || `award/${keyOf(file.subject)}`, call, pole, ...period }, start: { kind: 'survey' } };
}
