import { daysBetween } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Deadline, DeadlineSpec } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';

/** A later limit than the others', granted to one pole, and the days on which its people are reminded of it. */
export interface Extension {
  readonly pole: string;
  readonly to: CivilDate;
  readonly remindOn: readonly CivilDate[];
}

/** What of a call's data says until when poles may submit; `extensions` is absent in what an older build folded. */
interface Limits {
  readonly closesOn: CivilDate;
  readonly extensions?: readonly Extension[];
}

/** The last day on which this pole may submit under the call: the call's closing, or the pole's own later limit. */
export function closesOnFor({ closesOn, extensions = [] }: Limits, pole: string): CivilDate {
  const own = extensions.find((one) => one.pole === pole)?.to ?? closesOn;
  return own > closesOn ? own : closesOn;
}

/** The extensions of a call once this one is granted. */
export function extendedBy({ extensions = [] }: Pick<Limits, 'extensions'>, granted: Extension): Extension[] {
  return [...extensions.filter(({ pole }) => pole !== granted.pole), granted];
}

/** One deadline for all of them, the last one's day; each pole's reminders are marks of it, at their distance from that day. */
export function lastOf(extensions: readonly Extension[]): DeadlineSpec {
  const on = extensions.reduce((last, { to }) => (to > last ? to : last), '');
  const days = [...new Set(extensions.flatMap(({ remindOn }) => remindOn))].sort();
  return { kind: 'extension', rule: { on }, marks: days.map((day) => ({ name: 'reminder', offset: `-P${daysBetween(day, on)}D` })) };
}

/** The unfinished drafts of the poles whose reminder is of this day. */
export function remindOfExtension(file: Standing<string, Limits>, reminder: Deadline): Notice[] {
  return (file.data.extensions ?? []).filter(({ remindOn }) => remindOn.includes(reminder.on)).map(({ pole, to }) => ({
    template: 'call.draft-reminder',
    key: `${file.subject}/extension/${pole}/reminder/${reminder.on}/${to}`,
    audience: { draftsOf: file.subject, of: pole },
    facts: { closesOn: to },
    whileStatus: ['open', 'closed'],
  }));
}

/** The poles with a limit of their own: they are reminded of that one. */
export function exceptExtended({ closesOn, extensions = [] }: Limits): { except?: readonly string[] } {
  const later = extensions.filter(({ to }) => to > closesOn).map(({ pole }) => pole);
  return later.length > 0 ? { except: later } : {};
}
