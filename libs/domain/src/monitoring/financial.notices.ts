import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import { awaitedFinancial } from './financial.data.js';
import type { MonitoringData, PeriodRecord } from './monitoring.data.js';
import { toPole } from './monitoring.notices.js';

/** First and last day of a period, for its notices. */
export function daysOf(period: PeriodRecord | undefined): Facts {
  return period ? { from: period.from, to: period.to } : {};
}

/** Before and after its date, the pole is reminded of the financial report as long as it has not come. */
export function remindOfFinancialReport(file: Standing<string, MonitoringData>, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const period = awaitedFinancial(file.data);
  if (!period) return [];
  const key = `financial-report/${period.n}/reminder/${deadline.offset}/${due}`;
  return [toPole(file, 'monitoring.financial-report-reminder', key, { facts: { ...daysOf(period), dueOn: due } })];
}
