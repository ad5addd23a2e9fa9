import type { MonitoringData, PeriodRecord } from './monitoring.data.js';

/** What an act beside the yearly report needs to find in some period, or in the file. */
const needs: { readonly [act: string]: (data: MonitoringData) => boolean } = {
  submitLateReport: some((p) => p.outcome === 'defaulted' && (p.lateReport?.state ?? 'returned') === 'returned'),
  returnLateReport: some((p) => p.lateReport?.state === 'submitted'),
  validateLateReport: some((p) => p.lateReport?.state === 'submitted'),
  submitFinancialReport: some((p) => p.financial !== undefined && ['awaited', 'returned', 'defaulted'].includes(p.financial.state)),
  returnFinancialReport: some((p) => p.financial?.state === 'submitted'),
  validateFinancialReport: some((p) => p.financial?.state === 'submitted'),
  staffMidTerm: ({ midTerm }) => midTerm?.state === 'asked',
};

/** Whether an act that the status allows finds what it is about: nobody is shown a button that can only be refused. */
export function isOffered(data: MonitoringData, act: string): boolean {
  return needs[act]?.(data) ?? true;
}

function some(holds: (period: PeriodRecord) => boolean): (data: MonitoringData) => boolean {
  return ({ periods }) => periods.some(holds);
}
