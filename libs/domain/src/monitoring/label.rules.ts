import { addDays } from '../calendar/civil-date.js';
import type { Act, Facts } from '../procedure/act.js';
import { type Decision, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { awaitFinancial } from './financial.rules.js';
import { midTermBase } from './mid-term.data.js';
import { type PeriodRecord, presentPeriod } from './monitoring.data.js';
import { toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';
import { ending, openPeriod, reportMarks } from './opening.js';

/** The label is suspended: what it owes stays due, on the same dates. */
export function labelSuspended(): Verdict {
  return { entries: [{ type: 'label-suspended', facts: {} }] };
}

export function labelReinstated(): Verdict {
  return { entries: [{ type: 'label-reinstated', facts: {} }] };
}

/**
 * The label ended before its last day, by withdrawal, renunciation, termination or transfer: the period that runs ends with it, and a last
 * report is due. Later periods don't open. Facts: cause, on. Refuses `label-has-ended`.
 */
export function labelEnded(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (file.data.ended) return refuse('label-has-ended', { on: file.data.ended.on });
  const facts = { cause: textFact(act.facts, 'cause'), on: textFact(act.facts, 'on') || act.on };
  const present = presentPeriod(file.data);
  const messages = [...cancelled(file), ...(terms.survey ? surveyCutShort(file, present, facts) : [])];
  const disarm = ['mid-term-due'];
  if (file.status !== 'open' || facts.on > present.to) return { entries: [{ type: 'label-ended', facts, disarm }], messages };
  // The period had not begun when the label ended: nothing is to be reported.
  if (facts.on < present.from) return { entries: [{ type: 'label-ended', facts, disarm }, ending(file.data)], messages };
  const from = facts.on > act.on ? facts.on : act.on;
  return {
    entries: [
      ...awaitFinancial(file, present, from, terms),
      { type: 'period-cut-short', facts: { ...facts, n: present.n }, disarm, arm: [{ kind: 'report-due', rule: { from, after: terms.reportDue, roll: 'working-day' }, marks: reportMarks(terms) }] },
    ],
    notices: [toPole(file, 'monitoring.last-report', 'last-report', { facts: { from: present.from, to: facts.on }, dates: { dueOn: 'report-due' }, whileStatus: ['report_due'] })],
    messages,
  };
}

/** The survey of the period that runs asks nobody any more; one of a period that is over goes on, and one that has its result is left alone. */
function surveyCutShort({ subject, status }: File, { n, to, survey }: PeriodRecord, facts: Facts & { readonly on: string }): Message[] {
  if (status !== 'open' || facts.on > to || survey !== undefined) return [];
  return [{ to: `survey/${keyOf(subject)}/${n}`, act: 'labelEnded', key: `survey/${n}/ended`, facts }];
}

/** Nobody appraises at mid-term what has ended. */
function cancelled({ subject, data: { midTerm } }: File): Message[] {
  if (midTerm?.state !== 'staffed') return [];
  const n = midTermBase + midTerm.named;
  return [{ to: `appraisal/${keyOf(subject)}/${n}`, act: 'cancel', key: `mid-term/${n}/cancel`, facts: {} }];
}

/**
 * The label was extended. It reports on that time only if the decision says so; the new period opens after those before it, or at once when
 * they are over. Facts: endsOn, report. Refuses `label-has-ended`, `date-unchanged` for a day that brings nothing.
 */
export function labelExtended(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const { data } = file;
  if (data.ended) return refuse('label-has-ended', { on: data.ended.on });
  const endsOn = textFact(act.facts, 'endsOn');
  const before = data.extendedTo ?? data.endsOn;
  if (endsOn <= before) return refuse('date-unchanged', { to: endsOn });
  const from = addDays(before, 1);
  if (act.facts['report'] !== true) return { entries: [{ type: 'label-extended', facts: { endsOn } }] };
  const extended = { type: 'label-extended', facts: { endsOn, from } };
  if (file.status !== 'settling' && file.status !== 'closed') return { entries: [extended] };
  const opened: Decision = openPeriod(file, act, terms, { label: { ...data, extendedTo: endsOn, extensions: [...data.extensions, { from, to: endsOn }] } });
  return { ...opened, entries: [extended, ...opened.entries] };
}
