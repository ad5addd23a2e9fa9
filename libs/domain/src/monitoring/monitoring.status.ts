import type { DeadlineKind, Standing, Transition } from '../procedure/procedure.js';
import { remindOfFinancialReport } from './financial.notices.js';
import type { MonitoringData } from './monitoring.data.js';
import { remindOfReport } from './monitoring.notices.js';

/**
 * Where the report of the present period stands; a period that is validated or defaulted gives way to the next. `new` is the moment before the
 * label is in force. `settling`: the last report has its outcome, a financial report has not.
 */
export const monitoringStatuses = ['new', 'open', 'report_due', 'overdue', 'formal_notice', 'under_review', 'correction_requested', 'settling', 'closed'] as const;
export type MonitoringStatus = (typeof monitoringStatuses)[number];

/** A label's monitoring as its rules see it. */
export type File = Standing<MonitoringStatus, MonitoringData>;

/** Something is awaited from the pole. */
export const reportAwaited = ['report_due', 'overdue', 'formal_notice', 'correction_requested'] as const satisfies readonly MonitoringStatus[];

/** The report may be written: while its period runs, and as long as it is awaited. */
export const reportWritten = ['open', ...reportAwaited] as const satisfies readonly MonitoringStatus[];

/** While anything is still to come. */
export const monitoringRuns = [...reportWritten, 'under_review', 'settling'] as const satisfies readonly MonitoringStatus[];

/** From the beginning on, the end included: what comes late, and what the label and its surveys tell. */
const begun = [...monitoringRuns, 'closed'] as const satisfies readonly MonitoringStatus[];

const secretariat = ['secretariat'] as const;
const applicant = ['applicant'] as const;
const procedure = ['procedure'] as const;
const clock = ['clock'] as const;
/** The report's date may be moved to any day, so it may come in each of these. */
const beforeNotice = ['open', 'report_due', 'overdue'] as const satisfies readonly MonitoringStatus[];
const correcting = ['correction_requested', 'overdue'] as const satisfies readonly MonitoringStatus[];

/** What ends a period brings two entries: how it ended, then the next period, or the end; in between the appraisal at mid-term may be asked for. */
const endings = ([['notice-limit', clock, 'formal_notice', 'period-defaulted'], ['validateReport', secretariat, 'under_review', 'report-validated']] as const)
  .flatMap(([act, by, status, outcome]): Transition<MonitoringStatus>[] => [
    { act, by, from: [status], entry: outcome, to: 'same' },
    { act, by, from: [status], entry: 'mid-term-asked', to: 'same' },
    { act, by, from: [status], entry: 'period-opened', to: 'open' },
    { act, by, from: [status], entry: 'settling-begun', to: 'settling' },
    { act, by, from: [status], entry: 'monitoring-closed', to: 'closed' },
  ]);

/** Financial reports go their own way: they leave the status as it is, but for the last, which ends the settling. */
const ofFinancialReports: readonly Transition<MonitoringStatus>[] = [
  { act: 'period-end', by: clock, from: ['open'], entry: 'financial-report-awaited', to: 'same' },
  { act: 'submitFinancialReport', by: applicant, from: begun, entry: 'financial-report-submitted', to: 'same' },
  { act: 'returnFinancialReport', by: secretariat, from: begun, entry: 'financial-report-returned', to: 'same' },
  { act: 'validateFinancialReport', by: secretariat, from: begun, entry: 'financial-report-validated', to: 'same' },
  { act: 'validateFinancialReport', by: secretariat, from: ['settling'], entry: 'monitoring-closed', to: 'closed' },
  { act: 'financial-report-due', by: clock, from: monitoringRuns, entry: 'financial-report-overdue', to: 'same' },
  { act: 'financial-report-due.default', by: clock, from: monitoringRuns, entry: 'financial-report-defaulted', to: 'same' },
  { act: 'financial-report-due.default', by: clock, from: ['settling'], entry: 'monitoring-closed', to: 'closed' },
  { act: 'financial-review-due', by: clock, from: begun, entry: 'financial-review-overdue', to: 'same' },
];

