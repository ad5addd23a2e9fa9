import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Message, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import { actorOf } from '../financing/financing.data.js';
import type { Terms } from '../scheme/terms.js';
import type { ChangeData } from './change.data.js';
import { toAuthority, toOfficer, toPole } from './change.notices.js';
import { type ChangeKind, endingKinds } from './change.kinds.js';
import type { ChangeStatus } from './change.status.js';

type File = Standing<ChangeStatus, ChangeData>;
type ChangeTerms = Terms['change'];

/**
 * The holder, by who may commit it, or the secretariat that has learnt of it, asks for a change to be recorded. What changes and why is content.
 * Facts: award, call?, pole, what, effectiveOn, earliest?, of?, siret?, into?. Refuses `reasons-missing`, `change-too-early`.
 */
export function request(file: File, act: Act, terms: ChangeTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const what = textFact(act.facts, 'what') as ChangeKind;
  const effectiveOn = textFact(act.facts, 'effectiveOn');
  // A holder ends its label from now on; that it ended earlier is for the secretariat to have learnt.
  const itself = act.by === 'applicant' && act.facts['enteredOn'] === undefined && endingKinds.includes(what);
  const early = tooEarly(effectiveOn, itself ? latest(earliestOf(act), act.on) : earliestOf(act));
  if (early) return early;
  const asked: File = { ...file, data: { ...file.data, what, pole: textFact(act.facts, 'pole') } };
  return {
    entries: [{ ...entry('change-requested', act, act.facts), arm: [review(act.on, terms)] }],
    notices: [
      toPole(asked, 'change.received', 'received', { facts: { effectiveOn } }),
      toOfficer(asked, 'change.to-review', 'to-review', { dates: { dueOn: 'review-due' }, whileStatus: ['under_review'] }),
    ],
  };
}

/** First day that the change may have, as the records say: of the present carrier, or of the labels that it ends; none when left out. */
function earliestOf(act: Act): CivilDate {
  return textFact(act.facts, 'earliest');
}

function tooEarly(effectiveOn: CivilDate, earliest: CivilDate): Verdict | undefined {
  return effectiveOn < earliest ? refuse('change-too-early', { earliest }) : undefined;
}

