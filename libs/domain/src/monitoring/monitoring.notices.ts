import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Facts } from '../procedure/act.js';
import type { Message, Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import { keyOf } from '../procedure/subject.js';
import type { MonitoringTerms } from '../scheme/terms.js';
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

/** Tells whoever decides on labels. */
export function toAuthority(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, ...rest };
}

/** Tells the label's payments what they wait for, where there are any. */
export function toFinancing(file: File, terms: MonitoringTerms, act: string, facts: Facts & { readonly n: number }): Message[] {
  return terms.financed ? [{ to: `financing/${keyOf(file.subject)}`, act, key: `${act}/${facts.n}`, facts }] : [];
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
