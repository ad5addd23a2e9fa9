import { addDays, plus } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { dueOf, type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { type Decision, type DraftEntry, entry, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText } from '../procedure/facts.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { awaitedFinancial, financialPending } from './financial.data.js';
import { daysOf } from './financial.notices.js';
import { type FinancialRecord, type MonitoringData, periodNumbered, type PeriodRecord, withPeriod } from './monitoring.data.js';
import { toAuthority, toFinancing, toOfficer, toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';
import { closing } from './opening.js';

const due = 'financial-report-due';

/** The period's account is awaited from the end of the period on, where the scheme asks for one. `until`: the period's last day. */
export function awaitFinancial(file: File, { n }: PeriodRecord, until: CivilDate, terms: MonitoringTerms): DraftEntry[] {
  if (terms.financialReportDue === undefined) return [];
  const rule = { from: until, after: terms.financialReportDue, roll: 'working-day' } as const;
  // The deadline belongs to the earliest that is awaited; the others wait for their turn.
  const turn = awaitedFinancial(file.data) === undefined;
  return [{ type: 'financial-report-awaited', facts: { n, dueOn: plus(until, terms.financialReportDue) }, ...(turn ? { arm: [spec(rule, terms)] } : {}) }];
}

/**
 * The pole gives the account of a period (content). Facts: n, spent (cents), version?. Refuses `report-missing`, `financial-report-not-awaited`
 * for a period that is not over, or whose account is there already.
 */
export function submitFinancialReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (!act.content) return refuse('report-missing');
  const { n, spent } = act.facts;
  const financial = periodNumbered(file.data, n)?.financial;
  if (!financial || ['submitted', 'validated'].includes(financial.state)) return refuse('financial-report-not-awaited', { n: n ?? null });
  if (!isCents(spent)) return refuse('amount-not-in-cents');
  const next = turn(file, act, terms, after(file.data, n, { state: 'submitted' }));
  const review: DeadlineSpec = { kind: 'financial-review-due', rule: { from: act.on, after: terms.review, skipClosedPeriods: true } };
  return {
    entries: [{ ...entry('financial-report-submitted', act, { n: Number(n), spent }), ...next, arm: [...(next.arm ?? []), review] }],
    notices: [toOfficer(file, 'monitoring.financial-report-submitted', `financial-report/${Number(n)}/submitted/${file.seq + 1}`, { facts: daysOf(periodNumbered(file.data, n)) })],
  };
}

/** The secretariat returns the account with its reasons (content). Facts: n, limitOn?. Refuses `reasons-missing`, `no-financial-report`, `date-in-the-past`. */
export function returnFinancialReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const { n } = act.facts;
  const period = periodNumbered(file.data, n);
  if (period?.financial?.state !== 'submitted') return refuse('no-financial-report', { n: n ?? null });
  const limitOn = optionalText(act.facts, 'limitOn');
  if (limitOn !== null && limitOn < act.on) return refuse('date-in-the-past', { to: limitOn });
  const rule = limitOn === null ? { from: act.on, after: terms.correction, roll: 'working-day' as const } : { on: limitOn };
  const dueOn = limitOn ?? plus(act.on, terms.correction);
  // An earlier account that is still awaited keeps the deadline; this one has its date, and waits for its turn.
  const turn = awaitedFinancial(after(file.data, n, { state: 'returned' }))?.n === period.n;
  return {
    entries: [{ ...entry('financial-report-returned', act, { n: period.n, dueOn }), ...(turn ? { arm: [spec(rule, terms)] } : {}), disarm: reviewed(file, n) }],
    notices: [toPole(file, 'monitoring.financial-report-returned', `financial-report/${period.n}/returned/${file.seq + 1}`, {
      facts: { ...daysOf(period), limitOn: dueOn }, ...(turn ? { dates: { limitOn: due } } : {}),
    })],
  };
}

/**
 * The secretariat accepts the account, with the spending that counts. Facts: n, accepted (cents). Refuses `no-financial-report`,
 * `accepted-too-much` for more than was declared. With the last one, monitoring is over.
 */
