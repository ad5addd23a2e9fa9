import { daysBetween } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import type { FinancingData } from '../../../../libs/domain/src/financing/financing.data.js';
import type { MonitoringData } from '../../../../libs/domain/src/monitoring/monitoring.data.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import { apply, blank } from '../../../../libs/domain/src/procedure/fold.js';
import { kindOf } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { ofRights } from '../../../../libs/domain/src/task/offered.js';
import type { Whole, WholeSubject } from '../../../../libs/persistence/src/procedure/whole.queries.js';

/** Figures by name. */
export type Counts = Readonly<Record<string, number>>;

/** What became of a cohort; no ids and no real time in it, so that the same seed gives the same. */
export interface Outcome {
  /** By kind, `initial` and `renewal`: how many ended in which status. */
  readonly applications: { readonly initial: Counts; readonly renewal: Counts };
  /** Submissions that came after the call had closed. */
  readonly tooLate: number;
  readonly appraisals: Counts;
  readonly sessions: Counts;
  readonly appeals: Counts;
  /** What else happened to files, by entry: see `noteworthy`. */
  readonly happened: Counts;
  /** `contract-lapsed`, `renewed`, `renewed-after-end` (the decision came later), `ended` (without a next label), `in-force`, `awaiting-contract`; `label.<status>` for one that ended early or stands still. */
  readonly labels: Counts;
  readonly renewals: Counts;
  readonly periods: Counts;
  /** As `survey.<status>`. */
  readonly surveys: Counts;
  /** Changes of holders that took effect, as `change.<what>`. */
  readonly changes: Counts;
  /** Instalments by state, as `instalment.<state>`, and whole euros: `paid`, and `recovered` of what was paid. */
  readonly money: Counts;
  /** Sent mails, by template. */
  readonly mails: Counts;
  /** Notices that were stopped because their step was over, or could not be sent. */
  readonly notSent: Counts;
  /** Deadlines of people that passed without their act, as `<kind>.<deadline>`. */
  readonly overdue: Counts;
  /** The latest act after its deadline, if any was late. */
  readonly latest: Punctuality | null;
  readonly acts: number;
}

/** An act that a deadline awaited: days after it, negative when before. */
export interface Punctuality {
  readonly deadline: string;
  readonly act: string;
  readonly days: number;
}

/** Entries that a label's owner would like to know how often they come. */
const noteworthy: readonly string[] = [
  'extension-granted', 'reopened-in-time', 'deadline-reopened', 'expert-objected', 'due-date-proposed', 'divergence-found', 'consensus-recorded', 'reply-received',
  'silence-elapsed', 'reasons-requested', 'reasons-overdue', 'quorum-missing', 'deferred-by-committee', 'reserved', 'condition-met', 'condition-overdue', 'conditions-met', 'decision-read', 'reopened',
  'notice-served', 'suspended', 'reinstated', 'suspension-limit-reached', 'renounced', 'extended', 'amendment-in-force', 'particulars-changed', 'recovery-found', 'bank-details-confirmed', 'late-report-submitted',
];

