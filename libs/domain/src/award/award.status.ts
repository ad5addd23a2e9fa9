import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import { remindToSignAmendment } from './amendment.notices.js';
import type { AwardData } from './award.data.js';
import { remindOfObservations, remindOfSuspension, remindToSign } from './award.notices.js';

/** A label, from its award to its end. `new` is the moment before the award is recorded. */
export const awardStatuses = ['new', 'awaiting_contract', 'active', 'lapsed', 'expired', 'under_notice', 'suspended', 'withdrawn', 'renounced', 'terminated', 'transferred'] as const;
export type AwardStatus = (typeof awardStatuses)[number];

export const awardEnded = ['lapsed', 'expired', 'withdrawn', 'renounced', 'terminated', 'transferred'] as const satisfies readonly AwardStatus[];

/** In force: what the public may rely on. */
export const inForce = ['active', 'under_notice'] as const satisfies readonly AwardStatus[];
/** The label stands, in force or suspended: its last day is still to come. */
export const standing = [...inForce, 'suspended'] as const satisfies readonly AwardStatus[];
/** Of these labels one may still hear that another follows: a late or restored renewal is decided after the last day. */
const everInForce = [...standing, 'expired', 'withdrawn', 'renounced', 'terminated', 'transferred'] as const satisfies readonly AwardStatus[];