function latest(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

function review(from: CivilDate, terms: ChangeTerms): DeadlineSpec {
  return { kind: 'review-due', rule: { from, after: terms.review, skipClosedPeriods: true }, marks: reminders(terms.reminders) };
}

/** The secretariat lists what is missing (content). Refuses `reasons-missing`. */
export function requestPieces(file: File, act: Act, terms: ChangeTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  return {
    entries: [{ ...entry('pieces-requested', act), arm: [{ kind: 'pieces-due', rule: { from: act.on, after: terms.pieces, roll: 'working-day' }, marks: reminders(terms.reminders) }] }],
    notices: [toPole(file, 'change.pieces-requested', `pieces/${file.seq + 1}`, { dates: { limitOn: 'pieces-due' }, whileStatus: ['incomplete'] })],
  };
}

/** The pieces (content). Refuses `pieces-missing`. */
export function supplyPieces(file: File, act: Act, terms: ChangeTerms): Verdict {
  if (!act.content) return refuse('pieces-missing');
  return {
    entries: [{ ...entry('pieces-supplied', act), arm: [review(act.on, terms)] }],
    notices: [toOfficer(file, 'change.to-review', `to-review/${file.seq + 1}`, { dates: { dueOn: 'review-due' }, whileStatus: ['under_review'] })],
  };
}

/** No pieces in time: the request is decided on what is there. */
export function piecesOverdue(file: File, act: Act, terms: ChangeTerms): Verdict {
  return {
    entries: [{ type: 'pieces-overdue', facts: {}, arm: [review(act.on, terms)] }],
    notices: [toOfficer(file, 'change.pieces-overdue', `pieces-overdue/${act.on}`, { whileStatus: ['under_review'] })],
  };
}

/** The review is late: who must act hears it again. */
export function reviewOverdue(file: File, act: Act): Verdict {
  const rest = { facts: { dueOn: act.on }, whileStatus: [file.status] };
  const late = `review-overdue/${act.on}`;
  return { entries: [{ type: 'review-overdue', facts: {} }], notices: [file.status === 'proposed' ? toAuthority(file, 'change.review-overdue', late, rest) : toOfficer(file, 'change.review-overdue', late, rest)] };
}

/** The secretariat proposes an outcome, with its reasons (content). Facts: outcome `accept` or `refuse`. Refuses `reasons-missing`. */
export function propose(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  return {
    entries: [entry('change-proposed', act, { outcome: act.facts['outcome'] === 'refuse' ? 'refuse' : 'accept' })],
    notices: [toAuthority(file, 'change.to-decide', `to-decide/${file.seq + 1}`, { whileStatus: ['proposed'] })],
  };
}

/**
 * The change is accepted: it takes effect now, or on its own day. The secretariat decides the light ones alone, but nobody one that they sent themselves.
 * Facts: awards (the pole's labels that stand), earliest?, former? (person ids of the legal representatives whom a new manager replaces, who are told).
 * Refuses `authority-decides`, `same-person`, `change-too-early`.
 */
export function accept(file: File, act: Act): Verdict {
  if (act.by === 'secretariat' && !file.data.light) return refuse('authority-decides');
  const { effectiveOn, award } = file.data;
  if (actorOf(act.source) === file.data.requestedBy) return refuse('same-person');
  const early = tooEarly(effectiveOn, earliestOf(act));
  if (early) return early;
  const awards = Array.isArray(act.facts['awards']) ? act.facts['awards'].map(String) : [award];
  const accepted = entry('change-accepted', act, { awards });
  const told = [...decided(file, 'change.accepted', { effectiveOn }), ...toFormer(file, act)];
  if (firesOn(file.data) >= act.on) return { entries: [accepted, { type: 'change-scheduled', facts: {}, arm: [{ kind: 'effect', rule: { on: firesOn(file.data) } }] }], notices: told };
  const now: File = { ...file, data: { ...file.data, awards } };
  return { entries: [accepted, effected(now)], notices: told, messages: toLabels(now) };
}

/** They are members no more when the mail goes: each is written to in person. */
function toFormer(file: File, act: Act): Notice[] {
  const former = file.data.what === 'manager' && Array.isArray(act.facts['former']) ? act.facts['former'].map(String) : [];
  return former.map((person) => ({ template: 'change.representative-replaced', key: `${file.subject}/replaced/${person}`, audience: { person }, facts: { effectiveOn: file.data.effectiveOn } }));
}

/** The day at whose end the change takes effect: of what ends a label its last day, of the rest the day before. */
function firesOn({ what, effectiveOn }: ChangeData): CivilDate {
  return addDays(effectiveOn, endingKinds.includes(what) ? 0 : -1);
}

/** Its day has come. */
export function takeEffect(file: File): Verdict {
  // The deadline fires when the eve is over; what begins, begins with its own day, here and in the labels.
  if (endingKinds.includes(file.data.what)) return { entries: [effected(file)], messages: toLabels(file) };
  return { entries: [{ ...effected(file), dawn: true }], messages: toLabels(file).map((message) => ({ ...message, on: file.data.effectiveOn })) };
}

/** The records of pole and structure follow this entry in its own transaction (`apply-change.sql.ts`): its facts and content are what they read. */
function effected({ data }: File): DraftEntry {
  const { what, pole, of, siret, into, effectiveOn, request: written } = data;
  return { type: 'change-effected', facts: { what, pole, of, siret, into, effectiveOn }, ...(written ? { content: written } : {}) };
}

/** What becomes of the labels: they end, or go on with other particulars. */
function toLabels({ subject, data }: File): Message[] {
  const { what, effectiveOn: on, into, awards } = data;
  return awards.map((award): Message => {
    if (what === 'closure') return { to: award, act: 'terminate', key: `terminate/${award}`, facts: { change: subject, on } };
    if (what === 'merger') return { to: award, act: 'transfer', key: `transfer/${award}`, facts: { change: subject, on, to: into } };
    return { to: award, act: 'recordChange', key: `recordChange/${award}`, facts: { change: subject, what } };
  });
}

/** The change is refused, with reasons (content): everything stays as it was. Refuses `authority-decides`, `reasons-missing`. */
export function refuseChange(file: File, act: Act): Verdict {
  if (act.by === 'secretariat' && !file.data.light) return refuse('authority-decides');
  if (!act.content) return refuse('reasons-missing');
  return { entries: [entry('change-refused', act)], notices: decided(file, 'change.refused') };
}

function decided(file: File, template: string, facts: Act['facts'] = {}): Notice[] {
  return [toPole(file, template, 'decided', { facts }), toOfficer(file, template, 'decided', { facts })];
}

/** The holder takes its request back; why, if said, is content. */
export function withdraw(file: File, act: Act): Verdict {
  return { entries: [entry('change-withdrawn', act)], notices: [toOfficer(file, 'change.withdrawn', 'withdrawn')], hushes: true };
}

/** Facts that the request must have for its kind; the name of the first that is missing. */
export function missingFact(facts: Act['facts'], content: Readonly<Record<string, unknown>>): string | undefined {
  const needs: Readonly<Record<string, readonly string[]>> = {
    rename: ['name'], move: ['siret'], carrier: ['siret', 'name', 'legalForm'], merger: ['into'], closure: [], manager: ['name', 'email'],
  };
  return (needs[textFact(facts, 'what')] ?? []).find((field) => typeof (facts[field] ?? content[field]) !== 'string');
}