/** Sums a rehearsal up. */
export function outcomeOf(whole: Whole): Outcome {
  const of = (kind: string): WholeSubject[] => whole.subjects.filter(({ row }) => row.kind === kind);
  const byStatus = (subjects: WholeSubject[]): Counts => count(subjects.map(({ row }) => row.status));
  const ofKind = (kind: string): Counts => byStatus(of('application').filter(({ row }) => row.data['kind'] === kind));
  const acts = whole.subjects.flatMap(punctuality);
  const renewed = new Set(of('renewal').filter(({ row }) => row.status === 'renewed').map(({ row }) => row.parentId));
  return {
    applications: { initial: ofKind('initial'), renewal: ofKind('renewal') },
    tooLate: whole.refused.filter(({ code }) => code === 'call-closed').length,
    appraisals: byStatus(of('appraisal')),
    sessions: byStatus(of('session')),
    appeals: byStatus(of('appeal')),
    happened: count(whole.subjects.flatMap(({ entries }) => entries.map(({ type }) => type).filter((type) => noteworthy.includes(type)))),
    labels: count(of('award').map(({ row }) => labelState(row.status, row.data as unknown as AwardData, renewed.has(row.id)))),
    renewals: byStatus(of('renewal')),
    periods: count(of('monitoring').flatMap(({ row }) => (row.data as unknown as MonitoringData).periods.map((p) => p.outcome ?? 'under-way'))),
    surveys: count(of('survey').map(({ row }) => `survey.${row.status}`)),
    changes: count(of('change').filter(({ row }) => row.status === 'effective').map(({ row }) => `change.${textFact(row.data, 'what')}`)),
    money: moneyOf(of('financing').map(({ row }) => row.data as unknown as FinancingData)),
    mails: count(whole.notifications.filter((n) => n.state === 'sent').map((n) => n.template)),
    notSent: count(whole.notifications.filter((n) => n.state !== 'sent').map((n) => n.state)),
    overdue: count(whole.subjects.flatMap(missed)),
    latest: acts.filter(({ days }) => days > 0).sort((a, b) => b.days - a.days || (a.deadline < b.deadline ? -1 : 1))[0] ?? null,
    acts: whole.subjects.reduce((sum, { entries }) => sum + new Set(entries.filter((e) => 'command' in e.source).map((e) => JSON.stringify(e.source))).size, 0),
  };
}

function labelState(status: string, { successor }: AwardData, renewed: boolean): string {
  if (status === 'expired') return successor !== null ? 'renewed' : renewed ? 'renewed-after-end' : 'ended';
  const known: Readonly<Record<string, string>> = { lapsed: 'contract-lapsed', active: 'in-force', awaiting_contract: 'awaiting-contract' };
  return known[status] ?? `label.${status}`;
}

function moneyOf(financings: readonly FinancingData[]): Counts {
  const instalments = financings.flatMap((one) => one.instalments);
  const sum = (cents: readonly number[]): number => cents.reduce((all, one) => all + one, 0) / 100;
  if (instalments.length === 0) return {};
  return {
    ...count(instalments.map(({ state }) => `instalment.${state}`)),
    paid: Math.round(sum(instalments.filter(({ state }) => state === 'executed').map(({ cents }) => cents))),
    recovered: Math.round(sum(financings.flatMap((one) => one.recoveries).map(({ recovered }) => recovered))),
  };
}

/** Figures in the order of their names. */
export function count(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The acts that ended a deadline of whoever took them. */
function punctuality({ row, entries }: WholeSubject): Punctuality[] {
  const procedure = procedures[kindOf(row.id)];
  let file = blank(procedure, row.id);
  return entries.flatMap((entry) => {
    const before = file.deadlines.filter((d) => d.mark === '' && procedure.deadlines[d.kind]?.actor === entry.by && isAsked(row.kind, d.kind));
    file = apply(procedure, file, entry);
    const ended = before.filter((d) => !file.deadlines.some((still) => still.kind === d.kind && still.on === d.on));
    return ended.map((d) => ({ deadline: `${row.kind}.${d.kind}`, act: entry.act, days: daysBetween(d.on, entry.on) }));
  });
}

/** The deadlines of people that came while nobody had acted. */
function missed({ row, entries }: WholeSubject): string[] {
  const { deadlines } = procedures[kindOf(row.id)];
  const people = (kind: string): boolean => !['clock', 'procedure', undefined].includes(deadlines[kind]?.actor);
  return entries.filter((e, i) => 'deadline' in e.source && e.act !== entries[i - 1]?.act && people(e.act) && isAsked(row.kind, e.act)).map((e) => `${row.kind}.${e.act}`);
}

/** A deadline by which somebody is asked to act; the end of a right is none, nor a call's closing. */
function isAsked(kind: string, deadline: string): boolean {
  // Minutes are adopted by silence.
  return kind !== 'call' && deadline !== 'minutes-due' && !ofRights.some((right) => right.kind === kind && right.deadline === deadline);
}