/** What others tell: the label, its surveys, the appraisal at mid-term. */
const ofOthers: readonly Transition<MonitoringStatus>[] = [
  { act: 'labelSuspended', by: procedure, from: begun, entry: 'label-suspended', to: 'same' },
  { act: 'labelReinstated', by: procedure, from: begun, entry: 'label-reinstated', to: 'same' },
  { act: 'labelEnded', by: procedure, from: ['open'], entry: 'period-cut-short', to: 'report_due' },
  { act: 'labelEnded', by: procedure, from: ['open'], entry: 'financial-report-awaited', to: 'same' },
  { act: 'labelEnded', by: procedure, from: begun, entry: 'label-ended', to: 'same' },
  { act: 'labelEnded', by: procedure, from: ['open'], entry: 'settling-begun', to: 'settling' },
  { act: 'labelEnded', by: procedure, from: ['open'], entry: 'monitoring-closed', to: 'closed' },
  { act: 'labelExtended', by: procedure, from: begun, entry: 'label-extended', to: 'same' },
  { act: 'labelExtended', by: procedure, from: ['settling', 'closed'], entry: 'period-opened', to: 'open' },
  { act: 'surveyClosed', by: procedure, from: begun, entry: 'survey-result', to: 'same' },
];

const ofMidTerm: readonly Transition<MonitoringStatus>[] = [
  { act: 'staffMidTerm', by: secretariat, from: monitoringRuns, entry: 'mid-term-staffed', to: 'same' },
  { act: 'mid-term-due', by: clock, from: monitoringRuns, entry: 'mid-term-overdue', to: 'same' },
  { act: 'appraisalSubmitted', by: procedure, from: begun, entry: 'mid-term-appraised', to: 'same' },
  { act: 'appraisalLost', by: procedure, from: begun, entry: 'mid-term-expert-lost', to: 'same' },
];

/** THE table. */
export const monitoringTransitions: readonly Transition<MonitoringStatus>[] = [
  { act: 'begin', by: procedure, from: ['new'], entry: 'period-opened', to: 'open' },
  { act: 'period-end', by: clock, from: ['open'], entry: 'period-ended', to: 'report_due' },

  { act: 'report-due', by: clock, from: beforeNotice, entry: 'report-overdue', to: 'overdue' },
  { act: 'report-due.formal-notice', by: clock, from: beforeNotice, entry: 'formal-notice-served', to: 'formal_notice' },
  { act: 'correction-due', by: clock, from: correcting, entry: 'correction-overdue', to: 'overdue' },
  { act: 'correction-due.formal-notice', by: clock, from: correcting, entry: 'formal-notice-served', to: 'formal_notice' },

  { act: 'submitReport', by: applicant, from: reportAwaited, entry: 'report-submitted', to: 'under_review' },
  { act: 'review-due', by: clock, from: ['under_review'], entry: 'review-overdue', to: 'same' },
  { act: 'requestCorrection', by: secretariat, from: ['under_review'], entry: 'correction-requested', to: 'correction_requested' },
  ...endings,

  // After the default a report is still taken, and reviewed.
  { act: 'submitLateReport', by: applicant, from: begun, entry: 'late-report-submitted', to: 'same' },
  { act: 'returnLateReport', by: secretariat, from: begun, entry: 'late-report-returned', to: 'same' },
  { act: 'validateLateReport', by: secretariat, from: begun, entry: 'late-report-validated', to: 'same' },
  { act: 'late-review-due', by: clock, from: begun, entry: 'late-review-overdue', to: 'same' },
  ...ofFinancialReports,
  ...ofMidTerm,
  ...ofOthers,
];

export const monitoringDeadlines: { readonly [kind: string]: DeadlineKind<MonitoringStatus, MonitoringData> } = {
  // The period's last day follows from the decision: it can't be moved, only the report's date can.
  'period-end': { actor: 'clock', movableBy: [], during: ['open'], otherwise: 'report-awaited' },
  'report-due': { actor: 'applicant', movableBy: secretariat, during: beforeNotice, otherwise: 'formal-notice', remind: remindOfReport },
  'correction-due': { actor: 'applicant', movableBy: secretariat, during: correcting, otherwise: 'formal-notice', remind: remindOfReport },
  'notice-limit': { actor: 'applicant', movableBy: secretariat, during: ['formal_notice'], otherwise: 'period-defaulted' },
  'review-due': { actor: 'secretariat', movableBy: secretariat, during: ['under_review'], otherwise: 'review-overdue' },
  'late-review-due': { actor: 'secretariat', movableBy: secretariat, during: begun, otherwise: 'review-overdue' },
  // Of the earliest period that has not given its account.
  'financial-report-due': { actor: 'applicant', movableBy: secretariat, during: monitoringRuns, otherwise: 'financial-report-defaulted', remind: remindOfFinancialReport },
  'financial-review-due': { actor: 'secretariat', movableBy: secretariat, during: begun, otherwise: 'review-overdue' },
  'mid-term-due': { actor: 'secretariat', movableBy: secretariat, during: monitoringRuns, otherwise: 'mid-term-overdue' },
};
