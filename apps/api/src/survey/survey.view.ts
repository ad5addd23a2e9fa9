import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { SurveyData, SurveyFigures } from '../../../../libs/domain/src/survey/survey.data.js';
import type { SurveyRecord } from '../../../../libs/persistence/src/survey/survey.queries.js';
import { addressOf } from '../act/subject-param.js';
import type { SurveyCountsDto, SurveySummaryDto } from './survey.dto.js';

/** A survey in a list. Of one that runs, the figures of its launch are not its result. */
export function surveySummary({ id, status, pole, data, dueOn }: SurveyRecord): SurveySummaryDto {
  const figures = status === 'closed' ? data.figures : null;
  return {
    id: addressOf(id), status, label: labelOf(data), n: data.n, periodEnds: data.periodEnds, pole, runBy: data.runBy,
    figures: countsIn(figures), mean: figures?.mean ?? null, own: data.own, dueOn,
  };
}

export function countsIn(figures: SurveyFigures | null): SurveyCountsDto | null {
  if (!figures) return null;
  const { sent, bounced, unsubscribed, answered } = figures;
  return { sent, bounced, unsubscribed, answered };
}

/** Id of the label whose firms are asked. */
export function labelOf({ monitoring }: SurveyData): string {
  return keyOf(monitoring);
}
