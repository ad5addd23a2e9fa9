import type { Remark } from '../fault.js';
import type { Scheme } from '../shape/scheme.js';

type Path = Remark['path'];

/** Codes told apart where they must be, and every code that names something names something that exists. */
export function checkCodes(scheme: Scheme): Remark[] {
  const missions = scheme.missions.map(({ code }) => code);
  const criteria = scheme.grid.criteria.map(({ code }) => code);
  return [
    ...unique(scheme.structureTypes, ['structureTypes']),
    ...unique(scheme.themes, ['themes']),
    ...unique(scheme.missions, ['missions']),
    ...unique(scheme.indicators, ['indicators']),
    ...unique(scheme.call.eligibility, ['call', 'eligibility']),
    ...scheme.call.eligibility.flatMap(({ options }, at) => unique(options, ['call', 'eligibility', at, 'options'])),
    ...unique(scheme.grid.criteria, ['grid', 'criteria']),
    ...unique(scheme.grid.groups ?? [], ['grid', 'groups']),
    ...scheme.grid.criteria.flatMap(({ group }, at) => named(group, (scheme.grid.groups ?? []).map(({ code }) => code), 'group', ['grid', 'criteria', at, 'group'])),
    ...unique(scheme.decision.refusalGrounds, ['decision', 'refusalGrounds']),
    ...unique(scheme.appeal.routes, ['appeal', 'routes']),
    ...unique(scheme.financing?.eligibleCosts ?? [], ['financing', 'eligibleCosts']),
    ...unique(scheme.financing?.instalments ?? [], ['financing', 'instalments']),
    ...unique(scheme.application.fee?.amounts ?? [], ['application', 'fee', 'amounts']),
    ...unique(scheme.application.fee?.exemptions ?? [], ['application', 'fee', 'exemptions']),
    ...unique(scheme.application.opinions?.from ?? [], ['application', 'opinions', 'from']),
    ...unique(scheme.retention, ['retention']),
    ...scheme.structureTypes.flatMap(({ identifiers }, at) =>
      repeated(identifiers.map(({ kind }) => kind)).map((index) => ({
        path: ['structureTypes', at, 'identifiers', index],
        message: 'this identifier is asked twice',
      })),
    ),
    ...scheme.indicators.flatMap(({ mission }, at) => named(mission, missions, 'mission', ['indicators', at, 'mission'])),
    ...scheme.grid.criteria.flatMap(({ mission }, at) => named(mission, missions, 'mission', ['grid', 'criteria', at, 'mission'])),
    ...scheme.grid.tieBreak.flatMap((code, at) => named(code, criteria, 'criterion', ['grid', 'tieBreak', at])),
    ...structureOptions(scheme),
  ];
}

/** An eligibility question that lists structure types must list those that the scheme knows, and only those. */
function structureOptions(scheme: Scheme): Remark[] {
  const known = scheme.structureTypes.map(({ code }) => code);
  return scheme.call.eligibility.flatMap((question, at) => {
    if (question.code !== 'structure') return [];
    const path: Path = ['call', 'eligibility', at, 'options'];
    const eligible = question.options.filter((option) => option.eligible).map(({ code }) => code);
    return [
      ...question.options.flatMap((option, index) => (option.eligible ? named(option.code, known, 'structure type', [...path, index, 'code']) : [])),
      ...known.filter((code) => !eligible.includes(code)).map((code) => ({ path, message: `structure type "${code}" is not among the eligible options` })),
    ];
  });
}

/** Remarks on codes that stand twice in a list. */
export function unique(list: readonly { code: string }[], path: Path): Remark[] {
  const codes = list.map(({ code }) => code);
  return repeated(codes).map((at) => ({ path: [...path, at, 'code'], message: `code "${codes[at]}" is used twice` }));
}

function repeated(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

function named(code: string | undefined, known: readonly string[], what: string, path: Path): Remark[] {
  return code === undefined || known.includes(code) ? [] : [{ path, message: `there is no ${what} "${code}" (known: ${known.join(', ')})` }];
}
