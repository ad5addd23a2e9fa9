import { plus } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act, Facts } from '../procedure/act.js';
import type { DeadlineSpec } from '../procedure/deadline.js';
import { entry, type Message, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import type { SessionTerms } from '../scheme/terms.js';
import type { AgendaFile, Member, SessionData } from './session.data.js';
import { toMembers, toOfficer } from './session.notices.js';
import { awaited, type SessionStatus } from './session.status.js';

export type SessionFile = Standing<SessionStatus, SessionData>;

/** The eve of the session. */
const sessionReminder = '-P1D';

/**
 * Members are called, with the agenda and its documents, at least the scheme's notice before [CRPA R133-8]. Facts {scheme, on, time, officer,
 * deputy?, members: Member[], files: AgendaFile[] without motions and result}; place and remote address are content.
 * Refuses `notice-too-short` {earliest}, `no-members`, `file-twice`.
 */
export function convene(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const { on, time } = act.facts;
  const short = tooShort(act, terms);
  if (short) return short;
  const members = membersOf(act.facts);
  if (!members.some(({ voting }) => voting)) return refuse('no-members');
  const files = filesOf(act.facts);
  const twice = files.find((one, i) => files.findIndex(({ application }) => application === one.application) !== i);
  if (twice) return refuse('file-twice', { application: twice.application });
  return {
    entries: [{ ...entry('convened', act, act.facts), arm: [dayOf(act)] }],
    notices: toMembers(file, 'session.convened', people(members), { facts: { on: on ?? null, time: time ?? null }, whileStatus: [...awaited] }),
    messages: files.map((one) => toFile(file, one.application, 'onAgenda', { on: on ?? null })),
  };
}

/** Files come to the agenda before the session opens, and thematic members with them. Facts {files, members}. Refuses `file-twice`, `agenda-empty`. */
export function addToAgenda(file: SessionFile, act: Act): Verdict {
  const files = filesOf(act.facts);
  const there = new Set(file.data.files.map(({ application }) => application));
  const twice = files.find(({ application }) => there.has(application));
  if (twice) return refuse('file-twice', { application: twice.application });
  if (files.length === 0) return refuse('agenda-empty');
  const { on, time, members } = file.data;
  const called = membersOf(act.facts).filter(({ person }) => !members.some((one) => one.person === person));
  return {
    entries: [entry('agenda-extended', act, { files: act.facts['files'] ?? [], members: called as unknown as Facts[] })],
    notices: [
      ...toMembers(file, 'session.convened', people(called), { facts: { on, time }, whileStatus: [...awaited] }),
      ...toMembers(file, 'session.agenda-changed', people(members), { facts: { on, time }, whileStatus: [...awaited] }),
    ],
    messages: files.map((one) => toFile(file, one.application, 'onAgenda', { on })),
  };
}

/** Facts {application}. Refuses `not-on-this-agenda`. */
export function takeOffAgenda(file: SessionFile, act: Act): Verdict {
  const application = textFact(act.facts, 'application');
  if (!onAgenda(file, application)) return refuse('not-on-this-agenda', { application });
  const { on, time, members } = file.data;
  return {
    entries: [entry('taken-off', act, { application })],
    notices: toMembers(file, 'session.agenda-changed', people(members), { facts: { on, time }, whileStatus: [...awaited] }),
    messages: [toFile(file, application, 'offAgenda')],
  };
}

/** Another day, counted with the notice anew; the files follow. Facts {on, time}. Refuses `notice-too-short`, `date-unchanged`. */
export function move(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const { on, time } = act.facts;
  if (on === file.data.on && time === file.data.time) return refuse('date-unchanged', { to: file.data.on });
  const short = on === file.data.on ? undefined : tooShort(act, terms);
  if (short) return short;
  return {
    entries: [{ ...entry('session-moved', act, { from: file.data.on, on: on ?? null, time: time ?? null }), arm: [dayOf(act)] }],
    notices: toMembers(file, 'session.moved', people(file.data.members), { facts: { from: file.data.on, on: on ?? null, time: time ?? null }, whileStatus: [...awaited] }),
    messages: redated(file, textFact(act.facts, 'on')),
  };
}

/** The files go back, each to be put on another agenda. Content: the reason. */
export function cancel(file: SessionFile, act: Act): Verdict {
  const { on, files, members } = file.data;
  return {
    entries: [entry('session-cancelled', act)],
    notices: toMembers(file, 'session.cancelled', people(members), { facts: { on } }),
    messages: files.map(({ application }) => toFile(file, application, 'offAgenda')),
  };
}

/**
 * Called again with the same agenda, for which no quorum is needed; the call says so [CRPA R133-10]. Facts {on, time}. Refuses `notice-too-short`.
 */
export function reconvene(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const { on, time } = act.facts;
  const short = tooShort(act, terms);
  if (short) return short;
  return {
    entries: [{ ...entry('reconvened', act, { on: on ?? null, time: time ?? null }), arm: [dayOf(act)] }],
    notices: toMembers(file, 'session.reconvened', people(file.data.members), { facts: { on: on ?? null, time: time ?? null }, whileStatus: ['reconvened'] }),
    messages: redated(file, textFact(act.facts, 'on')),
  };
}

/** The day has passed and the session was not opened: the secretariat is told, and opens, moves or cancels it. */
export function notHeld(file: SessionFile, act: Act): Verdict {
  return { entries: [{ type: 'session-not-held', facts: {} }], notices: [toOfficer(file, 'session.not-held', { facts: { on: act.on }, whileStatus: [...awaited] })] };
}

/** A file has left the committee by itself, or was never before it: withdrawn, closed, on another agenda. Facts {from}. It may say so twice. */
export function fileClosed(file: SessionFile, act: Act): Verdict {
  const application = textFact(act.facts, 'from');
  if (!onAgenda(file, application)) return { entries: [] };
  const sat = file.status === 'deliberated' || file.status === 'minutes_circulated';
  return {
    entries: [{ type: 'file-left', facts: { application, ...(sat ? { after: true } : {}) } }],
    notices: sat ? [] : [toOfficer(file, 'session.file-left', { facts: { on: file.data.on } })],
  };
}

/** Short of the notice: the answer says which day is the earliest. */
function tooShort(act: Act, terms: SessionTerms): Refusal | undefined {
  const earliest: CivilDate = plus(act.on, terms.notice);
  return textFact(act.facts, 'on') < earliest ? refuse('notice-too-short', { earliest }) : undefined;
}

function dayOf(act: Act): DeadlineSpec {
  return { kind: 'session-day', rule: { on: textFact(act.facts, 'on') }, marks: [{ name: 'reminder', offset: sessionReminder }] };
}

function redated(file: SessionFile, on: CivilDate): Message[] {
  return file.data.files.map(({ application }) => toFile(file, application, 'onAgenda', { on }));
}

/** What a file hears; its key counts the entries, because a file may come, go and come again. */
export function toFile(file: SessionFile, application: string, act: string, facts: Facts = {}): Message {
  return { to: application, act, key: `${act}/${application}/${file.seq + 1}`, facts: { session: file.subject, ...facts } };
}

export function onAgenda(file: SessionFile, application: string): AgendaFile | undefined {
  return file.data.files.find((one) => one.application === application);
}

export function people(members: readonly Member[]): string[] {
  return members.map(({ person }) => person);
}

function membersOf(facts: Facts): Member[] {
  return (facts['members'] as unknown as Member[] | undefined) ?? [];
}

function filesOf(facts: Facts): AgendaFile[] {
  return (facts['files'] as unknown as AgendaFile[] | undefined) ?? [];
}
