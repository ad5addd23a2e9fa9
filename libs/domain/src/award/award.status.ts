import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { AwardData } from './award.data.js';
import { remindToSign } from './award.notices.js';

/** A label, from its award to its end. `new` is the moment before the award is recorded. */
export const awardStatuses = ['new', 'awaiting_contract', 'active', 'lapsed', 'expired'] as const;
export type AwardStatus = (typeof awardStatuses)[number];

export const awardEnded = ['lapsed', 'expired'] as const satisfies readonly AwardStatus[];

/** THE table. A signature that completes the contract brings two entries: the signature, then `activated`. */
export const awardTransitions: readonly Transition<AwardStatus>[] = [
  { act: 'grant', by: ['procedure'], from: ['new'], entry: 'granted', to: 'awaiting_contract' },
  { act: 'signContract', by: ['applicant'], from: ['awaiting_contract'], entry: 'contract-signed', to: 'same' },
  { act: 'signContract', by: ['applicant'], from: ['awaiting_contract'], entry: 'activated', to: 'active' },
  { act: 'countersignContract', by: ['authority'], from: ['awaiting_contract'], entry: 'contract-countersigned', to: 'same' },
  { act: 'countersignContract', by: ['authority'], from: ['awaiting_contract'], entry: 'activated', to: 'active' },
  // Signed in time, on paper, and entered after the award had lapsed: the signature undoes the lapse.
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'contract-signed', to: 'same', inTime: true },
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'reopened-in-time', to: 'awaiting_contract', inTime: true },
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'activated', to: 'active', inTime: true },
  { act: 'contract-due', by: ['clock'], from: ['awaiting_contract'], entry: 'lapsed', to: 'lapsed' },
  { act: 'renewalUnderAppraisal', by: ['procedure'], from: ['active'], entry: 'renewal-under-appraisal', to: 'same' },
  { act: 'renewalGivenUp', by: ['procedure'], from: ['active'], entry: 'renewal-given-up', to: 'same' },
  { act: 'succeeded', by: ['procedure'], from: ['active'], entry: 'succeeded', to: 'same' },
  // The next label speaks for itself: it is in force once its contract is signed, or never.
  { act: 'successorActivated', by: ['procedure'], from: ['active'], entry: 'successor-active', to: 'same' },
  { act: 'successorReopened', by: ['procedure'], from: ['active'], entry: 'successor-reopened', to: 'same' },
  { act: 'successorLapsed', by: ['procedure'], from: ['active'], entry: 'successor-lapsed', to: 'same' },
  { act: 'expiry', by: ['clock'], from: ['active'], entry: 'expired', to: 'expired' },
];

export const awardDeadlines: { readonly [kind: string]: DeadlineKind<AwardStatus, AwardData> } = {
  'contract-due': { actor: 'applicant', movableBy: ['secretariat'], during: ['awaiting_contract'], otherwise: 'award-lapsed', remind: remindToSign },
  // The label's last day is the decision's: only another decision changes it.
  expiry: { actor: 'clock', movableBy: [], during: ['active'], otherwise: 'label-expired' },
};
