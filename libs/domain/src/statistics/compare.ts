import type { StatisticTable } from './table.js';

/** A figure in two sets. `difference` is null where either is missing. */
export interface ComparedFigure {
  readonly subject: StatisticTable['subject'];
  readonly by: StatisticTable['by'];
  readonly key: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly figure: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
}

/** Every figure of either set, side by side, in the order of the later one. */
export function compareTables(before: readonly StatisticTable[], after: readonly StatisticTable[]): ComparedFigure[] {
  const old = figuresOf(before);
  const fresh = figuresOf(after);
  const ids = new Set([...fresh.keys(), ...old.keys()]);
  return [...ids].map((id) => {
    const one = fresh.get(id) ?? old.get(id);
    if (!one) throw new RangeError(id);
    const [was, is] = [old.get(id)?.value ?? null, fresh.get(id)?.value ?? null];
    const { value: _value, ...what } = one;
    return { ...what, before: was, after: is, difference: was === null || is === null ? null : Math.round((is - was) * 100) / 100 };
  });
}

/** The figures of tables one by one. */
export function figuresOf(tables: readonly StatisticTable[]): Map<string, Pick<ComparedFigure, 'subject' | 'by' | 'key' | 'label' | 'figure'> & { readonly value: number | null }> {
  return new Map(tables.flatMap(({ subject, by, rows }) => rows.flatMap(({ key, label, figures }) => Object.entries(figures).map(([figure, value]) => [`${subject} ${by} ${key} ${figure}`, { subject, by, key, label, figure, value }] as const))));
}
