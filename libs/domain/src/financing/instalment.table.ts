/** An instalment, from the day it is foreseen to the bank's answer. */
export const instalmentStates = ['foreseen', 'due', 'prepared', 'approved', 'exported', 'executed', 'rejected', 'cancelled'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

/** THE table of an instalment: this entry leads there, from these alone. Money is sent by one row, from `approved`, which nothing but the two people reach. */
export const instalmentTransitions: readonly { readonly entry: string; readonly from: readonly InstalmentState[]; readonly to: InstalmentState }[] = [
  // Its gate has opened; or, as the balance, it was given another amount.
  { entry: 'instalment-due', from: ['foreseen', 'due', 'prepared', 'approved', 'rejected'], to: 'due' },
  { entry: 'instalment-prepared', from: ['due', 'rejected'], to: 'prepared' },
  { entry: 'preparation-returned', from: ['prepared', 'approved'], to: 'due' },
  { entry: 'instalment-approved', from: ['prepared'], to: 'approved' },
  { entry: 'instalment-exported', from: ['approved'], to: 'exported' },
  { entry: 'instalment-executed', from: ['exported'], to: 'executed' },
  { entry: 'instalment-rejected', from: ['exported'], to: 'rejected' },
  { entry: 'instalment-cancelled', from: ['foreseen', 'due', 'prepared', 'approved', 'rejected'], to: 'cancelled' },
];

/** The money has gone, or is on its way: it counts as paid until the bank rejects it. */
export const sentStates: readonly InstalmentState[] = ['exported', 'executed'];
/** Nothing more is expected of it. */
export const overStates: readonly InstalmentState[] = ['executed', 'cancelled'];

/** Whether an entry may come to an instalment in this state. */
export function takesEntry(state: InstalmentState, entry: string): boolean {
  return instalmentTransitions.some((row) => row.entry === entry && row.from.includes(state));
}

/** @throws RangeError for an entry that the table does not have from here: a fault of the program */
export function stateAfter(state: InstalmentState, entry: string): InstalmentState {
  const row = instalmentTransitions.find((one) => one.entry === entry && one.from.includes(state));
  if (!row) throw new RangeError(`instalment: no ${entry} from ${state}`);
  return row.to;
}
