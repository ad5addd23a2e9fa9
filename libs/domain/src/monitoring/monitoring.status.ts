import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { MonitoringData } from './monitoring.data.js';
import { remindOfReport } from './monitoring.notices.js';

/** Where the report of the present period stands; a period that is validated or defaulted gives way to the next. `new` is the moment before the label is in force. */
export const monitoringStatuses = ['new', 'open', 'report_due', 'overdue', 'formal_notice', 'under_review', 'correction_requested', 'closed'] as const;
export type MonitoringStatus = (typeof monitoringStatuses)[number];

/** Something is awaited from the pole. */
export const reportAwaited = ['report_due', 'overdue', 'formal_notice', 'correction_requested'] as const satisfies readonly MonitoringStatus[];

/** The report may be written: while its period runs, and as long as it is awaited. */
export const reportWritten = ['open', ...reportAwaited] as const satisfies readonly MonitoringStatus[];

const secretariat = ['secretariat'] as const;
/** The report's date may be moved to any day, so it may come in each of these. */
const beforeNotice = ['open', 'report_due', 'overdue'] as const satisfies readonly MonitoringStatus[];
const correcting = ['correction_requested', 'overdue'] as const satisfies readonly MonitoringStatus[];

/** THE table. What ends a period brings two entries: how it ended, then the next period, or the end. */
export const monitoringTransitions: readonly Transition<MonitoringStatus>[] = [
  { act: 'begin', by: ['procedure'], from: ['new'], entry: 'period-opened', to: 'open' },
  { act: 'period-end', by: ['clock'], from: ['open'], entry: 'period-ended', to: 'report_due' },

  { act: 'report-due', by: ['clock'], from: beforeNotice, entry: 'report-overdue', to: 'overdue' },
  { act: 'report-due.formal-notice', by: ['clock'], from: beforeNotice, entry: 'formal-notice-served', to: 'formal_notice' },
  { act: 'correction-due', by: ['clock'], from: correcting, entry: 'correction-overdue', to: 'overdue' },
  { act: 'correction-due.formal-notice', by: ['clock'], from: correcting, entry: 'formal-notice-served', to: 'formal_notice' },
  { act: 'notice-limit', by: ['clock'], from: ['formal_notice'], entry: 'period-defaulted', to: 'same' },
  { act: 'notice-limit', by: ['clock'], from: ['formal_notice'], entry: 'period-opened', to: 'open' },
  { act: 'notice-limit', by: ['clock'], from: ['formal_notice'], entry: 'monitoring-closed', to: 'closed' },

  { act: 'submitReport', by: ['applicant'], from: reportAwaited, entry: 'report-submitted', to: 'under_review' },
  { act: 'review-due', by: ['clock'], from: ['under_review'], entry: 'review-overdue', to: 'same' },
  { act: 'requestCorrection', by: secretariat, from: ['under_review'], entry: 'correction-requested', to: 'correction_requested' },
  { act: 'validateReport', by: secretariat, from: ['under_review'], entry: 'report-validated', to: 'same' },
  { act: 'validateReport', by: secretariat, from: ['under_review'], entry: 'period-opened', to: 'open' },
  { act: 'validateReport', by: secretariat, from: ['under_review'], entry: 'monitoring-closed', to: 'closed' },
];

export const monitoringDeadlines: { readonly [kind: string]: DeadlineKind<MonitoringStatus, MonitoringData> } = {
  // The period's last day follows from the decision: it can't be moved, only the report's date can.
  'period-end': { actor: 'clock', movableBy: [], during: ['open'], otherwise: 'report-awaited' },
  'report-due': { actor: 'applicant', movableBy: secretariat, during: beforeNotice, otherwise: 'formal-notice', remind: remindOfReport },
  'correction-due': { actor: 'applicant', movableBy: secretariat, during: correcting, otherwise: 'formal-notice', remind: remindOfReport },
  'notice-limit': { actor: 'applicant', movableBy: secretariat, during: ['formal_notice'], otherwise: 'period-defaulted' },
  'review-due': { actor: 'secretariat', movableBy: secretariat, during: ['under_review'], otherwise: 'review-overdue' },
};
