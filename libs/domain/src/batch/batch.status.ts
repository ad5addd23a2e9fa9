import type { Outcome } from '../procedure/record.js';

/** `prepared` is the preview; `confirmed` until every row has its outcome, then `ended`; one that was never confirmed may be `dropped`. */
export const batchStatuses = ['prepared', 'confirmed', 'ended', 'dropped'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** What a batch asks of its files: a deadline moved, a decision signed, a signed decision notified, a label extended. */
export const batchActs = ['moveDeadline', 'sign', 'notify', 'extend'] as const;
/** Acts of the authority: it confirms what it has read, named by its fingerprint. */
export const signedActs: readonly BatchAct[] = ['sign', 'extend'];
export type BatchAct = (typeof batchActs)[number];

/** What became of one file of a batch. `closed`: its procedure had ended. */
export const batchRowStates = ['waiting', 'applied', 'refused', 'closed'] as const;
export type BatchRowState = (typeof batchRowStates)[number];

/** How a row of a batch ends. */
export interface BatchRowEnd {
  readonly state: Exclude<BatchRowState, 'waiting'>;
  /** The refusal's code. */
  readonly code: string | null;
}

/** The end of a row by what its file answered to the act. */
export function rowEndOf(outcome: Outcome): BatchRowEnd {
  if (outcome.is === 'done') return { state: 'applied', code: null };
  return { state: outcome.code === 'step-over' ? 'closed' : 'refused', code: outcome.code };
}
