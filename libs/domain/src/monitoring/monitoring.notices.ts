import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import { presentPeriod, type MonitoringData } from './monitoring.data.js';

type File = Standing<string, MonitoringData>;
type Rest = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** Tells those who answer for the pole. `key` is unique within this monitoring. */
export function toPole(file: File, template: string, key: string, rest: Rest = {}, pole = file.data.pole): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole, significant: true }, ...rest };
}

/** Tells the case officer of the label. */
export function toOfficer(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...rest };
}

/** First and last day of the period that a notice is about. */
export function periodFacts(data: MonitoringData): { from: CivilDate; to: CivilDate } {
  const { from, to } = presentPeriod(data);
  return { from, to };
}

/** Before and after the date of a report or of its correction, the pole is reminded as long as it has not come. */
export function remindOfReport(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [toPole(file, 'monitoring.report-reminder', `${deadline.kind}/reminder/${deadline.offset}/${due}`, {
    facts: { ...periodFacts(file.data), dueOn: due },
    whileStatus: ['open', 'report_due', 'overdue', 'correction_requested'],
  })];
}
