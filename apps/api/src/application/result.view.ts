import type { Result } from '../../../../libs/domain/src/application/consolidate.js';
import { type Fraction, inHundredths } from '../../../../libs/domain/src/appraisal/fraction.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { appraisalRules } from '../call/appraisal-rules.js';
import type { Locale } from '../http/locale.js';
import type { ExactDto, ResultDto } from './result.dto.js';

/** What an expert wrote, by criterion and for the whole (`overall`); nothing once erased. */
export type Comments = Readonly<Record<string, string>>;

interface Shown {
  readonly scheme: Pick<Scheme, 'grid' | 'panel' | 'committee'>;
  /** By appraisal. */
  readonly comments: ReadonlyMap<number, Comments>;
  readonly locale: Locale;
}

/** A consolidated appraisal with its sum, for those who work on the file and for its experts. */
export function resultView({ rule, totals, criteria, total, threshold, reached, groups = [] }: Result, { scheme, comments, locale }: Shown): ResultDto {
  const counted = new Set(totals.filter(({ counts }) => counts).map(({ n }) => n));
  const said = (n: number, what: string): string | null => comments.get(n)?.[what] ?? null;
  return {
    rule, threshold, reached, total: exact(total),
    totals: totals.map((one) => ({ n: one.n, total: exact(one.total), counts: one.counts, comment: said(one.n, 'overall') })),
    criteria: criteria.map((line) => ({
      code: line.code, label: scheme.grid.criteria.find(({ code }) => code === line.code)?.label[locale] ?? line.code, weight: line.weight, max: line.max,
      threshold: line.threshold && exact(line.threshold), mean: exact(line.mean), contribution: exact(line.contribution), reached: line.reached,
      marks: line.marks.map(({ n, mark }) => ({ n, mark, counts: counted.has(n), comment: said(n, line.code) })),
    })),
    groups: groups.map((group) => ({
      ...group, label: scheme.grid.groups?.find(({ code }) => code === group.code)?.label[locale] ?? group.code, of: scheme.grid.criteria.filter((one) => one.group === group.code).length,
    })),
    rules: appraisalRules(scheme, locale),
  };
}

/**
 * The same for the applicant, who learns neither who the experts are nor whether they differed: only what counts, under numbers of its
 * own. The sum is the same, because nothing that is set aside is in it.
 */
export function resultForApplicant(result: Result, shown: Shown): ResultDto {
  const counted = result.totals.filter(({ counts }) => counts).map(({ n }) => n);
  const number = (n: number): number => counted.indexOf(n) + 1;
  const comments = new Map([...shown.comments].flatMap(([n, said]) => (counted.includes(n) ? [[number(n), said] as const] : [])));
  return resultView({
    ...result, rule: 'panel',
    totals: result.totals.filter(({ counts }) => counts).map((one) => ({ ...one, n: number(one.n) })),
    criteria: result.criteria.map((line) => ({ ...line, marks: line.marks.flatMap(({ n, mark }) => (counted.includes(n) ? [{ n: number(n), mark }] : [])) })),
  }, { ...shown, comments });
}

function exact(value: Fraction): ExactDto {
  const hundredths = inHundredths(value);
  return { ...value, shown: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` };
}
