import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { AppealData } from './appeal.data.js';
import { remindOfAppeal } from './appeal.notices.js';

/** An appeal to the authority itself (recours gracieux). `new` is the moment before it is lodged. */
export const appealStatuses = ['new', 'lodged', 'under_review', 'upheld', 'dismissed', 'impliedly_dismissed', 'cancelled'] as const;
export type AppealStatus = (typeof appealStatuses)[number];

/** Nothing more is expected, except the time to go to court after a dismissal. */
export const appealEnded = ['upheld', 'dismissed', 'impliedly_dismissed', 'cancelled'] as const satisfies readonly AppealStatus[];

/** Neither decided nor ended: silence may still dismiss it. */
export const appealOpen = ['lodged', 'under_review'] as const satisfies readonly AppealStatus[];

const lost = ['dismissed', 'impliedly_dismissed'] as const satisfies readonly AppealStatus[];

/** THE table. */
export const appealTransitions: readonly Transition<AppealStatus>[] = [
  { act: 'lodge', by: ['applicant'], from: ['new'], entry: 'lodged', to: 'lodged' },
  { act: 'review', by: ['secretariat'], from: ['lodged'], entry: 'review-begun', to: 'under_review' },
  { act: 'review', by: ['secretariat'], from: ['under_review'], entry: 'reviewer-changed', to: 'same' },
  { act: 'decide', by: ['authority'], from: ['under_review'], entry: 'upheld', to: 'upheld' },
  { act: 'decide', by: ['authority'], from: ['under_review'], entry: 'dismissed', to: 'dismissed' },
  { act: 'appeal-due', by: ['clock'], from: appealOpen, entry: 'impliedly-dismissed', to: 'impliedly_dismissed' },
  { act: 'withdraw', by: ['applicant'], from: appealOpen, entry: 'withdrawn', to: 'cancelled' },
  { act: 'supersede', by: ['procedure'], from: appealOpen, entry: 'superseded', to: 'cancelled' },
  { act: 'court-limit', by: ['clock'], from: lost, entry: 'court-time-over', to: 'same' },
];

/** Legal periods: nobody moves them. */
export const appealDeadlines: { readonly [kind: string]: DeadlineKind<AppealStatus, AppealData> } = {
  'appeal-due': { actor: 'authority', movableBy: [], during: appealOpen, otherwise: 'appeal-dismissed', remind: remindOfAppeal },
  'court-limit': { actor: 'applicant', movableBy: [], during: lost, otherwise: 'court-time-over' },
};
