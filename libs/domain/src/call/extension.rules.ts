import { plus } from '../calendar/civil-date.js';
import { reminders } from '../procedure/deadline.js';
import { refuse } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Rule } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import type { CallData } from './call.data.js';
import type { CallStatus } from './call.status.js';
import { extendedBy, lastOf, type Extension } from './extension.js';

type CallRule = Rule<CallStatus, CallData, Terms['call']>;

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

/** The last of the poles' own limits is over. */
export const extensionsOver: CallRule = () => ({ entries: [{ type: 'extensions-over', facts: {} }] });

/**
 * The authority opens a closed call once more, for everybody. Facts {closesOn}; the reason is content. What an embargo holds back stays held
 * back: the call closes again before the day of its results, or that day is moved first.
 * Refuses `reason-missing`, `date-in-the-past`, `embargo-set`.
 */
export const reopenCall: CallRule = (file, act, terms) => {
  const closesOn = textFact(act.facts, 'closesOn');
  if (!act.content) return refuse('reason-missing');
  if (closesOn < act.on) return refuse('date-in-the-past', { to: closesOn });
  const { embargoUntil } = file.data;
  if (embargoUntil && closesOn >= embargoUntil) return refuse('embargo-set', { on: embargoUntil });
  const key = `${file.subject}/reopened/${file.seq + 1}`;
  const facts = { closesOn };
  return {
    entries: [{
      type: 'call-reopened', facts: { from: file.data.closesOn, closesOn }, content: act.content,
      arm: [{ kind: 'closing', rule: { on: closesOn }, marks: reminders(terms.draftReminders) }],
    }],
    notices: [
      { template: 'call.reopened', key, audience: { draftsOf: file.subject }, facts, whileStatus: ['open'] },
      { template: 'call.reopened-officer', key: `${key}/officer`, audience: { officerOf: file.subject }, facts },
    ],
  };
};
