import { plus } from '../calendar/civil-date.js';
import { resolveDate } from '../calendar/deadline.js';
import { firstLateInstantOf, hourOf, lastInstantOf } from '../calendar/instants.js';
import type { CivilCalendar, Instant } from '../calendar/types.js';
import type { Deadline, DeadlineSpec } from './deadline.js';

/** The hour at which marks (reminders, escalations) come, in the procedure's zone. */
const MARK_HOUR = 8;

/**
 * Turns what a rule asks for into dates and instants: the deadline first, then its marks.
 * A mark whose moment is over at `now` has passed: nobody is reminded of the past, but a moved deadline reminds again.
 * @throws RangeError for a date, duration or zone that can't be read.
 */
export function armDeadline(spec: DeadlineSpec, calendar: CivilCalendar, now: Instant): Deadline[] {
  const on = resolveDate(spec.rule, calendar);
  const { zone } = calendar;
  const marks = (spec.marks ?? []).map(({ name, offset }): Deadline => {
    const day = plus(on, offset);
    const firesAt = hourOf(day, MARK_HOUR, zone);
    return { kind: spec.kind, mark: name, offset, on: day, zone, at: firesAt, firesAt, ...(firesAt < now ? { passed: true as const } : {}) };
  });
  return [{ kind: spec.kind, mark: '', offset: 'P0D', on, zone, at: lastInstantOf(on, zone), firesAt: firstLateInstantOf(on, zone) }, ...marks];
}

