import type { Procedure } from '../procedure/procedure.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import {
  financialDefaulted, financialOverdue, financialReviewOverdue, returnFinancialReport, submitFinancialReport, validateFinancialReport,
} from './financial.rules.js';
import { labelEnded, labelExtended, labelReinstated, labelSuspended } from './label.rules.js';
import { lateReviewOverdue, returnLateReport, submitLateReport, validateLateReport } from './late-report.rules.js';
import { midTermAppraised, midTermExpertLost, midTermOverdue, staffMidTerm } from './mid-term.rules.js';
import { blankMonitoring, type MonitoringData } from './monitoring.data.js';
import { evolveMonitoring } from './monitoring.evolve.js';
import {
  begin, correctionOverdue, defaulted, formalNotice, periodEnd, reportOverdue, requestCorrection, reviewOverdue, submitReport, surveyClosed, validateReport,
} from './monitoring.rules.js';
import { monitoringDeadlines, monitoringTransitions, type MonitoringStatus } from './monitoring.status.js';

/** Deadlines that the pole need not hear of. */
const ofSecretariat: readonly string[] = ['review-due', 'financial-review-due', 'late-review-due', 'mid-term-due'];

/** The yearly reports of a label: `monitoring/<key of the label>`. It outlives the label, until the last report has its outcome. */
export const monitoringProcedure: Procedure<MonitoringStatus, MonitoringData, MonitoringTerms> = {
  kind: 'monitoring',
  version: 2,
  initial: { status: 'new', data: blankMonitoring },
  transitions: monitoringTransitions,
  ended: ['closed'],
  deadlines: monitoringDeadlines,
  rules: {
    begin, submitReport, requestCorrection, validateReport, surveyClosed,
    submitFinancialReport, returnFinancialReport, validateFinancialReport,
    submitLateReport, returnLateReport, validateLateReport,
    labelSuspended, labelReinstated, labelEnded, labelExtended,
    staffMidTerm, appraisalSubmitted: midTermAppraised, appraisalLost: midTermExpertLost,
    'period-end': periodEnd,
    'report-due': reportOverdue,
    'report-due.formal-notice': formalNotice,
    'correction-due': correctionOverdue,
    'correction-due.formal-notice': formalNotice,
    'notice-limit': defaulted,
    'review-due': reviewOverdue,
    'financial-report-due': financialOverdue,
    'financial-report-due.default': financialDefaulted,
    'financial-review-due': financialReviewOverdue,
    'mid-term-due': midTermOverdue,
    'late-review-due': lateReviewOverdue,
  },
  evolve: evolveMonitoring,
  concerned: (file, kind) => (ofSecretariat.includes(kind) ? [{ officerOf: file.subject }] : [{ pole: file.data.pole, significant: true }]),
  links: ({ call, pole, award }) => ({ call, pole, parent: award }),
};
