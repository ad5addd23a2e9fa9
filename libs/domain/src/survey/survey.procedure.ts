import type { Procedure } from '../procedure/procedure.js';
import type { SurveyTerms } from '../scheme/terms.js';
import { blankSurvey, evolveSurvey, type SurveyData } from './survey.data.js';
import { begin, closingDay, declareOwn, eraseNames, labelEnded, launch, launchOverdue, notHeld, sendWave } from './survey.rules.js';
import { surveyDeadlines, surveyEnded, type SurveyStatus, surveyTransitions } from './survey.status.js';

/** The survey of the firms that a centre has served in one monitoring period: `survey/<key of the label>/<period>`. */
export const surveyProcedure: Procedure<SurveyStatus, SurveyData, SurveyTerms> = {
  kind: 'survey',
  version: 1,
  initial: { status: 'new', data: blankSurvey },
  transitions: surveyTransitions,
  ended: surveyEnded,
  deadlines: surveyDeadlines,
  rules: {
    begin, launch, declareOwn, labelEnded,
    'launch-due': launchOverdue,
    'listing-limit': notHeld,
    'next-wave.send': sendWave,
    'next-wave': sendWave,
    'close-due': closingDay,
    'names-due': eraseNames,
  },
  evolve: evolveSurvey,
  concerned: (file, kind) => (kind === 'next-wave' ? [{ officerOf: file.subject }] : [{ pole: file.data.pole, significant: true }]),
  links: ({ call, pole, monitoring }) => ({ call, pole, parent: monitoring }),
};
