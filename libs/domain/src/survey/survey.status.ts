import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { SurveyData } from './survey.data.js';
import { remindOfList } from './survey.notices.js';

/** The survey of one monitoring period. `new` is the moment before the period opens. */
export const surveyStatuses = ['new', 'listing', 'open', 'closed', 'own_declared', 'not_held'] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** It has its result: central, the centre's own, or none. */
export const surveyEnded = ['closed', 'own_declared', 'not_held'] as const satisfies readonly SurveyStatus[];

const secretariat = ['secretariat'] as const;
const either = ['applicant', 'secretariat'] as const;

/** THE table. Firms are listed, and answer, outside of it: lists and answers are no acts of the procedure. */
export const surveyTransitions: readonly Transition<SurveyStatus>[] = [
  { act: 'begin', by: ['procedure'], from: ['new'], entry: 'survey-begun', to: 'listing' },
  { act: 'launch', by: either, from: ['listing'], entry: 'survey-launched', to: 'open' },
  { act: 'declareOwn', by: ['applicant'], from: ['listing'], entry: 'own-survey-declared', to: 'own_declared' },
  { act: 'launch-due', by: ['clock'], from: ['listing'], entry: 'launch-overdue', to: 'same' },
  { act: 'listing-limit', by: ['clock'], from: ['listing'], entry: 'survey-not-held', to: 'not_held' },
  // A wave goes in the morning of its day, by the mark; the day's end finds none left.
  { act: 'next-wave.send', by: ['clock'], from: ['open'], entry: 'wave-sent', to: 'same' },
  { act: 'next-wave', by: ['clock'], from: ['open'], entry: 'wave-sent', to: 'same' },
  { act: 'close-due', by: ['clock'], from: ['open'], entry: 'survey-closed', to: 'closed' },
  // The label ended in the middle of the period: nobody is asked any more.
  { act: 'labelEnded', by: ['procedure'], from: ['listing'], entry: 'survey-not-held', to: 'not_held' },
  { act: 'labelEnded', by: ['procedure'], from: ['open'], entry: 'survey-closed', to: 'closed' },
  { act: 'names-due', by: ['clock'], from: ['closed'], entry: 'names-erased', to: 'same' },
];

export const surveyDeadlines: { readonly [kind: string]: DeadlineKind<SurveyStatus, SurveyData> } = {
  'launch-due': { actor: 'applicant', movableBy: secretariat, during: ['listing'], otherwise: 'launch-overdue', remind: remindOfList },
  'listing-limit': { actor: 'applicant', movableBy: secretariat, during: ['listing'], otherwise: 'survey-not-held' },
  'next-wave': { actor: 'clock', movableBy: secretariat, during: ['open'], otherwise: 'wave-sent' },
  'close-due': { actor: 'clock', movableBy: secretariat, during: ['open'], otherwise: 'survey-closed' },
  // A firm's name is kept no longer than the scheme says: nobody moves it.
  'names-due': { actor: 'clock', movableBy: [], during: ['closed'], otherwise: 'names-erased' },
};
