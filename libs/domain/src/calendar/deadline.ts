import { addDays, daysBetween, parseDate, plus } from './civil-date.js';
import type { CivilCalendar, CivilDate, DateRule, DaysNotCounted } from './types.js';
import { addCountedDays, addWorkingDays, nextWorkingDay } from './working-days.js';

function skipsDays(rule: DaysNotCounted): boolean {
  return rule.skipClosedPeriods === true || (rule.absences?.length ?? 0) > 0;
}

/**
 * The civil date of a deadline; it can be met until the end of that day (`lastInstantOf`).
 *
 * A délai franc (appeals: code de justice administrative R421-1, code de procédure civile art. 642) counts neither its
 * first day nor its last: `clamp(from + after) + 1 day`, then off Saturday, Sunday and public holidays.
 *
 * With `skipClosedPeriods` or `absences`, the duration is turned into days (three weeks are 21) and only days that count
 * are counted, so the deadline never falls inside a closed period.
 * @throws RangeError for a date, duration or calendar that can't be read, and for a délai franc that runs
 * backwards or skips days: legal limits never do.
 */
export function resolveDate(rule: DateRule, calendar: CivilCalendar): CivilDate {
  if ('on' in rule) return parseDate(rule.on).toString();
  if ('workingDays' in rule) return addWorkingDays(rule.from, rule.workingDays, calendar, rule);

  const end = plus(rule.from, rule.after);
  if (rule.franc) {
    if (end < rule.from) throw new RangeError(`A délai franc can't run backwards: "${rule.after}".`);
    if (skipsDays(rule)) throw new RangeError('A délai franc is a legal limit: closed periods and absences count in it.');
    return nextWorkingDay(addDays(end, 1), calendar);
  }
  const counted = skipsDays(rule) ? addCountedDays(rule.from, daysBetween(rule.from, end), calendar, rule) : end;
  return rule.roll ? nextWorkingDay(counted, calendar, rule) : counted;
}