/** THE table. A signature that completes the contract brings two entries: the signature, then `activated`. */
export const awardTransitions: readonly Transition<AwardStatus>[] = [
  { act: 'grant', by: ['procedure'], from: ['new'], entry: 'granted', to: 'awaiting_contract' },
  // A label that was awarded elsewhere, before its scheme was run here.
  { act: 'importLabel', by: ['secretariat'], from: ['new'], entry: 'imported', to: 'active' },
  // Where the scheme has no contract, the decision alone brings the label; the rule takes it from `new` alone.
  { act: 'grant', by: ['procedure'], from: ['new', 'awaiting_contract'], entry: 'activated', to: 'active' },
  { act: 'signContract', by: ['applicant'], from: ['awaiting_contract'], entry: 'contract-signed', to: 'same' },
  { act: 'signContract', by: ['applicant'], from: ['awaiting_contract'], entry: 'activated', to: 'active' },
  { act: 'countersignContract', by: ['authority'], from: ['awaiting_contract'], entry: 'contract-countersigned', to: 'same' },
  { act: 'countersignContract', by: ['authority'], from: ['awaiting_contract'], entry: 'activated', to: 'active' },
  // Signed in time, on paper, and entered after the award had lapsed: the signature undoes the lapse.
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'contract-signed', to: 'same', inTime: true },
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'reopened-in-time', to: 'awaiting_contract', inTime: true },
  { act: 'signContract', by: ['applicant'], from: ['lapsed'], entry: 'activated', to: 'active', inTime: true },
  { act: 'contract-due', by: ['clock'], from: ['awaiting_contract'], entry: 'lapsed', to: 'lapsed' },
  // News of the renewal change no status, and come after the label's end too.
  { act: 'renewalUnderAppraisal', by: ['procedure'], from: everInForce, entry: 'renewal-under-appraisal', to: 'same' },
  { act: 'renewalGivenUp', by: ['procedure'], from: everInForce, entry: 'renewal-given-up', to: 'same' },
  { act: 'succeeded', by: ['procedure'], from: everInForce, entry: 'succeeded', to: 'same' },
  // The next label speaks for itself: it is in force once its contract is signed, or never.
  { act: 'successorActivated', by: ['procedure'], from: everInForce, entry: 'successor-active', to: 'same' },
  { act: 'successorReopened', by: ['procedure'], from: everInForce, entry: 'successor-reopened', to: 'same' },
  { act: 'successorLapsed', by: ['procedure'], from: everInForce, entry: 'successor-lapsed', to: 'same' },
  { act: 'expiry', by: ['clock'], from: standing, entry: 'expired', to: 'expired' },

  // Before a suspension or a withdrawal the holder is heard; whatever its answer or its silence, only the authority decides.
  { act: 'serveNotice', by: ['authority'], from: ['active'], entry: 'notice-served', to: 'under_notice' },
  { act: 'serveNotice', by: ['authority'], from: ['suspended'], entry: 'notice-served', to: 'same' },
  { act: 'giveObservations', by: ['applicant'], from: ['under_notice', 'suspended'], entry: 'observations-given', to: 'same' },
  { act: 'observations-due', by: ['clock'], from: ['under_notice', 'suspended'], entry: 'observations-time-over', to: 'same' },
  { act: 'suspend', by: ['authority'], from: ['under_notice'], entry: 'suspended', to: 'suspended' },
  { act: 'withdraw', by: ['authority'], from: ['under_notice', 'suspended'], entry: 'withdrawn', to: 'withdrawn' },
  { act: 'dropNotice', by: ['authority'], from: ['under_notice'], entry: 'notice-dropped', to: 'active' },
  { act: 'dropNotice', by: ['authority'], from: ['suspended'], entry: 'notice-dropped', to: 'same' },
  { act: 'reinstate', by: ['authority'], from: ['suspended'], entry: 'reinstated', to: 'active' },
  { act: 'suspension-limit', by: ['clock'], from: ['suspended'], entry: 'suspension-limit-reached', to: 'withdrawn' },

  { act: 'renounce', by: ['applicant'], from: standing, entry: 'renounced', to: 'renounced' },
  { act: 'renounce', by: ['applicant'], from: standing, entry: 'renunciation-announced', to: 'same' },
  { act: 'renunciation', by: ['clock'], from: standing, entry: 'renounced', to: 'renounced' },

  // The last day moves by a decision alone, also after it has passed.
  { act: 'extend', by: ['authority'], from: standing, entry: 'extended', to: 'same' },
  { act: 'extend', by: ['authority'], from: ['expired'], entry: 'extended', to: 'active' },

  // What was accepted as a change of the holder.
  { act: 'terminate', by: ['procedure'], from: standing, entry: 'terminated', to: 'terminated' },
  { act: 'transfer', by: ['procedure'], from: standing, entry: 'transferred', to: 'transferred' },
  { act: 'recordChange', by: ['procedure'], from: standing, entry: 'particulars-changed', to: 'same' },

  // The contract is amended: the secretariat writes, both parties sign, in either order; the second signature brings two entries.
  { act: 'proposeAmendment', by: ['secretariat'], from: standing, entry: 'amendment-proposed', to: 'same' },
  { act: 'signAmendment', by: ['applicant'], from: standing, entry: 'amendment-signed', to: 'same' },
  { act: 'signAmendment', by: ['applicant'], from: standing, entry: 'amendment-in-force', to: 'same' },
  { act: 'signAmendment', by: ['applicant'], from: standing, entry: 'amendment-reopened', to: 'same', inTime: true },
  { act: 'countersignAmendment', by: ['authority'], from: standing, entry: 'amendment-signed', to: 'same' },
  { act: 'countersignAmendment', by: ['authority'], from: standing, entry: 'amendment-in-force', to: 'same' },
  { act: 'dropAmendment', by: ['secretariat'], from: standing, entry: 'amendment-dropped', to: 'same' },
  { act: 'amendment-due', by: ['clock'], from: standing, entry: 'amendment-lapsed', to: 'same' },
];

export const awardDeadlines: { readonly [kind: string]: DeadlineKind<AwardStatus, AwardData> } = {
  'contract-due': { actor: 'applicant', movableBy: ['secretariat'], during: ['awaiting_contract'], otherwise: 'award-lapsed', remind: remindToSign },
  // The label's last day is the decision's: only another decision changes it.
  expiry: { actor: 'clock', movableBy: [], during: standing, otherwise: 'label-expired' },
  // The scheme's time for the holder to be heard: nobody takes it away [CRPA L122-1].
  'observations-due': { actor: 'applicant', movableBy: ['authority', 'secretariat'], onlyLater: true, during: ['under_notice', 'suspended'], otherwise: 'decided-without-observations', remind: remindOfObservations },
  // A legal period: nobody may move it, only a decision ends it.
  'suspension-limit': { actor: 'authority', movableBy: [], during: ['suspended'], otherwise: 'label-withdrawn', remind: remindOfSuspension },
  renunciation: { actor: 'clock', movableBy: [], during: standing, otherwise: 'label-renounced' },
  'amendment-due': { actor: 'applicant', movableBy: ['secretariat'], during: standing, otherwise: 'amendment-lapsed', remind: remindToSignAmendment },
};
