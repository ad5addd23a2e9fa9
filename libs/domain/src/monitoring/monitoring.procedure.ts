import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { blankMonitoring, evolveMonitoring, type MonitoringData } from './monitoring.data.js';
import {
  begin, correctionOverdue, defaulted, formalNotice, periodEnd, reportOverdue, requestCorrection, reviewOverdue, submitReport, validateReport,
} from './monitoring.rules.js';
import { monitoringDeadlines, monitoringTransitions, type MonitoringStatus } from './monitoring.status.js';

/** The yearly reports of a label: `monitoring/<key of the label>`. It outlives the label, until the last report has its outcome. */
export const monitoringProcedure: Procedure<MonitoringStatus, MonitoringData, Terms['monitoring']> = {
  kind: 'monitoring',
  version: 1,
  initial: { status: 'new', data: blankMonitoring },
  transitions: monitoringTransitions,
  ended: ['closed'],
  deadlines: monitoringDeadlines,
  rules: {
    begin, submitReport, requestCorrection, validateReport,
    'period-end': periodEnd,
    'report-due': reportOverdue,
    'report-due.formal-notice': formalNotice,
    'correction-due': correctionOverdue,
    'correction-due.formal-notice': formalNotice,
    'notice-limit': defaulted,
    'review-due': reviewOverdue,
  },
  evolve: evolveMonitoring,
  concerned: (file, kind) => (kind === 'review-due' ? [{ officerOf: file.subject }] : [{ pole: file.data.pole, significant: true }]),
  links: ({ call, pole, award }) => ({ call, pole, parent: award }),
};
