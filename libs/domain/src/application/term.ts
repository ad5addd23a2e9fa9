import { addDays, parseDate, plus } from '../calendar/civil-date.js';
import type { CivilDate, IsoDuration } from '../calendar/types.js';

/**
 * The last day of a term: the eve of the same day years later, so that a next term begins the day after. A day that does not
 * exist then is the month's last, which is the last day itself: three years from 29 February 2028 end on 28 February 2031.
 */
export function lastDayOfTerm(startsOn: CivilDate, term: IsoDuration): CivilDate {
  const end = plus(startsOn, term);
  const clamped = parseDate(end).day < parseDate(startsOn).day;
  return clamped ? end : addDays(end, -1);
}

/**
 * The dates that a decision of award sets when the authority names none: from the signature, or for a renewal decided in time
 * from the day after the label that it follows.
 */
export function defaultTerm(decision: { signedOn: CivilDate; renewsEndsOn: CivilDate | null; term: IsoDuration }): { startsOn: CivilDate; endsOn: CivilDate } {
  const { signedOn, renewsEndsOn, term } = decision;
  const follows = renewsEndsOn !== null && renewsEndsOn >= signedOn;
  const startsOn = follows ? addDays(renewsEndsOn, 1) : signedOn;
  return { startsOn, endsOn: lastDayOfTerm(startsOn, term) };
}
