import type { CivilDate } from '../calendar/types.js';
import type { Fact, Facts } from '../procedure/act.js';
import { textFact } from '../procedure/facts.js';
import type { ApplicationData, Condition } from './application.data.js';

/** A condition as a signature sets it. */
export interface SetCondition {
  readonly n: number;
  readonly dueOn: CivilDate;
}

/** The conditions among the facts of an act, numbered as they came. */
export function conditionsIn(facts: Facts): SetCondition[] {
  const given = Array.isArray(facts['conditions']) ? (facts['conditions'] as readonly Fact[]) : [];
  return given.map((one, i) => ({ n: i + 1, dueOn: textFact(one as Facts, 'dueOn') }));
}

/** Conditions that are still awaited in time, the first due first. */
export function awaited(conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ metOn, overdue }) => metOn === null && !overdue).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The date to wait for when the first condition is moved: another one may come before it now. */
export function conditionDueMoved({ data }: { readonly data: ApplicationData }, from: CivilDate, to: CivilDate): CivilDate {
  return awaited(moved(data.conditions, from, to))[0]?.dueOn ?? to;
}

/** The conditions due on `from` are due on `to`. */
export function moved(conditions: readonly Condition[], from: CivilDate, to: CivilDate): Condition[] {
  return conditions.map((one) => (one.metOn === null && !one.overdue && one.dueOn === from ? { ...one, dueOn: to } : one));
}
