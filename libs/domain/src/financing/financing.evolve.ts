import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { evolveBank } from './bank.evolve.js';
import { actorOf, type Agreement, type FinancingData, type Folded, type Instalment, type PlannedAgreement, type Recovery } from './financing.data.js';
import { stateAfter } from './instalment.table.js';

/** Folds one entry into the data. */
export function evolveFinancing(data: FinancingData, entry: Folded): FinancingData {
  const { facts, on } = entry;
  const n = Number(facts['n']);
  switch (entry.type) {
    case 'financing-begun':
      return { ...data, ...labelOf(facts), planned: plannedIn(facts), lastPeriod: Number(facts['lastPeriod'] ?? 0) };
    case 'agreement-opened':
      return opened(data, facts);
    case 'report-noted':
      return withAgreement(data, facts, (one) => ({ reports: [...one.reports, Number(facts['period'])], defaulted: one.defaulted.filter((p) => p !== facts['period']) }));
    case 'spending-accepted':
      return withAgreement(data, facts, (one) => ({ accepted: [...one.accepted, { period: Number(facts['period']), cents: Number(facts['accepted']) }], unaccounted: one.unaccounted.filter((p) => p !== facts['period']) }));
    case 'default-noted':
      return withAgreement(data, facts, (one) => ({ defaulted: [...new Set([...one.defaulted, Number(facts['period'])])] }));
    case 'account-default-noted':
      return withAgreement(data, facts, (one) => ({ unaccounted: [...new Set([...one.unaccounted, Number(facts['period'])])] }));
    case 'balance-computed':
      return withAgreement(data, facts, () => ({ balance: Number(facts['balance']), settledOn: on }));
    case 'agreement-reduced':
      return withAgreement(data, facts, () => ({ ceiling: Number(facts['ceiling']), to: textFact(facts, 'to'), periods: facts['periods'] as readonly number[] }));
    case 'label-ended':
      return { ...data, endedOn: textFact(facts, 'on'), cause: textFact(facts, 'cause'), planned: [] };
    case 'payments-frozen':
    case 'label-suspended':
      return { ...data, suspended: true };
    case 'payments-resumed':
    case 'label-reinstated':
      return { ...data, suspended: false };
    case 'label-expired':
      // What had not begun by the last day does not begin.
      return { ...data, suspended: false, planned: [] };
    case 'label-extended':
      return { ...data, endsOn: textFact(facts, 'endsOn'), planned: [...data.planned, ...plannedIn(facts)], lastPeriod: Number(facts['lastPeriod'] ?? data.lastPeriod) };
    case 'instalment-due':
    case 'instalment-prepared':
    case 'preparation-returned':
    case 'instalment-approved':
    case 'instalment-exported':
    case 'instalment-executed':
    case 'instalment-rejected':
    case 'instalment-cancelled':
      return withInstalment(data, entry);
    case 'recovery-found':
      return { ...data, recoveries: [...data.recoveries, { n, agreement: Number(facts['agreement']), cents: Number(facts['cents']), cause: facts['cause'] as Recovery['cause'], state: 'found', demandedOn: null, dueOn: null, recovered: 0 }] };
    case 'recovery-demanded':
      return withRecovery(data, n, () => ({ state: 'demanded', demandedOn: on, dueOn: dueIn(entry) }));
    case 'recovery-overdue':
      return overdue(data, entry);
    case 'recovery-recorded':
      return withRecovery(data, n, (one) => {
        const recovered = one.recovered + Number(facts['cents']);
        return { recovered, ...(recovered >= one.cents ? { state: 'recovered' as const } : {}) };
      });
    case 'recovery-reduced':
      return withRecovery(data, n, (one) => reduced(one, Number(facts['cents'])));
    case 'recovery-waived':
      return withRecovery(data, n, () => ({ state: 'waived' }));
    case 'deadline-moved':
      return facts['kind'] === 'recovery-due' ? moved(data, textFact(facts, 'from'), textFact(facts, 'to')) : data;
    default:
      return evolveBank(data, entry);
  }
}

