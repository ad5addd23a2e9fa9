import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Notice, refuse } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Rule } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import type { CallData } from './call.data.js';
import type { CallStatus } from './call.status.js';
import { extensionsOver, grantExtension, reopenCall } from './extension.rules.js';

type CallRule = Rule<CallStatus, CallData, Terms['call']>;

/**
 * Creates the call. Facts {scheme, version, opensOn, closesOn, officer?, deputy?}; its title is content.
 * Refuses `already-created`, `dates-reversed`, `date-in-the-past` (a closing before today).
 */
const create: CallRule = (file, act, terms) => {
  const opensOn = textFact(act.facts, 'opensOn');
  const closesOn = textFact(act.facts, 'closesOn');
  if (file.data.scheme !== null) return refuse('already-created');
  if (closesOn < opensOn) return refuse('dates-reversed');
  if (closesOn < act.on) return refuse('date-in-the-past', { to: closesOn });
  const now = opensOn <= act.on;
  const created: DraftEntry = {
    ...entry('created', act, act.facts),
    arm: [
      // Fires when the day before the opening is over: as the opening day begins.
      ...(now ? [] : [{ kind: 'opening', rule: { on: addDays(opensOn, -1) } }]),
      { kind: 'closing', rule: { on: closesOn }, marks: reminders(terms.draftReminders) },
    ],
  };
  return now ? { entries: [created, { type: 'opened', facts: {} }], ...toHolders(file.subject, closesOn, terms) } : { entries: [created] };
};

const opening: CallRule = (file, _act, terms) => ({ entries: [{ type: 'opened', facts: {} }], ...toHolders(file.subject, file.data.closesOn, terms) });

/** Where labels are renewed by call, holders whose label comes to its end hear that they can file now. */
function toHolders(call: string, closesOn: CivilDate, terms: Terms['call']): { notices?: Notice[] } {
  if (!terms.renewals) return {};
  return { notices: [{ template: 'call.renewals-open', key: `${call}/renewals-open`, audience: { renewsUnder: call }, facts: { closesOn }, whileStatus: ['open'] }] };
}

/** An embargo that was set before the call was opened once more waits for its day again. */
const closing: CallRule = ({ data: { embargoUntil } }) => ({ entries: [{ type: 'closed', facts: {}, ...(embargoUntil ? { arm: [publicationOn(embargoUntil)] } : {}) }] });

function publicationOn(on: CivilDate): DeadlineSpec {
  return { kind: 'publication', rule: { on }, marks: [{ name: 'release', offset: 'P0D' }] };
}

/**
 * Holds back every notification of the call's results until a day, when all that is signed by then is notified at once.
 * Facts {on}. Refuses `date-in-the-past` (today is too late to hold anything back), `embargo-set` (it is moved like a deadline).
 */
const setEmbargo: CallRule = (file, act) => {
  const on = textFact(act.facts, 'on');
  if (file.data.embargoUntil) return refuse('embargo-set', { on: file.data.embargoUntil });
  if (on <= act.on) return refuse('date-in-the-past', { to: on });
  return {
    entries: [{ ...entry('embargo-set', act, { on }), arm: [publicationOn(on)] }],
    notices: [{ template: 'call.embargo-set', key: `${file.subject}/embargo-set/${file.seq + 1}`, audience: { role: 'authority' }, facts: { on }, whileStatus: ['closed'] }],
  };
};

/** The results are published: the call's procedure is over, and what an embargo held back is notified. */
const publish: CallRule = (file, act) => ({
  entries: [entry('published', act)],
  ...(file.data.embargoUntil ? { releases: true as const, notices: [{ template: 'call.results-published', key: `${file.subject}/results-published`, audience: { officerOf: file.subject } }] } : {}),
});

export const callRules: { readonly [act: string]: CallRule } = {
  create, opening, closing, grantExtension, extension: extensionsOver, reopenCall, setEmbargo, publish, publication: publish, 'publication.release': publish,
};
