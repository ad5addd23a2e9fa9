import type { Remark } from '../fault.js';
import type { Scheme } from '../shape/scheme.js';

/** Figures that must fit each other: weights and instalments sum to 100, thresholds lie on their scale. */
export function checkFigures(scheme: Scheme): Remark[] {
  const { grid, financing, indicators, award, monitoring } = scheme;
  return [
    ...sumsTo100(grid.criteria.map(({ weight }) => weight), 'weights', ['grid', 'criteria']),
    ...(!financing || (financing.agreement === 'none' && financing.instalments.length === 0)
      ? []
      : sumsTo100(financing.instalments.map(({ percent }) => percent), 'instalments', ['financing', 'instalments'])),
    ...grid.criteria.flatMap(({ threshold }, at) =>
      threshold !== undefined && threshold > grid.scale.max
        ? [{ path: ['grid', 'criteria', at, 'threshold'], message: `threshold ${threshold} is above the scale's maximum of ${grid.scale.max}` }]
        : [],
    ),
    ...groups(grid),
    ...levels(grid.scale),
    ...(['commentBelow', 'commentAbove'] as const).flatMap((limit) =>
      (grid[limit] ?? 0) > grid.scale.max ? [{ path: ['grid', limit], message: `${limit} ${grid[limit]} is above the scale's maximum of ${grid.scale.max}` }] : [],
    ),
    ...indicators.flatMap(({ min, max }, at) =>
      max !== undefined && max < min ? [{ path: ['indicators', at, 'max'], message: `max ${max} is below min ${min}` }] : [],
    ),
    ...months(award.term, monitoring?.period),
    ...(award.contract ? [] : gatedByContract(financing)),
    ...gatedByReports(scheme),
  ];
}

function sumsTo100(parts: number[], what: string, path: Remark['path']): Remark[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum === 100 ? [] : [{ path, message: `${what} add up to ${sum}, not to 100` }];
}

/** What waits for a contract would wait for ever where none is signed. */
function gatedByContract(financing: Scheme['financing']): Remark[] {
  return (financing?.instalments ?? []).flatMap(({ when }, at) =>
    when === 'contract-signed' ? [{ path: ['financing', 'instalments', at, 'when'], message: 'the award has no contract to be signed' }] : []);
}

/** What waits for a report would wait for ever where none is asked for, or none of that period. */
function gatedByReports({ financing, monitoring, award }: Scheme): Remark[] {
  return (financing?.instalments ?? []).flatMap(({ when, period }, at) => {
    if (when === 'contract-signed') return [];
    const path = ['financing', 'instalments', at];
    if (!monitoring) return [{ path: [...path, 'when'], message: 'no reports are asked for' }];
    const [whole, part] = [monthsIn(award.term), monthsIn(monitoring.period)];
    const last = whole && part ? whole / part : Infinity;
    return period !== undefined && period > last ? [{ path: [...path, 'period'], message: `period ${period} comes after the label's last, ${last}` }] : [];
  });
}

/** A group can be satisfied, and each of its criteria says from which mark it counts. */
function groups({ groups: list = [], criteria }: Scheme['grid']): Remark[] {
  return [
    ...list.flatMap(({ code, atLeast }, at) => {
      const size = criteria.filter(({ group }) => group === code).length;
      return atLeast > size ? [{ path: ['grid', 'groups', at, 'atLeast'], message: `${atLeast} criteria of group "${code}" must reach their thresholds, and it has ${size}` }] : [];
    }),
    ...criteria.flatMap(({ group, threshold }, at) => (group !== undefined && threshold === undefined ? [{ path: ['grid', 'criteria', at], message: `a criterion of group "${group}" needs a threshold: the mark from which it counts` }] : [])),
  ];
}

function levels({ max, levels: list }: Scheme['grid']['scale']): Remark[] {
  return list.flatMap(({ value }, at) => {
    const path = ['grid', 'scale', 'levels', at, 'value'];
    if (value > max) return [{ path, message: `level ${value} is above the scale's maximum of ${max}` }];
    if (list.findIndex((level) => level.value === value) < at) return [{ path, message: `level ${value} is described twice` }];
    return [];
  });
}

/** A label is monitored in whole periods only when its term is written in years and months and so is the period. */
function months(term: string, period: string | undefined): Remark[] {
  const whole = monthsIn(term);
  if (!whole) return [{ path: ['award', 'term'], message: `the term must be written in years and months, and last: "${term}"` }];
  if (period === undefined) return [];
  const part = monthsIn(period);
  if (!part) return [{ path: ['monitoring', 'period'], message: `the period must be written in years and months, and last: "${period}"` }];
  return whole % part === 0 ? [] : [{ path: ['monitoring', 'period'], message: `periods of ${period} do not fill the term of ${term}` }];
}

function monthsIn(duration: string): number | undefined {
  const [, years, rest] = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return years === undefined && rest === undefined ? undefined : Number(years ?? 0) * 12 + Number(rest ?? 0);
}
