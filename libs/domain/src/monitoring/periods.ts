import { addDays, plus } from '../calendar/civil-date.js';
import type { CivilDate, CivilPeriod, IsoDuration } from '../calendar/types.js';

/**
 * The days of period `n` (from 1) of a label. Each begin is counted from the label's own first day, so that the 31st or
 * 29 February clamps once and never drifts. The last period ends with the label: one left-over day is part of it, a longer
 * rest is a shorter period of its own.
 * @returns undefined when the label ends before period `n`.
 * @throws RangeError for a date or duration that can't be read.
 */
export function periodOf(startsOn: CivilDate, endsOn: CivilDate, period: IsoDuration, n: number): CivilPeriod | undefined {
  const from = plus(startsOn, times(period, n - 1));
  if (n > 1 && from >= endsOn) return undefined;
  const next = plus(startsOn, times(period, n));
  return { from, to: next >= endsOn ? endsOn : addDays(next, -1) };
}

/** A duration taken `n` times, part by part: twice `P1Y6M` is `P2Y12M`. */
function times(duration: IsoDuration, n: number): IsoDuration {
  return duration.replace(/\d+/g, (figure) => String(Number(figure) * n));
}
