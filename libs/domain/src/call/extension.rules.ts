import { daysBetween, plus } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Deadline, DeadlineSpec } from '../procedure/deadline.js';
import { refuse, type Notice } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Rule, Standing } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import type { CallData, Extension } from './call.data.js';
import type { CallStatus } from './call.status.js';

type CallRule = Rule<CallStatus, CallData, Terms['call']>;

/** The last day on which this pole may submit under the call: the call's closing, or the pole's own later limit. */
export function closesOnFor({ closesOn, extensions = [] }: Pick<CallData, 'closesOn' | 'extensions'>, pole: string): CivilDate {
  const own = extensions.find((one) => one.pole === pole)?.to ?? closesOn;
  return own > closesOn ? own : closesOn;
}

/**
 * The authority gives one pole a later limit than the others', before the closing or after it. Facts {pole, to}; the reason is content, and
 * the committee reads it. The pole's people are told, and reminded before the new date. A second grant replaces the first.
 * Refuses `reason-missing`, `date-in-the-past`, `extension-too-early` (not after the closing).
 */
export const grantExtension: CallRule = (file, act, terms) => {
  const pole = textFact(act.facts, 'pole');
  const to = textFact(act.facts, 'to');
  if (!act.content) return refuse('reason-missing');
  if (to < act.on) return refuse('date-in-the-past', { to });
  if (to <= file.data.closesOn) return refuse('extension-too-early', { closesOn: file.data.closesOn });
  const granted: Extension = { pole, to, remindOn: terms.draftReminders.map((offset) => plus(to, offset)) };
  const key = `${file.subject}/extension/${file.seq + 1}`;
  const facts = { closesOn: to };
  return {
    entries: [{ type: 'extension-granted', facts: { ...granted }, content: act.content, arm: [lastOf(extendedBy(file.data, granted))] }],
    notices: [
      { template: 'call.extension-granted', key, audience: { pole, significant: true }, facts },
      { template: 'call.extension-granted-officer', key: `${key}/officer`, audience: { officerOf: file.subject }, facts },
    ],
  };
};

/** The extensions of a call once this one is granted. */
export function extendedBy({ extensions = [] }: Pick<CallData, 'extensions'>, granted: Extension): Extension[] {
  return [...extensions.filter(({ pole }) => pole !== granted.pole), granted];
}

/** One deadline for all of them, the last one's day; each pole's reminders are marks of it, at their distance from that day. */
function lastOf(extensions: readonly Extension[]): DeadlineSpec {
  const on = extensions.reduce((last, { to }) => (to > last ? to : last), '');
  const days = [...new Set(extensions.flatMap(({ remindOn }) => remindOn))].sort();
  return { kind: 'extension', rule: { on }, marks: days.map((day) => ({ name: 'reminder', offset: `-P${daysBetween(day, on)}D` })) };
}

/** The unfinished drafts of the poles whose reminder is of this day. */
export function remindOfExtension(file: Standing<string, CallData>, reminder: Deadline): Notice[] {
  return (file.data.extensions ?? []).filter(({ remindOn }) => remindOn.includes(reminder.on)).map(({ pole, to }) => ({
    template: 'call.draft-reminder',
    key: `${file.subject}/extension/${pole}/reminder/${reminder.on}/${to}`,
    audience: { draftsOf: file.subject, of: pole },
    facts: { closesOn: to },
    whileStatus: ['open', 'closed'],
  }));
}

/** The last of the poles' own limits is over. */
export const extensionsOver: CallRule = () => ({ entries: [{ type: 'extensions-over', facts: {} }] });

/**
 * The authority opens a closed call once more, for everybody. Facts {closesOn}; the reason is content.
 * Refuses `reason-missing`, `date-in-the-past`.
 */
export const reopenCall: CallRule = (file, act, terms) => {
  const closesOn = textFact(act.facts, 'closesOn');
  if (!act.content) return refuse('reason-missing');
  if (closesOn < act.on) return refuse('date-in-the-past', { to: closesOn });
  const key = `${file.subject}/reopened/${file.seq + 1}`;
  const facts = { closesOn };
  return {
    entries: [{
      type: 'call-reopened', facts: { from: file.data.closesOn, closesOn }, content: act.content,
      arm: [{ kind: 'closing', rule: { on: closesOn }, marks: terms.draftReminders.map((offset) => ({ name: 'reminder', offset })) }],
    }],
    notices: [
      { template: 'call.reopened', key, audience: { draftsOf: file.subject }, facts, whileStatus: ['open'] },
      { template: 'call.reopened-officer', key: `${key}/officer`, audience: { officerOf: file.subject }, facts },
    ],
  };
};
