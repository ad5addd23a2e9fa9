import type { CivilDate } from '../calendar/types.js';
import type { Act, Facts } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import { type Decision, type DraftEntry, entry, type Message, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, optionalText, textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import type { AwardData } from './award.data.js';
import { toPole } from './award.notices.js';
import type { AwardStatus } from './award.status.js';
import { tellOfExpiry } from './told.js';

export type File = Standing<AwardStatus, AwardData>;

/**
 * The notified decision awards the label: it gets its number, and the contract is to be signed within the scheme's limit, counted
 * from this day; where the scheme has no contract it is in force at once.
 * Facts: application, call, pole, structure, startsOn, endsOn, decidedOn, previous?, previousEndsOn?
 */
export function grant(file: File, act: Act, terms: Terms['award']): Verdict {
  if (file.status !== 'new') return refuse('not-now', { act: act.name, status: file.status });
  const year = textFact(act.facts, 'decidedOn').slice(0, 4);
  const granted: DraftEntry = { type: 'granted', facts: act.facts, draw: { counter: `label/${year}`, prefix: `${terms.numberPrefix}-${year}-`, as: 'number' } };
  if (terms.withoutContract) return grantedAtOnce(file, act, granted, terms);
  const marks = reminders(terms.contractReminders);
  const pole = textFact(act.facts, 'pole');
  const { previousEndsOn } = act.facts;
  // Until the next label's contract is signed, nothing follows the label that is in force.
  const facts: Facts = typeof previousEndsOn === 'string' && previousEndsOn >= act.on ? { previousEndsOn } : {};
  const toSign = { facts, dates: { limitOn: 'contract-due' }, whileStatus: ['awaiting_contract'] };
  return {
    entries: [{ ...granted, arm: [{ kind: 'contract-due', rule: { from: act.on, after: terms.contractLimit, roll: 'working-day' }, marks }] }],
    notices: [
      toPole(file, 'award.contract-to-sign', 'contract-to-sign', toSign, pole),
      { template: 'award.contract-to-countersign', key: `${file.subject}/contract-to-sign/authority`, audience: { role: 'authority' }, ...toSign },
    ],
  };
}

/** The notified decision alone brings the label. */
function grantedAtOnce(file: File, { facts }: Act, granted: DraftEntry, terms: Terms['award']): Verdict {
  const data: AwardData = {
    ...file.data, call: textFact(facts, 'call'), pole: textFact(facts, 'pole'), structure: textFact(facts, 'structure'),
    startsOn: textFact(facts, 'startsOn'), endsOn: textFact(facts, 'endsOn'), previous: optionalText(facts, 'previous'),
  };
  const { startsOn, endsOn, pole } = data;
  // Its number is drawn while this is recorded: the label's page says it.
  return { ...inForce({ ...file, data }, granted, terms), notices: [toPole(file, 'award.in-force', 'active', { facts: { startsOn, endsOn } }, pole)] };
}

/**
 * The pole signs; the API has checked that this person may commit it. The signed document is content. A signature whose date of effect
 * was in time undoes the lapse. Facts: version, text (the hash of what is signed). Refuses `contract-already-signed`, `contract-late`, `contract-changed`.
 */
export function signContract(file: File, act: Act, terms: Terms['award']): Verdict {
  if (file.data.signedOn !== null) return refuse('contract-already-signed', { on: file.data.signedOn });
  if (file.status === 'lapsed') return signInTime(file, act, terms);
  return signature(file, act, terms, { type: 'contract-signed', complete: file.data.countersignedOn !== null, other: { role: 'authority' } });
}

/** The authority signs, before or after the pole. */
export function countersignContract(file: File, act: Act, terms: Terms['award']): Verdict {
  if (file.data.countersignedOn !== null) return refuse('contract-already-signed', { on: file.data.countersignedOn });
  return signature(file, act, terms, { type: 'contract-countersigned', complete: file.data.signedOn !== null, other: { pole: file.data.pole, significant: true } });
}

function signInTime(file: File, act: Act, terms: Terms['award']): Verdict {
  const { lapsedOn, countersignedOn } = file.data;
  if (!lapsedOn || act.on > lapsedOn) return refuse('contract-late', { limitOn: lapsedOn ?? '–' });
  const signed: DraftEntry = entry('contract-signed', act, signedText(act));
  if (countersignedOn !== null) return activate(file, signed, terms);
  return reopened(file, signed, enteredOn(act), terms);
}

interface Signing {
  readonly type: 'contract-signed' | 'contract-countersigned';
  /** The other party has signed already. */
  readonly complete: boolean;
  readonly other: Notice['audience'];
}

/** Both sign the same text: whoever comes second signs what the first one signed. */
function signature(file: File, act: Act, terms: Terms['award'], { type, complete, other }: Signing): Verdict {
  if (isAnotherText(file, act)) return refuse('contract-changed');
  const signed: DraftEntry = entry(type, act, signedText(act));
  if (complete) return activate(file, signed, terms);
  // The other party hears that it is now its turn.
  return {
    entries: [signed],
    notices: [{ template: 'award.contract-signed', key: `${file.subject}/${type}`, audience: other, whileStatus: ['awaiting_contract'] }],
  };
}

function isAnotherText({ data: { contractText } }: File, { facts }: Act): boolean {
  const text = optionalText(facts, 'text');
  return contractText !== null && text !== null && text !== contractText;
}

/** The version and the hash of the text under the signature, where the API gave them. */
function signedText({ facts: { version, text } }: Act): Facts {
  return { ...(typeof version === 'number' && { version }), ...(typeof text === 'string' && { text }) };
}

/** Both have signed. */
function activate(file: File, signed: DraftEntry, terms: Terms['award']): Verdict {
  const { number, startsOn, endsOn } = file.data;
  return { ...inForce(file, signed, terms), notices: [toPole(file, 'award.active', 'active', { facts: { number, startsOn, endsOn } })] };
}

/** The label is in force after `signed`: the watch over its renewal begins, monitoring unless the scheme asks for no reports, financing where it pays. */
function inForce(file: File, signed: DraftEntry, terms: Terms['award']): Decision {
  return {
    entries: [signed, { type: 'activated', facts: {}, arm: [{ kind: 'expiry', rule: { on: file.data.endsOn } }] }],
    messages: [...beginnings(file, terms), ...toPrevious(file, 'successorActivated')],
  };
}

/** What begins with a label that is in force. @param more facts of the beginning, e.g. the day as of which a label came here in mid-life */
export function beginnings(file: Pick<File, 'subject' | 'data'>, terms: Terms['award'], more: Facts = {}): Message[] {
  const { startsOn, endsOn, call, pole, structure } = file.data;
  const begin = { award: file.subject, call, pole, startsOn, endsOn, ...more };
  return [
    ...(terms.unmonitored ? [] : [beginning(file, 'monitoring', begin)]), beginning(file, 'renewal', begin), ...(terms.financed === true ? [beginning(file, 'financing', { ...begin, structure })] : []),
  ];
}

/** The authority has not signed yet: it gets the scheme's limit once more, counted from the day on which the pole's signature was entered. */
function reopened(file: File, signed: DraftEntry, from: CivilDate, terms: Terms['award']): Verdict {
  const marks = reminders(terms.contractReminders);
  const key = `reopened/${file.seq + 1}`;
  const dates = { dates: { limitOn: 'contract-due' } };
  return {
    entries: [signed, { type: 'reopened-in-time', facts: {}, arm: [{ kind: 'contract-due', rule: { from, after: terms.contractLimit, roll: 'working-day' }, marks }] }],
    notices: [
      toPole(file, 'award.reopened', key, dates),
      { template: 'award.reopened', key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...dates },
      { template: 'award.contract-to-countersign', key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, ...dates, whileStatus: ['awaiting_contract'] },
    ],
    messages: toPrevious(file, 'successorReopened'),
  };
}

function beginning(file: Pick<File, 'subject'>, kind: 'monitoring' | 'renewal' | 'financing', facts: Facts): Message {
  return { to: `${kind}/${keyOf(file.subject)}`, act: 'begin', key: `begin/${kind}`, facts, start: { kind } };
}

/** The label that this one renews, if any, hears what becomes of its successor. */
function toPrevious(file: File, act: 'successorActivated' | 'successorLapsed' | 'successorReopened'): Message[] {
  const { previous } = file.data;
  return previous === null ? [] : [{ to: previous, act, key: `${act}/${file.seq + 1}`, facts: { by: file.subject } }];
}

/** A signature is missing on the last day: the award lapses, and the secretariat hears it too. */
export function lapse(file: File, act: Act): Verdict {
  const facts = { limitOn: act.on };
  // An award may lapse again, once it was reopened.
  const key = `contract-lapsed/${file.seq + 1}`;
  return {
    entries: [{ type: 'lapsed', facts: {} }],
    notices: [
      toPole(file, 'award.contract-lapsed', key, { facts }),
      { template: 'award.contract-lapsed', key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, facts },
    ],
    messages: toPrevious(file, 'successorLapsed'),
  };
}

/** The renewal file is in; the register will say so should the label end before the decision. */
export function renewalUnderAppraisal(): Verdict {
  return { entries: [{ type: 'renewal-under-appraisal', facts: {} }] };
}

/** The renewal file was refused, withdrawn or found inadmissible: none is under appraisal any more. */
export function renewalGivenUp(): Verdict {
  return { entries: [{ type: 'renewal-given-up', facts: {} }] };
}

/** The renewal is decided: another label is to follow this one, once its contract is signed. Facts: by, its subject id. */
export function succeeded(_file: File, act: Act): Verdict {
  return { entries: [{ type: 'succeeded', facts: { by: textFact(act.facts, 'by') } }] };
}

/** The next label's contract is signed. Facts: by, its subject id. */
export function successorActivated(_file: File, act: Act): Verdict {
  return { entries: [{ type: 'successor-active', facts: { by: textFact(act.facts, 'by') } }] };
}

/** The next label's contract was not signed in time: no label follows this one. Facts: by, its subject id. */
export function successorLapsed(_file: File, act: Act): Verdict {
  return { entries: [{ type: 'successor-lapsed', facts: { by: textFact(act.facts, 'by') } }] };
}

/** The next label's contract was signed in time after all, and waits for the authority. Facts: by, its subject id. */
export function successorReopened(_file: File, act: Act): Verdict {
  return { entries: [{ type: 'successor-reopened', facts: { by: textFact(act.facts, 'by') } }] };
}

/** The last day is over. Only a label whose successor is in force ends without a word; one whose successor is unsigned says what is missing. One that was suspended lets its payments go. */
export function expire(file: File, act: Act, terms: Terms['award']): Verdict {
  const { endsOn, successorState } = file.data;
  const template = successorState === 'awarded' ? 'award.expired-before-contract' : 'award.expired';
  const notices = successorState === 'active' ? [] : [toPole(file, template, 'expired', { facts: { endsOn } })];
  const messages = file.status === 'suspended' ? tellOfExpiry(file, { on: act.on }, terms) : [];
  return { entries: [{ type: 'expired', facts: {} }], notices, ...(messages.length > 0 ? { messages } : {}) };
}
