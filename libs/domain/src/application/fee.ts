import type { Act } from '../procedure/act.js';
import { type Deadline, type DeadlineSpec, dueOf, reminders } from '../procedure/deadline.js';
import { type Refusal, refuse } from '../procedure/decision.js';
import { enteredOn } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import type { ApplicationData } from './application.data.js';

/** Statuses in which the fee is awaited. */
export const feeAwaitedIn = ['submitted', 'incomplete'] as const;

/** Until when the fee is to be paid, from the day on which the file came; nothing where the scheme asks for none. */
export function feeDue(act: Act, { fee }: Pick<Terms['application'], 'fee'>): DeadlineSpec[] {
  return fee ? [{ kind: 'fee-due', rule: { from: enteredOn(act), after: fee.limit, roll: 'working-day' }, marks: reminders(fee.reminders) }] : [];
}

/** Whether the file may be admitted as far as its fee goes. Refuses `fee-unpaid`. */
export function owesFee({ data, deadlines }: { readonly data: Pick<ApplicationData, 'fee'>; readonly deadlines: readonly Deadline[] }, { fee }: Pick<Terms['application'], 'fee'>): Refusal | undefined {
  if (!fee || data.fee) return undefined;
  return refuse('fee-unpaid', { limitOn: dueOf(deadlines, 'fee-due')?.on ?? '–' });
}
