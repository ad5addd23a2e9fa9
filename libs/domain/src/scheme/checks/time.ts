import { lastInstantOf } from '../../calendar/instants.js';
import { holidaysOf } from '../../calendar/holidays.js';
import { parseDate } from '../../calendar/civil-date.js';
import { daysIn } from '../days.js';
import type { Remark } from '../fault.js';
import type { Scheme } from '../shape/scheme.js';

type Path = Remark['path'];

/** Places where days must make sense: the zone and the holidays are known, reminders fall within their period. */
export function checkTime(scheme: Scheme): Remark[] {
  const { application, panel, award, monitoring, renewal, survey, call } = scheme;
  return [
    ...known(['zone'], `"${scheme.zone}" is not a known time zone`, () => lastInstantOf('2026-01-01', scheme.zone)),
    ...known(['holidays'], 'no public holidays are known for this place', () => {
      if (holidaysOf(2026, scheme.holidays).size === 0) throw new RangeError();
    }),
    ...monthDays(scheme),
    ...reminders(call.draftReminders, ['call', 'draftReminders'], { after: 'P0D' }),
    ...reminders(application.reviewReminders, ['application', 'reviewReminders'], { before: application.review }),
    ...reminders(application.pieces.reminders, ['application', 'pieces', 'reminders'], { before: application.pieces.limit, after: 'P0D' }),
    ...reminders([application.silence.authorityWarned], ['application', 'silence', 'authorityWarned'], { before: application.silence.period, after: 'P0D' }, true),
    ...reminders(panel.answerReminders, ['panel', 'answerReminders'], { before: `P${panel.answerWorkingDays}D` }),
    ...reminders(panel.scoreReminders, ['panel', 'scoreReminders'], { before: panel.score, after: panel.noShow }),
    ...reminders([panel.escalation], ['panel', 'escalation'], { before: 'P0D', after: panel.noShow }, true),
    ...reminders([panel.noShow], ['panel', 'noShow'], { before: 'P0D' }, true),
    ...leftOut(award.contract, ({ reminders: offsets, limit }) => reminders(offsets, ['award', 'contract', 'reminders'], { before: limit, after: 'P0D' })),
    ...leftOut(monitoring, ({ reportReminders, reportDue, formalNotice }) => [
      ...reminders(reportReminders, ['monitoring', 'reportReminders'], { before: reportDue, after: formalNotice }),
      ...reminders([formalNotice], ['monitoring', 'formalNotice'], { before: 'P0D' }, true),
    ]),
    ...leftOut(survey, ({ waves, open }) => reminders(waves, ['survey', 'waves'], { before: 'P0D', after: open })),
    ...leftOut(application.fee, ({ reminders: offsets, limit }) => reminders(offsets, ['application', 'fee', 'reminders'], { before: limit, after: 'P0D' })),
    ...leftOut(application.opinions, ({ reminders: offsets, limit }) => reminders(offsets, ['application', 'opinions', 'reminders'], { before: limit, after: 'P0D' })),
    ...leftOut(panel.visit, ({ reminders: offsets, within }) => reminders(offsets, ['panel', 'visit', 'reminders'], { before: within, after: 'P0D' })),
    ...leftOut(panel.visit, ({ within }) => (daysIn(within).least > daysIn(panel.score).most ? [{ path: ['panel', 'visit', 'within'], message: `experts have ${within} for their visit and ${panel.score} to score` }] : [])),
    ...reminders([renewal.window], ['renewal', 'window'], { before: award.term, after: 'P0D' }, true),
    ...reminders(renewal.reminders, ['renewal', 'reminders'], { before: renewal.window.replace('-', ''), after: 'P0D' }),
    ...reminders([renewal.escalation], ['renewal', 'escalation'], { before: renewal.window.replace('-', ''), after: 'P0D' }, true),
    ...(daysIn(panel.score).least > daysIn(panel.period).most
      ? [{ path: ['panel', 'score'], message: `experts have ${panel.score} to score within an appraisal of ${panel.period}` }]
      : []),
  ];
}

/** `before` and `after` are how far an offset may lie from its date; none given, that side is free. */
function reminders(offsets: readonly string[], path: Path, { before, after }: { before?: string; after?: string }, single = false): Remark[] {
  return offsets.flatMap((offset, at) => {
    const here = single ? path : [...path, at];
    const days = daysIn(offset);
    if (before !== undefined && -days.least > daysIn(before).most) return [{ path: here, message: outside(offset, 'earlier', before) }];
    if (after !== undefined && days.most > daysIn(after).most) return [{ path: here, message: outside(offset, 'later', after) }];
    return [];
  });
}

/** Nothing to say of a part that the scheme goes without. */
function leftOut<T>(part: T | undefined, look: (part: T) => Remark[]): Remark[] {
  return part === undefined ? [] : look(part);
}

function outside(offset: string, side: 'earlier' | 'later', limit: string): string {
  if (limit === 'P0D') return `${offset} must ${side === 'later' ? 'not be after' : 'not be before'} its date`;
  return `${offset} lies outside its period: it is more than ${limit} ${side} than its date`;
}

function monthDays({ closedPeriods, call }: Scheme): Remark[] {
  const places: [string, Path][] = closedPeriods.flatMap(({ from, to }, at) => [
    [from, ['closedPeriods', at, 'from']],
    [to, ['closedPeriods', at, 'to']],
  ]);
  if (call.usually) places.push([call.usually.opens, ['call', 'usually', 'opens']], [call.usually.closes, ['call', 'usually', 'closes']]);
  // 2027 has no 29 February, and a day of every year can't be one.
  return places.flatMap(([day, path]) => known(path, `${day} is not a day of every year`, () => parseDate(`2027-${day}`)));
}

function known(path: Path, message: string, look: () => unknown): Remark[] {
  try {
    look();
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [{ path, message }];
  }
}
