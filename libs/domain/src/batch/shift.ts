import { plus } from '../calendar/civil-date.js';
import type { CivilDate, IsoDuration } from '../calendar/types.js';

/** How a batch moves dates: all to one date, or each by a duration. */
export type Shift = { readonly to: CivilDate } | { readonly by: IsoDuration };

/** The date to which `from` is moved. @throws RangeError for a date or duration that can't be read */
export function shifted(from: CivilDate, shift: Shift): CivilDate {
  return 'to' in shift ? shift.to : plus(from, shift.by);
}
