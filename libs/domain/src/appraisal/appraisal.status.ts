import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { AppraisalData } from './appraisal.data.js';
import { remindToAnswer, remindToScore, remindToVisit } from './appraisal.notices.js';

/** One expert's appraisal of one application. `new` is the moment before the invitation is recorded. */
export const appraisalStatuses = [
  'new', 'invited', 'declared', 'accepted', 'submitted', 'revealed',
  'declined', 'recused', 'no_show', 'replaced', 'cancelled',
] as const;
export type AppraisalStatus = (typeof appraisalStatuses)[number];

/** Nothing more is expected of the expert. */
export const appraisalEnded = ['revealed', 'declined', 'recused', 'no_show', 'replaced', 'cancelled'] as const satisfies readonly AppraisalStatus[];

/** Ended without an appraisal: the expert's access to the file is closed and the draft of the scores is destroyed. */
export const appraisalLost = ['declined', 'recused', 'no_show', 'replaced', 'cancelled'] as const satisfies readonly AppraisalStatus[];

/** From the declaration without conflict on, the expert reads the application's answers and attachments. */
export const appraisalReading = ['declared', 'accepted', 'submitted', 'revealed'] as const satisfies readonly AppraisalStatus[];

/** THE table. */
export const appraisalTransitions: readonly Transition<AppraisalStatus>[] = [
  { act: 'invite', by: ['procedure'], from: ['new'], entry: 'invited', to: 'invited' },
  { act: 'declare', by: ['expert'], from: ['invited'], entry: 'declared-clear', to: 'declared' },
  // A conflict may also come to light later.
  { act: 'declare', by: ['expert'], from: ['invited', 'declared', 'accepted'], entry: 'recused', to: 'recused' },
  { act: 'accept', by: ['expert'], from: ['declared'], entry: 'accepted', to: 'accepted' },
  { act: 'decline', by: ['expert'], from: ['invited', 'declared', 'accepted'], entry: 'declined', to: 'declined' },
  // Where the scheme wants the expert to go and see.
  { act: 'recordVisit', by: ['expert'], from: ['accepted'], entry: 'visited', to: 'same' },
  { act: 'visit-due', by: ['clock'], from: ['accepted'], entry: 'visit-overdue', to: 'same' },
  { act: 'submitScores', by: ['expert'], from: ['accepted'], entry: 'scores-submitted', to: 'submitted' },
  { act: 'reveal', by: ['procedure'], from: ['submitted'], entry: 'revealed', to: 'revealed' },
  { act: 'cancel', by: ['procedure'], from: ['invited', 'declared', 'accepted', 'submitted'], entry: 'cancelled', to: 'cancelled' },
  { act: 'replace', by: ['secretariat'], from: ['invited', 'declared', 'accepted'], entry: 'replaced', to: 'replaced' },
  // A tie that the applicant pointed out counts even against scores that are in, as long as they are sealed.
  { act: 'takeFromObjected', by: ['procedure'], from: ['invited', 'declared', 'accepted', 'submitted'], entry: 'objection-upheld', to: 'replaced' },
  { act: 'proposeDueDate', by: ['expert'], from: ['declared', 'accepted'], entry: 'due-date-proposed', to: 'same' },
  { act: 'answerDueDate', by: ['secretariat'], from: ['declared', 'accepted'], entry: 'due-date-answered', to: 'same' },
  // Answered in time, on paper, and entered after silence had counted as a refusal.
  { act: 'declare', by: ['expert'], from: ['no_show'], entry: 'declared-clear', to: 'declared', inTime: true },
  { act: 'declare', by: ['expert'], from: ['no_show'], entry: 'recused', to: 'recused', inTime: true },
  { act: 'accept', by: ['expert'], from: ['no_show'], entry: 'accepted', to: 'accepted', inTime: true },
  { act: 'decline', by: ['expert'], from: ['no_show'], entry: 'declined', to: 'declined', inTime: true },
  { act: 'submitScores', by: ['expert'], from: ['no_show'], entry: 'scores-submitted', to: 'submitted', inTime: true },
  { act: 'answer-due', by: ['clock'], from: ['invited', 'declared'], entry: 'no-answer', to: 'no_show' },
  { act: 'score-due', by: ['clock'], from: ['accepted'], entry: 'scores-overdue', to: 'same' },
  { act: 'score-due.escalation', by: ['clock'], from: ['accepted'], entry: 'escalated', to: 'same' },
  { act: 'score-due.no-show', by: ['clock'], from: ['accepted'], entry: 'no-scores', to: 'no_show' },
];

export const appraisalDeadlines: { readonly [kind: string]: DeadlineKind<AppraisalStatus, AppraisalData> } = {
  'answer-due': { actor: 'expert', movableBy: ['secretariat'], during: ['invited', 'declared'], otherwise: 'expert-replaced', remind: remindToAnswer },
  'visit-due': { actor: 'expert', movableBy: ['secretariat'], during: ['accepted'], otherwise: 'visit-overdue', remind: remindToVisit },
  'score-due': { actor: 'expert', movableBy: ['secretariat'], during: ['accepted'], otherwise: 'expert-replaced', remind: remindToScore },
};
