import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { AppealRecord } from '../../../../libs/persistence/src/appeal/appeal.queries.js';
import { addressOf } from '../act/subject-param.js';
import type { AppealSummaryDto } from './appeal.dto.js';

/** An appeal in a list. */
export function appealSummary({ id, status, application, data, pole, dueOn }: AppealRecord): AppealSummaryDto {
  return { id: addressOf(id), status, application: keyOf(application), against: data.against, pole, lodgedOn: data.lodgedOn, dueOn };
}