export function validateFinancialReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const { n, accepted } = act.facts;
  const period = periodNumbered(file.data, n);
  if (period?.financial?.state !== 'submitted') return refuse('no-financial-report', { n: n ?? null });
  if (!isCents(accepted)) return refuse('amount-not-in-cents');
  const spent = period.financial.spent ?? 0;
  if (accepted > spent) return refuse('accepted-too-much', { spent, accepted });
  const data = after(file.data, n, { state: 'validated' });
  const next = turn(file, act, terms, data);
  return {
    entries: [{ ...entry('financial-report-validated', act, { n: Number(n), accepted }), ...next, disarm: [...(next.disarm ?? []), ...reviewed(file, n)] }, ...settled(file, data)],
    notices: [toPole(file, 'monitoring.financial-report-validated', `financial-report/${period.n}/validated`, { facts: daysOf(period) })],
    messages: toFinancing(file, terms, 'financialReportValidated', { n: Number(n), accepted }),
  };
}

/** The account's date is over: the pole is told of the last day on which it is still in time to avoid the default. */
export function financialOverdue(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const period = awaitedFinancial(file.data);
  const facts = { ...daysOf(period), dueOn: act.on, limitOn: addDays(plus(act.on, terms.formalNotice), -1) };
  const key = `financial-report/${period?.n}/overdue/${act.on}`;
  return {
    entries: [{ type: 'financial-report-overdue', facts: { n: period?.n ?? null } }],
    notices: [toPole(file, 'monitoring.financial-report-overdue', key, { facts }), toOfficer(file, 'monitoring.financial-report-overdue-officer', key, { facts })],
  };
}

/** No account even so: the default is recorded, and the authority hears of it. */
export function financialDefaulted(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const period = awaitedFinancial(file.data);
  const data = period ? after(file.data, period.n, { state: 'defaulted' }) : file.data;
  const facts = daysOf(period);
  const key = `financial-report/${period?.n}/defaulted/${file.seq + 1}`;
  return {
    entries: [{ type: 'financial-report-defaulted', facts: { n: period?.n ?? null }, ...turn(file, act, terms, data) }, ...settled(file, data)],
    notices: [
      toPole(file, 'monitoring.financial-report-defaulted', key, { facts }), toOfficer(file, 'monitoring.financial-report-defaulted-staff', key, { facts }),
      toAuthority(file, 'monitoring.financial-report-defaulted-staff', key, { facts }),
    ],
    messages: period ? toFinancing(file, terms, 'financialReportDefaulted', { n: period.n }) : [],
  };
}

/** The secretariat is late with its review of an account. */
export function financialReviewOverdue(file: File, act: Act): Verdict {
  return {
    entries: [{ type: 'financial-review-overdue', facts: {} }],
    notices: [toOfficer(file, 'monitoring.financial-review-overdue', `financial-review-overdue/${act.on}`, { facts: { dueOn: act.on } })],
  };
}

/** Whose turn the deadline is after a change: that of the earliest account awaited, with the whole time of a correction when its own date has gone by. */
function turn(file: File, act: Act, terms: MonitoringTerms, data: MonitoringData): Pick<DraftEntry, 'arm' | 'disarm'> {
  const next = awaitedFinancial(data);
  if (next?.financial === undefined) return { disarm: [due] };
  if (next.n === awaitedFinancial(file.data)?.n) return {};
  const { dueOn } = next.financial;
  return { arm: [spec(dueOn > act.on ? { on: dueOn } : { from: act.on, after: terms.correction, roll: 'working-day' }, terms)] };
}

function spec(rule: DeadlineSpec['rule'], terms: MonitoringTerms): DeadlineSpec {
  return { kind: due, rule, marks: [...reminders(terms.reportReminders), { name: 'default', offset: terms.formalNotice }] };
}

function after(data: MonitoringData, n: unknown, change: Partial<FinancialRecord>): MonitoringData {
  const financial = periodNumbered(data, n)?.financial;
  return financial ? withPeriod(data, n, { financial: { ...financial, ...change } }) : data;
}

/** The review's date ends with the last account under review. */
function reviewed(file: File, n: unknown): string[] {
  const others = file.data.periods.some((period) => period.n !== n && period.financial?.state === 'submitted');
  return others || !dueOf(file.deadlines, 'financial-review-due') ? [] : ['financial-review-due'];
}

function settled(file: File, data: MonitoringData): Decision['entries'] {
  return file.status === 'settling' && !financialPending(data) ? [closing] : [];
}

const isCents = (amount: unknown): amount is number => Number.isSafeInteger(amount) && (amount as number) >= 0;
