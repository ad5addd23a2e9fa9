import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { ApplicationData } from './application.data.js';
import { remindOfCondition, remindOfPieces, remindOfReview } from './application.notices.js';
import { conditionDueMoved } from './conditions.js';
import { remindOfReasons } from './contest.notices.js';
import { feeAwaitedIn as feeAwaited } from './fee.js';
import { remindOfFee } from './fee.notices.js';
import { remindOfOpinions } from './opinion.notices.js';

/** `draft` is the API's: a workflow begins with the submission. */
export const applicationStatuses = [
  'draft', 'submitted', 'incomplete', 'admissible', 'inadmissible', 'under_appraisal', 'divergent', 'third_review', 'consensus', 'right_of_reply', 'in_committee', 'decision_proposed',
  'awarded', 'refused', 'withdrawn', 'on_reserve', 'conditionally_awarded', 'closed_without_action',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Nothing more is expected, except the limits of appeals. */
export const applicationEnded = ['inadmissible', 'awarded', 'refused', 'withdrawn', 'closed_without_action'] as const satisfies readonly ApplicationStatus[];

/** Submitted and not decided: the applicant may withdraw. */
export const undecided = ['submitted', 'incomplete', 'admissible', 'under_appraisal', 'divergent', 'third_review', 'consensus', 'right_of_reply', 'in_committee', 'on_reserve', 'decision_proposed'] as const satisfies readonly ApplicationStatus[];

/** Undecided, and the implied-decision clock runs: it stands still while pieces are awaited. */
export const silenceRuns = ['submitted', 'admissible', 'under_appraisal', 'divergent', 'third_review', 'consensus', 'right_of_reply', 'in_committee', 'on_reserve', 'decision_proposed'] as const satisfies readonly ApplicationStatus[];

/** Experts are being found or write: nobody sees what another one wrote. */
export const sealed = ['under_appraisal', 'divergent', 'third_review'] as const satisfies readonly ApplicationStatus[];
const objectable = ['submitted', 'incomplete', 'admissible', ...sealed, 'consensus'] as const satisfies readonly ApplicationStatus[];
const appraised = ['under_appraisal', 'third_review'] as const;

/** Ended without a decision: by the applicant, or by the authority. Nobody works on it any more. */
export const givenUp = ['withdrawn', 'closed_without_action'] as const satisfies readonly ApplicationStatus[];

/** A session's word may find the file anywhere on its way, or after its end. */
const submittedOnce = applicationStatuses.filter((status) => status !== 'draft');

/** Decided with a decision that may be contested. */
const contestable = ['inadmissible', 'awarded', 'conditionally_awarded', 'refused'] as const satisfies readonly ApplicationStatus[];

/** Opinions of other bodies are asked for, and may come until the decision is signed. */
export const opinionsTaken = ['admissible', ...sealed, 'consensus', 'right_of_reply', 'in_committee', 'on_reserve', 'decision_proposed'] as const satisfies readonly ApplicationStatus[];

/** THE table. */
export const applicationTransitions: readonly Transition<ApplicationStatus>[] = [
  { act: 'submit', by: ['applicant'], from: ['draft'], entry: 'submitted', to: 'submitted' },

  { act: 'requestPieces', by: ['secretariat'], from: ['submitted'], entry: 'pieces-requested', to: 'incomplete' },
  { act: 'supplyPieces', by: ['applicant'], from: ['incomplete'], entry: 'pieces-supplied', to: 'submitted' },
  { act: 'pieces-due', by: ['clock'], from: ['incomplete'], entry: 'declared-inadmissible', to: 'inadmissible' },
  // Posted in time, entered after the limit had passed: what the clock did is undone.
  { act: 'supplyPieces', by: ['applicant'], from: ['inadmissible'], entry: 'pieces-supplied', to: 'same', inTime: true },
  { act: 'supplyPieces', by: ['applicant'], from: ['inadmissible'], entry: 'reopened-in-time', to: 'submitted', inTime: true },
  { act: 'reopenDeadline', by: ['secretariat'], from: ['inadmissible'], entry: 'deadline-reopened', to: 'incomplete' },
  { act: 'reopenDeadline', by: ['secretariat'], from: ['in_committee'], entry: 'deadline-reopened', to: 'right_of_reply' },
  { act: 'review-due', by: ['clock'], from: ['submitted'], entry: 'review-overdue', to: 'same' },
  // Where the scheme asks for a fee. Paid in time and recorded after the limit had passed: what the clock did is undone.
  { act: 'recordFee', by: ['secretariat'], from: [...feeAwaited, 'inadmissible'], entry: 'fee-paid', to: 'same' },
  { act: 'recordFee', by: ['secretariat'], from: ['inadmissible'], entry: 'reopened-in-time', to: 'submitted' },
  { act: 'exemptFromFee', by: ['secretariat'], from: feeAwaited, entry: 'fee-exempted', to: 'same' },
  { act: 'fee-due', by: ['clock'], from: feeAwaited, entry: 'declared-inadmissible', to: 'inadmissible' },
  { act: 'admit', by: ['secretariat'], from: ['submitted'], entry: 'admitted', to: 'admissible' },
  { act: 'declareInadmissible', by: ['secretariat'], from: ['submitted'], entry: 'declared-inadmissible', to: 'inadmissible' },

  { act: 'staff', by: ['secretariat'], from: ['admissible'], entry: 'panel-staffed', to: 'under_appraisal' },
  { act: 'staff', by: ['secretariat'], from: ['under_appraisal'], entry: 'panel-staffed', to: 'same' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisal-received', to: 'same' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'appraisalLost', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisal-lost', to: 'same' },
  { act: 'appraisalLost', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisals-complete', to: 'in_committee' },
  // Two experts are too far apart: one more writes, and is replaced until there is one. There is no fourth.
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['under_appraisal'], entry: 'divergence-found', to: 'divergent' },
  { act: 'appraisalLost', by: ['procedure'], from: ['under_appraisal'], entry: 'divergence-found', to: 'divergent' },
  { act: 'staff', by: ['secretariat'], from: ['divergent'], entry: 'panel-staffed', to: 'third_review' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['third_review'], entry: 'appraisal-received', to: 'same' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['third_review'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'appraisalLost', by: ['procedure'], from: ['third_review'], entry: 'appraisal-lost', to: 'divergent' },
  // An expert of before was back among them: whoever is left still writes, or has written.
  { act: 'appraisalLost', by: ['procedure'], from: ['third_review'], entry: 'appraisal-dropped', to: 'same' },
  { act: 'appraisalLost', by: ['procedure'], from: ['third_review'], entry: 'appraisals-complete', to: 'in_committee' },
  // As the scheme says: the experts' report, then the applicant's reply, then the committee.
  { act: 'appraisalSubmitted', by: ['procedure'], from: appraised, entry: 'consensus-opened', to: 'consensus' },
  { act: 'appraisalLost', by: ['procedure'], from: appraised, entry: 'consensus-opened', to: 'consensus' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: appraised, entry: 'reply-opened', to: 'right_of_reply' },
  { act: 'appraisalLost', by: ['procedure'], from: appraised, entry: 'reply-opened', to: 'right_of_reply' },
  { act: 'nameRapporteur', by: ['secretariat'], from: ['consensus'], entry: 'rapporteur-named', to: 'same' },
  { act: 'recordConsensus', by: ['secretariat', 'expert'], from: ['consensus'], entry: 'consensus-recorded', to: 'same' },
  { act: 'recordConsensus', by: ['secretariat', 'expert'], from: ['consensus'], entry: 'reply-opened', to: 'right_of_reply' },
  { act: 'recordConsensus', by: ['secretariat', 'expert'], from: ['consensus'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'consensus-due', by: ['clock'], from: ['consensus'], entry: 'consensus-overdue', to: 'same' },
  { act: 'reply', by: ['applicant'], from: ['right_of_reply'], entry: 'reply-received', to: 'same' },
  { act: 'reply', by: ['applicant'], from: ['right_of_reply'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'reply', by: ['applicant'], from: ['in_committee'], entry: 'reply-received', to: 'same', inTime: true },
  { act: 'reply-due', by: ['clock'], from: ['right_of_reply'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'appraisalResumed', by: ['procedure'], from: ['under_appraisal', 'third_review'], entry: 'appraisal-resumed', to: 'same' },
  { act: 'appraisalResumed', by: ['procedure'], from: ['divergent'], entry: 'appraisal-resumed', to: 'third_review' },
  { act: 'appraisal-due', by: ['clock'], from: ['admissible', ...sealed], entry: 'appraisal-overdue', to: 'same' },

  // Opinions of other bodies, where the scheme asks for them; one that has not come by the limit is not awaited.
  { act: 'recordOpinion', by: ['secretariat'], from: opinionsTaken, entry: 'opinion-given', to: 'same' },
  { act: 'opinion-due', by: ['clock'], from: opinionsTaken, entry: 'opinions-closed', to: 'same' },

  // Until the experts have all written, the applicant may ask that one of them not see the file.
  // Also where the applicant is told that the experts are writing: a refusal would say that they differ.
  { act: 'objectToExpert', by: ['applicant'], from: objectable, entry: 'expert-objected', to: 'same' },
  { act: 'decideObjection', by: ['secretariat'], from: objectable, entry: 'objection-decided', to: 'same' },

  // A session of the committee takes the file, proposes on it, or gives it back.
  // Where the committee has no longer, or not yet, to do with it, the file brings no entry and tells the session so.
  { act: 'onAgenda', by: ['procedure'], from: submittedOnce, entry: 'put-on-agenda', to: 'same' },
  { act: 'offAgenda', by: ['procedure'], from: ['in_committee'], entry: 'taken-off-agenda', to: 'same' },
  { act: 'deferred', by: ['procedure'], from: ['in_committee'], entry: 'deferred-by-committee', to: 'same' },
  { act: 'reserve', by: ['procedure'], from: ['in_committee'], entry: 'reserved', to: 'on_reserve' },
  { act: 'propose', by: ['committee', 'secretariat', 'procedure'], from: ['in_committee', 'on_reserve'], entry: 'decision-proposed', to: 'decision_proposed' },
  { act: 'sendForSignature', by: ['secretariat'], from: ['decision_proposed'], entry: 'sent-for-signature', to: 'same' },
  { act: 'sign', by: ['authority'], from: ['decision_proposed'], entry: 'decision-signed', to: 'same' },
  { act: 'sign', by: ['authority'], from: ['decision_proposed'], entry: 'decision-deferred', to: 'in_committee' },
  { act: 'notify', by: ['secretariat'], from: ['decision_proposed'], entry: 'award-notified', to: 'awarded' },
  { act: 'notify', by: ['secretariat'], from: ['decision_proposed'], entry: 'conditional-award-notified', to: 'conditionally_awarded' },
  { act: 'notify', by: ['secretariat'], from: ['decision_proposed'], entry: 'refusal-notified', to: 'refused' },
  { act: 'readDecision', by: ['applicant'], from: ['awarded', 'conditionally_awarded', 'refused'], entry: 'decision-read', to: 'same' },
  { act: 'meetCondition', by: ['secretariat'], from: ['conditionally_awarded'], entry: 'condition-met', to: 'same' },
  { act: 'meetCondition', by: ['secretariat'], from: ['conditionally_awarded'], entry: 'conditions-met', to: 'awarded' },
  { act: 'condition-due', by: ['clock'], from: ['conditionally_awarded'], entry: 'condition-overdue', to: 'same' },
  { act: 'appeal-limit', by: ['clock'], from: contestable, entry: 'appeal-time-over', to: 'same' },

  // Silence is an overlay: the file lives on, an express decision supersedes it, both stay in the journal.
  { act: 'implied-decision', by: ['clock'], from: silenceRuns, entry: 'silence-elapsed', to: 'same' },
  { act: 'implied-decision.warning', by: ['clock'], from: silenceRuns, entry: 'silence-near', to: 'same' },
  { act: 'silence-appeal-limit', by: ['clock'], from: undecided, entry: 'silence-appeal-time-over', to: 'same' },
  { act: 'requestReasons', by: ['applicant'], from: undecided, entry: 'reasons-requested', to: 'same' },
  { act: 'giveReasons', by: ['authority', 'secretariat'], from: undecided, entry: 'reasons-given', to: 'same' },
  { act: 'reasons-due', by: ['clock'], from: undecided, entry: 'reasons-overdue', to: 'same' },

  // Appeals have files of their own; they begin this one again after its end, and one that is upheld reopens it.
  // One that was on its way when the file ended without a decision is told so, and its end is kept.
  { act: 'appealLodged', by: ['procedure'], from: [...contestable, ...undecided, ...givenUp], entry: 'appeal-lodged', to: 'same' },
  { act: 'appealSettled', by: ['procedure'], from: [...contestable, ...undecided, ...givenUp], entry: 'appeal-settled', to: 'same' },
  { act: 'appealSettled', by: ['procedure'], from: undecided, entry: 'implied-rejection-withdrawn', to: 'same' },
  { act: 'appealSettled', by: ['procedure'], from: ['refused'], entry: 'reopened', to: 'in_committee' },
  { act: 'appealSettled', by: ['procedure'], from: ['inadmissible'], entry: 'reopened', to: 'submitted' },
  { act: 'appeal-outcome', by: ['clock'], from: [...contestable, ...undecided], entry: 'appeal-outcome-due', to: 'same' },

  { act: 'withdraw', by: ['applicant'], from: undecided, entry: 'withdrawn', to: 'withdrawn' },
  { act: 'closeWithoutAction', by: ['authority'], from: undecided, entry: 'closed-without-action', to: 'closed_without_action' },
];

export const applicationDeadlines: { readonly [kind: string]: DeadlineKind<ApplicationStatus, ApplicationData> } = {
  'review-due': { actor: 'secretariat', movableBy: ['secretariat'], during: ['submitted'], otherwise: 'review-overdue', remind: remindOfReview },
  'pieces-due': { actor: 'applicant', movableBy: ['secretariat'], during: ['incomplete'], otherwise: 'inadmissible', remind: remindOfPieces },
  'fee-due': { actor: 'applicant', movableBy: ['secretariat'], during: feeAwaited, otherwise: 'inadmissible', remind: remindOfFee },
  'opinion-due': { actor: 'secretariat', movableBy: ['secretariat'], during: opinionsTaken, otherwise: 'opinions-not-awaited', remind: remindOfOpinions },
  'appraisal-due': { actor: 'secretariat', movableBy: ['secretariat'], during: ['admissible', ...sealed], otherwise: 'appraisal-overdue' },
  'consensus-due': { actor: 'secretariat', movableBy: ['secretariat'], during: ['consensus'], otherwise: 'consensus-overdue' },
  'reply-due': { actor: 'applicant', movableBy: ['secretariat'], during: ['right_of_reply'], otherwise: 'no-reply' },
  'condition-due': { actor: 'applicant', movableBy: ['authority'], during: ['conditionally_awarded'], otherwise: 'condition-overdue', remind: remindOfCondition, movedTo: conditionDueMoved },
  // Legal periods: nobody moves them.
  'implied-decision': { actor: 'authority', movableBy: [], during: silenceRuns, otherwise: 'implied-rejection' },
  'silence-appeal-limit': { actor: 'applicant', movableBy: [], during: undecided, otherwise: 'appeal-time-over' },
  'reasons-due': { actor: 'authority', movableBy: [], during: undecided, otherwise: 'reasons-overdue', remind: remindOfReasons },
  'appeal-outcome': { actor: 'authority', movableBy: [], during: [...contestable, ...undecided], otherwise: 'appeal-dismissed' },
  'appeal-limit': { actor: 'applicant', movableBy: [], during: contestable, otherwise: 'appeal-time-over' },
};