function labelOf(facts: Facts): Pick<FinancingData, 'award' | 'call' | 'pole' | 'structure' | 'startsOn' | 'endsOn'> {
  const text = (name: string): string => textFact(facts, name);
  return { award: text('award'), call: text('call'), pole: text('pole'), structure: optionalText(facts, 'structure'), startsOn: text('startsOn'), endsOn: text('endsOn') };
}

function plannedIn(facts: Facts): readonly PlannedAgreement[] {
  return (facts['planned'] ?? []) as unknown as readonly PlannedAgreement[];
}

/** The entry carries the instalments with their amounts: later terms change nothing of them. */
function opened(data: FinancingData, facts: Facts): FinancingData {
  const { n, from, to, maximum, periods, rate, instalments } = facts as unknown as PlannedAgreement & { rate: number; instalments: readonly Pick<Instalment, 'code' | 'gate' | 'period' | 'cents'>[] };
  const agreement: Agreement = { n, from, to, maximum, periods, rate, ceiling: maximum, reports: [], accepted: [], defaulted: [], unaccounted: [], balance: null, settledOn: null };
  const fresh = instalments.map(({ code, gate, period, cents }): Instalment => ({
    id: `${n}-${code}`, agreement: n, code, gate, period, cents, state: 'foreseen', dueOn: null, preparedBy: null, approvedBy: null, bank: null, run: null, executedOn: null, rejection: null,
  }));
  return { ...data, planned: data.planned.filter((one) => one.n !== n), agreements: [...data.agreements, agreement], instalments: [...data.instalments, ...fresh] };
}

function withAgreement(data: FinancingData, facts: Facts, change: (one: Agreement) => Partial<Agreement>): FinancingData {
  return { ...data, agreements: data.agreements.map((one) => (one.n === facts['agreement'] ? { ...one, ...change(one) } : one)) };
}

function withInstalment(data: FinancingData, entry: Folded): FinancingData {
  const id = entry.facts['instalment'];
  return { ...data, instalments: data.instalments.map((one) => (one.id === id ? { ...one, state: stateAfter(one.state, entry.type), ...remembered(entry) } : one)) };
}

/** What each step leaves on the instalment. */
function remembered({ type, facts, on, source }: Folded): Partial<Instalment> {
  switch (type) {
    case 'instalment-due':
      return { ...(typeof facts['cents'] === 'number' ? { cents: facts['cents'] } : {}), dueOn: on, preparedBy: null, approvedBy: null, bank: null };
    case 'instalment-prepared':
      return { preparedBy: actorOf(source), approvedBy: null, bank: Number(facts['bank']), run: null, rejection: null };
    case 'preparation-returned':
      return { preparedBy: null, approvedBy: null, bank: null };
    case 'instalment-approved':
      return { approvedBy: actorOf(source) };
    case 'instalment-exported':
      return { run: textFact(facts, 'run') };
    case 'instalment-executed':
      return { executedOn: textFact(facts, 'on') || on };
    case 'instalment-rejected':
      return { rejection: textFact(facts, 'code') };
    default:
      return {};
  }
}

function withRecovery(data: FinancingData, n: number, change: (one: Recovery) => Partial<Recovery>): FinancingData {
  return { ...data, recoveries: data.recoveries.map((one) => (one.n === n ? { ...one, ...change(one) } : one)) };
}

/** Money that the bank sent back is not owed any more. */
function reduced({ recovered, state }: Recovery, cents: number): Partial<Recovery> {
  return { cents, state: cents > recovered ? state : recovered > 0 ? 'recovered' : 'dropped' };
}

function dueIn({ armed }: Folded): CivilDate | null {
  return dueOf(armed ?? [], 'recovery-due')?.on ?? null;
}

/** One deadline stands for all recoveries: the next that was demanded takes it over. */
function overdue(data: FinancingData, entry: Folded): FinancingData {
  const late = withRecovery(data, Number(entry.facts['n']), () => ({ state: 'overdue' }));
  return typeof entry.facts['next'] === 'number' ? withRecovery(late, entry.facts['next'], () => ({ dueOn: dueIn(entry) })) : late;
}

function moved(data: FinancingData, from: CivilDate, to: CivilDate): FinancingData {
  return { ...data, recoveries: data.recoveries.map((one) => (one.state === 'demanded' && one.dueOn === from ? { ...one, dueOn: to } : one)) };
}
