import { plus } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { keyOf, kindOf, type SubjectId } from '../procedure/subject.js';
import type { Scheme } from '../scheme/shape/scheme.js';
import type { RetentionDecision } from './retention.status.js';

/** A procedure as retention sees it. */
export interface KeptSubject {
  readonly id: SubjectId;
  /** The label's or application's uuid: what belongs together. */
  readonly key: string;
  readonly schemeId: string;
  readonly pole: string;
  readonly ended: boolean;
  /** The day of the entry that ended it last; null while it runs. */
  readonly endedOn: CivilDate | null;
  /** The last day on which money was paid. */
  readonly paidOn: CivilDate | null;
}

/** A file whose period is over, and why. */
export interface DueFile {
  /** The subject that stands for it. */
  readonly file: SubjectId;
  readonly subjects: readonly SubjectId[];
  readonly schemeId: string;
  readonly pole: string;
  readonly category: string;
  /** From when the period counts, and its last day. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** As the scheme has it: nobody destroys what is to be archived or sorted without saying so. */
  readonly then: RetentionDecision;
}

type Category = Scheme['retention'][number];
/** Codes by which a scheme names what a period counts from; `all` stands for those that it does not name. */
const codes = { label: 'awarded', decision: 'refused', payment: 'payments', survey: 'survey' } as const;

/**
 * The files whose period is over on `today`. A file is proposed as a whole, once everything in it has ended; payments and surveys
 * go by periods of their own where the scheme names them.
 * @param retentionOf the periods of a scheme version: a file keeps those that it began with
 */
export function dueFiles(subjects: readonly KeptSubject[], retentionOf: (schemeId: string) => Scheme['retention'], today: CivilDate): DueFile[] {
  const files = new Map<string, KeptSubject[]>();
  for (const one of subjects) files.set(one.key, [...(files.get(one.key) ?? []), one]);
  return [...files.values()].flatMap((together) => unitsOf(together, retentionOf)).filter(({ until }) => until < today).sort((a, b) => (a.until + a.file < b.until + b.file ? -1 : 1));
}

function unitsOf(together: readonly KeptSubject[], retentionOf: (schemeId: string) => Scheme['retention']): DueFile[] {
  const find = (kind: string) => together.find(({ id }) => kindOf(id) === kind && keyOf(id).length === 36);
  const [application, label] = [find('application'), find('award')];
  const lead = application ?? label;
  const retention = retentionOf((label ?? lead ?? together[0])?.schemeId ?? '');
  const own = (code: string): boolean => retention.some((one) => one.code === code);
  const apart = together.filter(({ id }) => (kindOf(id) === 'financing' && own(codes.payment)) || (kindOf(id) === 'survey' && own(codes.survey)));
  const main = together.filter((one) => !apart.includes(one));
  const anchor = label ? label.endedOn : latest(main.map(({ endedOn }) => endedOn));
  return [
    ...(lead ? due(lead, main, categoryOf(retention, label ? codes.label : codes.decision), anchor) : []),
    ...apart.flatMap((one) => (kindOf(one.id) === 'financing'
      ? due(one, [one], categoryOf(retention, codes.payment), one.paidOn ?? one.endedOn)
      : due(one, [one], categoryOf(retention, codes.survey), one.endedOn))),
  ];
}

function due(lead: KeptSubject, members: readonly KeptSubject[], category: Category | undefined, from: CivilDate | null): DueFile[] {
  if (!category || from === null || !members.every(({ ended }) => ended)) return [];
  return [{
    file: lead.id, subjects: members.map(({ id }) => id).sort(), schemeId: lead.schemeId, pole: lead.pole, category: category.code, from, until: plus(from, category.keep),
    then: category.then === 'eliminate' ? 'eliminate' : 'keep',
  }];
}

function categoryOf(retention: Scheme['retention'], code: string): Category | undefined {
  return retention.find((one) => one.code === code) ?? retention.find((one) => one.code === 'all');
}

function latest(days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
