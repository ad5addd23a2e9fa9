import { dueOf } from '../procedure/deadline.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { type FinancialRecord, type MonitoringData, periodNumbered, type PeriodRecord, withPeriod } from './monitoring.data.js';

/** The period whose financial report is awaited, or awaited again: the earliest, which the deadline is about. */
export function awaitedFinancial({ periods }: Pick<MonitoringData, 'periods'>): PeriodRecord | undefined {
  return periods.find(({ financial }) => financial?.state === 'awaited' || financial?.state === 'returned');
}

/** Whether a financial report is still awaited or under review. */
export function financialPending({ periods }: Pick<MonitoringData, 'periods'>): boolean {
  return periods.some(({ financial }) => financial && ['awaited', 'submitted', 'returned'].includes(financial.state));
}

/** Folds what concerns financial reports; undefined for every other entry. */
export function evolveFinancial(data: MonitoringData, entry: Entry): MonitoringData | undefined {
  const { facts, on } = entry;
  const change = (what: Partial<FinancialRecord>): MonitoringData => {
    const financial = periodNumbered(data, facts['n'])?.financial;
    return financial ? withPeriod(data, facts['n'], { financial: { ...financial, ...what } }) : data;
  };
  switch (entry.type) {
    case 'financial-report-awaited': {
      const dueOn = dueOf(entry.armed, 'financial-report-due')?.on ?? textFact(facts, 'dueOn');
      const financial: FinancialRecord = { state: 'awaited', dueOn, submittedOn: null, late: false, corrections: 0, spent: null, accepted: null, outcomeOn: null };
      return withPeriod(data, facts['n'], { financial });
    }
    case 'financial-report-submitted': {
      const before = periodNumbered(data, facts['n'])?.financial;
      const first = before?.submittedOn == null ? { submittedOn: on, late: before !== undefined && on > before.dueOn } : {};
      return change({ state: 'submitted', spent: Number(facts['spent']), ...first });
    }
    case 'financial-report-returned': {
      const corrections = periodNumbered(data, facts['n'])?.financial?.corrections ?? 0;
      return change({ state: 'returned', corrections: corrections + 1, dueOn: dueOf(entry.armed, 'financial-report-due')?.on ?? optionalText(facts, 'dueOn') ?? on });
    }
    case 'financial-report-validated':
      return change({ state: 'validated', accepted: Number(facts['accepted']), outcomeOn: on });
    case 'financial-report-defaulted':
      return change({ state: 'defaulted', outcomeOn: on });
    case 'deadline-moved': {
      const awaited = awaitedFinancial(data);
      if (facts['kind'] !== 'financial-report-due' || !awaited?.financial) return undefined;
      return withPeriod(data, awaited.n, { financial: { ...awaited.financial, dueOn: optionalText(facts, 'to') ?? awaited.financial.dueOn } });
    }
    default:
      return undefined;
  }
}
