import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { ChangeData } from './change.data.js';
import { endingKinds } from './change.kinds.js';
import { remindOfPieces, remindOfReview } from './change.notices.js';

/** A change of a label's holder, from its request to its effect. `new` is the moment before the request is recorded. */
export const changeStatuses = ['new', 'under_review', 'incomplete', 'proposed', 'accepted', 'effective', 'refused', 'withdrawn'] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export const changeEnded = ['effective', 'refused', 'withdrawn'] as const satisfies readonly ChangeStatus[];

const secretariat = ['secretariat'] as const;
const undecided = ['under_review', 'incomplete', 'proposed'] as const satisfies readonly ChangeStatus[];

/** THE table. An acceptance brings two entries: the decision, then its effect on the records of the pole, or the day for which that is set. */
export const changeTransitions: readonly Transition<ChangeStatus>[] = [
  { act: 'request', by: ['applicant', 'secretariat'], from: ['new'], entry: 'change-requested', to: 'under_review' },
  { act: 'requestPieces', by: secretariat, from: ['under_review'], entry: 'pieces-requested', to: 'incomplete' },
  { act: 'supplyPieces', by: ['applicant'], from: ['incomplete'], entry: 'pieces-supplied', to: 'under_review' },
  // Without the pieces the request is decided on what is there.
  { act: 'pieces-due', by: ['clock'], from: ['incomplete'], entry: 'pieces-overdue', to: 'under_review' },
  { act: 'review-due', by: ['clock'], from: ['under_review', 'proposed'], entry: 'review-overdue', to: 'same' },

  { act: 'propose', by: secretariat, from: ['under_review'], entry: 'change-proposed', to: 'proposed' },
  { act: 'accept', by: secretariat, from: ['under_review'], entry: 'change-accepted', to: 'same' },
  { act: 'accept', by: secretariat, from: ['under_review'], entry: 'change-scheduled', to: 'accepted' },
  { act: 'accept', by: secretariat, from: ['under_review'], entry: 'change-effected', to: 'effective' },
  { act: 'accept', by: ['authority'], from: ['proposed'], entry: 'change-accepted', to: 'same' },
  { act: 'accept', by: ['authority'], from: ['proposed'], entry: 'change-scheduled', to: 'accepted' },
  { act: 'accept', by: ['authority'], from: ['proposed'], entry: 'change-effected', to: 'effective' },
  { act: 'refuse', by: secretariat, from: ['under_review'], entry: 'change-refused', to: 'refused' },
  { act: 'refuse', by: ['authority'], from: ['proposed'], entry: 'change-refused', to: 'refused' },
  { act: 'effect', by: ['clock'], from: ['accepted'], entry: 'change-effected', to: 'effective' },
  { act: 'withdraw', by: ['applicant'], from: undecided, entry: 'change-withdrawn', to: 'withdrawn' },
];

export const changeDeadlines: { readonly [kind: string]: DeadlineKind<ChangeStatus, ChangeData> } = {
  'review-due': { actor: 'secretariat', movableBy: secretariat, during: ['under_review', 'proposed'], otherwise: 'review-overdue', remind: remindOfReview },
  'pieces-due': { actor: 'applicant', movableBy: secretariat, during: ['incomplete'], otherwise: 'decided-without-pieces', remind: remindOfPieces },
  // Accepted for a day that was to come: that day is the decision's.
  effect: { actor: 'clock', movableBy: [], during: ['accepted'], otherwise: 'change-takes-effect', begins: ({ what }) => !endingKinds.includes(what) },
};
