import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { FinancingData } from './financing.data.js';
import { remindOfRecovery } from './financing.notices.js';

/** The financing of a label: `current`, `frozen` while it is suspended, `settling` once it ended early or expired suspended, `settled` when nobody owes anything any more. */
export const financingStatuses = ['new', 'current', 'frozen', 'settling', 'settled'] as const;
export type FinancingStatus = (typeof financingStatuses)[number];

export const financingEnded = ['settled'] as const satisfies readonly FinancingStatus[];

const alive = ['current', 'frozen', 'settling'] as const;
/** Nothing is prepared, approved or sent to the bank while the label is suspended. */
const paying = ['current', 'settling'] as const;

/** The entries by which an agreement is settled: what is left to pay, or to recover. */
const settlement = ['balance-computed', 'instalment-cancelled', 'instalment-due', 'recovery-found'] as const;
const beginning = ['agreement-opened', 'instalment-due'] as const;

function rows(act: string, by: Transition<FinancingStatus>['by'], from: readonly FinancingStatus[], entries: readonly string[]): Transition<FinancingStatus>[] {
  return entries.map((entry) => ({ act, by, from, entry, to: 'same' as const }));
}

/** Where this act may be the one after which nobody owes anything. */
function settles(act: string, by: Transition<FinancingStatus>['by'], from: readonly FinancingStatus[] = alive): Transition<FinancingStatus> {
  return { act, by, from, entry: 'financing-settled', to: 'settled' };
}

/** THE table of the whole; each instalment has its own, `instalment.table.ts`. */
export const financingTransitions: readonly Transition<FinancingStatus>[] = [
  { act: 'begin', by: ['procedure'], from: ['new'], entry: 'financing-begun', to: 'current' },
  // What follows the first entry of an act also stands under the status before it, from which the act was taken.
  ...rows('begin', ['procedure'], ['new', 'current'], beginning),
  settles('begin', ['procedure'], ['new', 'current']),
  ...rows('next-agreement', ['clock'], ['current', 'frozen'], beginning),

  // What the label's yearly reports say.
  ...rows('reportValidated', ['procedure'], alive, ['report-noted', ...settlement]),
  settles('reportValidated', ['procedure']),
  ...rows('financialReportValidated', ['procedure'], alive, ['spending-accepted', ...settlement]),
  settles('financialReportValidated', ['procedure']),
  ...rows('periodDefaulted', ['procedure'], alive, ['default-noted']),
  ...rows('financialReportDefaulted', ['procedure'], alive, ['account-default-noted']),
  // No report will come: the authority settles the agreement by what was accepted so far.
  ...rows('closeAgreement', ['authority'], alive, settlement),
  settles('closeAgreement', ['authority']),

  // What becomes of the label.
  { act: 'labelSuspended', by: ['procedure'], from: ['current'], entry: 'payments-frozen', to: 'frozen' },
  { act: 'labelReinstated', by: ['procedure'], from: ['frozen'], entry: 'payments-resumed', to: 'current' },
  // Nothing is paid here any more, but it may be opened again.
  ...rows('labelSuspended', ['procedure'], ['settling', 'settled'], ['label-suspended']),
  ...rows('labelReinstated', ['procedure'], ['settling', 'settled'], ['label-reinstated']),
  // Nobody can reinstate a label whose last day is over: what its reports give is settled.
  { act: 'labelExpired', by: ['procedure'], from: ['current', 'frozen'], entry: 'label-expired', to: 'settling' },
  ...rows('labelExpired', ['procedure'], ['settling', 'settled'], ['label-expired']),
  settles('labelExpired', ['procedure']),
  { act: 'labelEnded', by: ['procedure'], from: ['current', 'frozen'], entry: 'label-ended', to: 'settling' },
  ...rows('labelEnded', ['procedure'], alive, ['agreement-reduced', 'instalment-cancelled', 'instalment-due', 'recovery-found']),
  settles('labelEnded', ['procedure']),
  ...rows('labelExtended', ['procedure'], ['current', 'frozen', 'settled'], ['label-extended']),
  { act: 'labelExtended', by: ['procedure'], from: ['settled'], entry: 'financing-reopened', to: 'current' },
  { act: 'labelExtended', by: ['procedure'], from: ['settled'], entry: 'financing-reopened-frozen', to: 'frozen' },
  ...rows('labelExtended', ['procedure'], ['current', 'frozen', 'settled'], beginning),

  // An instalment, on its way to the bank and back; two different people prepare and approve it.
  ...rows('prepareInstalment', ['secretariat'], paying, ['instalment-prepared']),
  ...rows('returnInstalment', ['secretariat', 'authority'], alive, ['preparation-returned']),
  ...rows('approveInstalment', ['secretariat', 'authority'], paying, ['instalment-approved']),
  ...rows('exportInstalment', ['procedure'], paying, ['instalment-exported']),
  ...rows('recordExecution', ['secretariat'], alive, ['instalment-executed']),
  settles('recordExecution', ['secretariat']),
  ...rows('recordRejection', ['secretariat'], alive, ['instalment-rejected', 'recovery-reduced', 'instalment-due', 'instalment-cancelled']),
  settles('recordRejection', ['secretariat']),

  ...rows('demandRecovery', ['authority'], alive, ['recovery-demanded']),
  ...rows('recovery-due', ['clock'], alive, ['recovery-overdue']),
  ...rows('recordRecovery', ['secretariat'], alive, ['recovery-recorded']),
  settles('recordRecovery', ['secretariat']),
  ...rows('waiveRecovery', ['authority'], alive, ['recovery-waived']),
  settles('waiveRecovery', ['authority']),

  ...rows('proposeBankDetails', ['applicant'], alive, ['bank-details-proposed']),
  ...rows('noteCallBack', ['secretariat'], alive, ['call-back-noted']),
  ...rows('confirmBankDetails', ['secretariat', 'authority'], alive, ['bank-details-confirmed', 'preparation-returned']),
  ...rows('refuseBankDetails', ['secretariat', 'authority'], alive, ['bank-details-refused']),
];

export const financingDeadlines: { readonly [kind: string]: DeadlineKind<FinancingStatus, FinancingData> } = {
  // The first day of the next agreement is the label's: nobody moves it.
  'next-agreement': { actor: 'clock', movableBy: [], during: ['current', 'frozen'], otherwise: 'agreement-opens' },
  'recovery-due': { actor: 'applicant', movableBy: ['secretariat'], during: alive, otherwise: 'recovery-overdue', remind: remindOfRecovery },
};
