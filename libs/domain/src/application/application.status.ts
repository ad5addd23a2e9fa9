import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { ApplicationData } from './application.data.js';
import { remindOfPieces, remindOfReview } from './application.notices.js';

/** `draft` is the API's: a workflow begins with the submission. */
export const applicationStatuses = [
  'draft', 'submitted', 'incomplete', 'admissible', 'inadmissible', 'under_appraisal', 'in_committee', 'decision_proposed',
  'awarded', 'refused', 'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Nothing more is expected, except the limits of appeals. */
export const applicationEnded = ['inadmissible', 'awarded', 'refused', 'withdrawn'] as const satisfies readonly ApplicationStatus[];

/** Submitted and not decided: the applicant may withdraw. */
export const undecided = ['submitted', 'incomplete', 'admissible', 'under_appraisal', 'in_committee', 'decision_proposed'] as const satisfies readonly ApplicationStatus[];

/** Undecided, and the implied-decision clock runs: it stands still while pieces are awaited. */
export const silenceRuns = ['submitted', 'admissible', 'under_appraisal', 'in_committee', 'decision_proposed'] as const satisfies readonly ApplicationStatus[];

/** Decided with a decision that may be contested. */
const contestable = ['inadmissible', 'awarded', 'refused'] as const satisfies readonly ApplicationStatus[];

/** THE table. */
export const applicationTransitions: readonly Transition<ApplicationStatus>[] = [
  { act: 'submit', by: ['applicant'], from: ['draft'], entry: 'submitted', to: 'submitted' },

  { act: 'requestPieces', by: ['secretariat'], from: ['submitted'], entry: 'pieces-requested', to: 'incomplete' },
  { act: 'supplyPieces', by: ['applicant'], from: ['incomplete'], entry: 'pieces-supplied', to: 'submitted' },
  { act: 'pieces-due', by: ['clock'], from: ['incomplete'], entry: 'declared-inadmissible', to: 'inadmissible' },
  { act: 'review-due', by: ['clock'], from: ['submitted'], entry: 'review-overdue', to: 'same' },
  { act: 'admit', by: ['secretariat'], from: ['submitted'], entry: 'admitted', to: 'admissible' },
  { act: 'declareInadmissible', by: ['secretariat'], from: ['submitted'], entry: 'declared-inadmissible', to: 'inadmissible' },

  { act: 'staff', by: ['secretariat'], from: ['admissible'], entry: 'panel-staffed', to: 'under_appraisal' },
  { act: 'staff', by: ['secretariat'], from: ['under_appraisal'], entry: 'panel-staffed', to: 'same' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisal-received', to: 'same' },
  { act: 'appraisalSubmitted', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'appraisalLost', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisal-lost', to: 'same' },
  { act: 'appraisalLost', by: ['procedure'], from: ['under_appraisal'], entry: 'appraisals-complete', to: 'in_committee' },
  { act: 'appraisal-due', by: ['clock'], from: ['admissible', 'under_appraisal'], entry: 'appraisal-overdue', to: 'same' },

  // Until the experts have all written, the applicant may ask that one of them not see the file.
  { act: 'objectToExpert', by: ['applicant'], from: ['submitted', 'incomplete', 'admissible', 'under_appraisal'], entry: 'expert-objected', to: 'same' },
  { act: 'decideObjection', by: ['secretariat'], from: ['submitted', 'incomplete', 'admissible', 'under_appraisal'], entry: 'objection-decided', to: 'same' },

  { act: 'propose', by: ['committee', 'secretariat'], from: ['in_committee'], entry: 'decision-proposed', to: 'decision_proposed' },
  { act: 'sign', by: ['authority'], from: ['decision_proposed'], entry: 'decision-signed', to: 'same' },
  { act: 'notify', by: ['secretariat'], from: ['decision_proposed'], entry: 'award-notified', to: 'awarded' },
  { act: 'notify', by: ['secretariat'], from: ['decision_proposed'], entry: 'refusal-notified', to: 'refused' },
  { act: 'appeal-limit', by: ['clock'], from: contestable, entry: 'appeal-time-over', to: 'same' },

  // Silence is an overlay: the file lives on, an express decision supersedes it, both stay in the journal.
  { act: 'implied-decision', by: ['clock'], from: silenceRuns, entry: 'silence-elapsed', to: 'same' },
  { act: 'silence-appeal-limit', by: ['clock'], from: undecided, entry: 'silence-appeal-time-over', to: 'same' },

  { act: 'withdraw', by: ['applicant'], from: undecided, entry: 'withdrawn', to: 'withdrawn' },
];

export const applicationDeadlines: { readonly [kind: string]: DeadlineKind<ApplicationStatus, ApplicationData> } = {
  'review-due': { actor: 'secretariat', movableBy: ['secretariat'], during: ['submitted'], otherwise: 'review-overdue', remind: remindOfReview },
  'pieces-due': { actor: 'applicant', movableBy: ['secretariat'], during: ['incomplete'], otherwise: 'inadmissible', remind: remindOfPieces },
  'appraisal-due': { actor: 'secretariat', movableBy: ['secretariat'], during: ['admissible', 'under_appraisal'], otherwise: 'appraisal-overdue' },
  // Legal periods: nobody moves them.
  'implied-decision': { actor: 'authority', movableBy: [], during: silenceRuns, otherwise: 'implied-rejection' },
  'silence-appeal-limit': { actor: 'applicant', movableBy: [], during: undecided, otherwise: 'appeal-time-over' },
  'appeal-limit': { actor: 'applicant', movableBy: [], during: contestable, otherwise: 'appeal-time-over' },
};
