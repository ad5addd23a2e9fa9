import { plus } from '../calendar/civil-date.js';
import type { CivilDate, CivilPeriod } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';

/** Nobody's absence stretches a limit by more than this: whoever is away for longer is replaced. */
const LONGEST = 'P1Y';

/**
 * The absences among an act's facts that lengthen a limit which begins on `from`: those that are over are left out, long ones
 * are cut after a year. Anything that is no period is left out too, so that reading a record never throws.
 */
export function comingAbsences(facts: Facts, from: CivilDate): CivilPeriod[] {
  const given = facts['absences'];
  if (!Array.isArray(given)) return [];
  const last = plus(from, LONGEST);
  return given.filter(isPeriod).filter((one) => one.to >= from && one.from <= last).map((one) => ({ from: one.from, to: one.to < last ? one.to : last }));
}

function isPeriod(one: unknown): one is CivilPeriod {
  if (typeof one !== 'object' || one === null) return false;
  const { from, to } = one as Partial<CivilPeriod>;
  return typeof from === 'string' && typeof to === 'string' && from <= to;
}

/** What a rule of dates takes; nothing when there is no absence, so that a file without any asks as it always did. */
export function skipping(absences: readonly CivilPeriod[]): { absences?: CivilPeriod[] } {
  return absences.length > 0 ? { absences: [...absences] } : {};
}
