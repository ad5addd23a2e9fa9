import { addDays, daysBetween, parseDate, plus } from './civil-date.js';
import type { CivilDate, IsoDuration } from './types.js';

/**
 * A stop of the implied-decision clock: it stops on the day `from` (missing pieces are asked for) and runs again from the
 * day `to` (they arrive, or the limit is reached). It lasts `to − from` days: a 30-day limit is a 30-day stop.
 * While the pieces are awaited, `to` is the limit.
 */
export interface Suspension {
  from: CivilDate;
  to: CivilDate;
}

/**
 * The day at whose end the administration's silence becomes a decision.
 *
 * Counted from date to date (CRPA L231-4: two months received on 3 January end on 3 March), clamped to the end of
 * the month. It isn't a délai franc and doesn't roll off weekends or public holidays. Then each suspension
 * (CRPA L114-5) adds its days; days under two suspensions add once; what lies before the receipt, or starts after
 * the decision is born, adds nothing.
 * @throws RangeError when a date or the period can't be read, the period is negative, or a suspension ends before it starts.
 */
export function impliedDecisionDate(clock: { received: CivilDate; period: IsoDuration; suspensions: readonly Suspension[] }): CivilDate {
  let due = plus(clock.received, clock.period);
  if (due < clock.received) throw new RangeError(`The period of silence can't be negative: "${clock.period}".`);
  for (const { from, to } of clock.suspensions) {
    parseDate(from);
    parseDate(to);
    if (to < from) throw new RangeError(`A suspension can't end (${to}) before it starts (${from}).`);
  }
  let counted = clock.received;
  const inOrder = [...clock.suspensions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const { from, to } of inOrder) {
    if (from > due) break;
    const start = from > counted ? from : counted;
    if (to <= start) continue;
    due = addDays(due, daysBetween(start, to));
    counted = to;
  }
  return due;
}
