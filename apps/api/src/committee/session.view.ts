import { isRecused, presidingIn, quorumOf } from '../../../../libs/domain/src/committee/quorum.js';
import type { AgendaFile, SessionData } from '../../../../libs/domain/src/committee/session.data.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { SessionTerms } from '../../../../libs/domain/src/scheme/terms.js';
import type { Dossier, PastEntry } from '../act/dossier.service.js';
import type { SessionDto } from './session.dto.js';

/** Names of the people and files of a session, and where it meets. */
export interface SessionNames {
  readonly people: { readonly [person: string]: { readonly name: string; readonly capacity: string } };
  /** By application; `taken`: the file knows this agenda. */
  readonly files: { readonly [application: string]: { readonly pole: string; readonly taken: boolean } };
  readonly place: string;
  readonly remoteAddress: string;
}

/** Entries that say how a file was dealt with. */
const ofOneFile: readonly string[] = ['put-to-vote', 'vote-cast', 'voted', 'put-off'];

/**
 * A session as this person reads it. A member learns nothing of what happened to a file in which they have no part until the minutes are circulated; staff read all of it.
 * @param reader the person, when the person is a member and nothing else
 */
export function sessionView(dossier: Dossier, names: SessionNames, terms: Pick<SessionTerms, 'quorum' | 'reconvenedQuorum'>, reader: string | undefined): Omit<SessionDto, 'id'> {
  const data = dossier.data as unknown as SessionData;
  const closed = new Set(data.files.filter((file) => reader !== undefined && isRecused(file, reader)).map(({ application }) => application));
  // Once the minutes are circulated every member reads and adopts them: the page says no less than they do.
  const common = ['minutes_circulated', 'minutes_adopted'].includes(dossier.status);
  const hidden = closed.size > 0 && !common;
  const sees = (file: AgendaFile): AgendaFile => (hidden && closed.has(file.application) ? { ...file, motions: [], question: null, result: null } : file);
  const shown: SessionData = { ...data, files: data.files.map(sees), ranking: hidden ? null : data.ranking };
  const past = dossier.timeline.past.filter(({ type }) => !(hidden && type === 'ranked')).map((entry) => (hidden ? withoutVotes(entry, closed) : entry));
  const percent = data.reconvened ? terms.reconvenedQuorum : terms.quorum;
  const nameOf = (person: string): string => names.people[person]?.name ?? '—';
  return {
    status: dossier.status, scheme: dossier.scheme, openedAt: dossier.openedAt, changedAt: dossier.changedAt, allowedActions: dossier.allowedActions,
    data: shown as unknown as Facts, timeline: { past, ahead: dossier.timeline.ahead }, place: names.place, remoteAddress: names.remoteAddress,
    members: data.members.map(({ person, ...member }) => ({
      id: person, name: nameOf(person), capacity: names.people[person]?.capacity ?? '', ...member,
      presence: data.presences[person] ?? null, proxyTo: data.proxies.find(({ from }) => from === person)?.to ?? null,
    })),
    presides: presidingIn(data)?.person ?? null,
    files: shown.files.map((file) => ({
      application: file.application.slice('application/'.length), pole: { id: file.pole, name: names.files[file.application]?.pole ?? '—' }, themes: file.themes,
      awardable: file.awardable, confirmed: names.files[file.application]?.taken ?? false, closedToMe: closed.has(file.application),
      recused: file.recusals.map(({ person, cause }) => ({ id: person, name: nameOf(person), cause })),
      quorum: { ...quorumOf(data, percent, file) }, result: file.result && { ...file.result },
    })),
    quorum: { ...quorumOf(data, percent) },
  };
}

function withoutVotes(entry: PastEntry, closed: ReadonlySet<string>): PastEntry {
  const { application } = entry.facts;
  return ofOneFile.includes(entry.type) && typeof application === 'string' && closed.has(application) ? { ...entry, facts: { application } } : entry;
}
