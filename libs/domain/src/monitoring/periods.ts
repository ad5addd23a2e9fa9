import { addDays, plus } from '../calendar/civil-date.js';
import type { CivilDate, CivilPeriod, IsoDuration } from '../calendar/types.js';
import type { MonitoringData } from './monitoring.data.js';

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

type Reported = Pick<MonitoringData, 'startsOn' | 'endsOn' | 'extensions' | 'ended'>;

/**
 * The days of period `n` of all on which a label reports: of its term, then of each extension that asks for a report. A label that ended
 * early reports up to that day.
 * @returns undefined when there is no such period.
 */
export function reportedPeriod({ startsOn, endsOn, extensions, ended }: Reported, period: IsoDuration, n: number): CivilPeriod | undefined {
  let before = 0;
  for (const { from, to } of [{ from: startsOn, to: endsOn }, ...extensions]) {
    let k = 1;
    for (let one = periodOf(from, to, period, k); one; one = periodOf(from, to, period, ++k)) {
      if (before + k === n) return cut(one, ended?.on);
    }
    before += k - 1;
  }
  return undefined;
}

/** The number of the period that runs on a day: the first that is not over. */
export function numberOn(label: Reported, period: IsoDuration, on: CivilDate): number {
  let n = 1;
  for (let one = reportedPeriod(label, period, n); one && one.to < on; one = reportedPeriod(label, period, n)) n += 1;
  return reportedPeriod(label, period, n) ? n : n - 1;
}

function cut({ from, to }: CivilPeriod, endedOn: CivilDate | undefined): CivilPeriod | undefined {
  if (endedOn === undefined || to <= endedOn) return { from, to };
  return from >= endedOn ? undefined : { from, to: endedOn };
}

/** A duration taken `n` times, part by part: twice `P1Y6M` is `P2Y12M`. */
function times(duration: IsoDuration, n: number): IsoDuration {
  return duration.replace(/\d+/g, (figure) => String(Number(figure) * n));
}
