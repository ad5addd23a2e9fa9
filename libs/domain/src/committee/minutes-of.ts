import { writtenDate } from '../notification/dates.js';
import type { Standing } from '../procedure/procedure.js';
import type { Minutes, MinutesItem, MinutesVote, Named } from './minutes.js';
import { itemSentence, quorumSentence, recusalSentence, voteSentence } from './minutes.texts.js';
import { isThere, presidingIn, sittingFor } from './quorum.js';
import type { AgendaFile, SessionData } from './session.data.js';

/** What the journal does not hold: names, and what people wrote. Ids that are missing show as unnamed. */
export interface MinutesNames {
  /** Name of the label in French. */
  readonly label: string;
  readonly people: { readonly [person: string]: Named };
  /** Name of the pole, by application. */
  readonly poles: { readonly [application: string]: string };
  readonly place: string;
  readonly remoteAddress: string;
  /** Reasons and texts of conditions, by id of the content that a motion names. */
  readonly written: { readonly [content: string]: { readonly reasons?: string; readonly conditions?: readonly { readonly n: number; readonly text: string }[] } };
  /** What the secretary added: on the whole, and by application. */
  readonly remark: string;
  readonly remarksOn: { readonly [application: string]: string };
  readonly remarks: readonly { readonly person: string; readonly on: string; readonly text: string }[];
  /** Files that were on the agenda and left it before the end. */
  readonly left: readonly string[];
}

/** The minutes of a session, from what happened: nobody retypes them, and nothing in them depends on who reads. */
export function minutesOf(file: Pick<Standing<string, SessionData>, 'subject' | 'status' | 'data'>, names: MinutesNames): Minutes {
  const { data } = file;
  const named = (person: string): Named => names.people[person] ?? { name: '—', capacity: '' };
  const attending = (how: string) => data.members.filter(({ person }) => data.presences[person] === how).map(({ person }) => named(person));
  const represented = sittingFor(data).filter(({ person, castBy }) => person !== castBy);
  const chair = presidingIn(data);
  const elsewhere = data.members.filter(({ person }) => data.presences[person] === undefined && !represented.some((one) => one.person === person));
  const quorum = data.quorum ?? { entitled: 0, sitting: 0, needed: 0 };
  return {
    language: 'fr', session: file.subject, label: names.label, title: `Procès-verbal de la séance du ${writtenDate(data.on, 'fr')}`,
    state: file.status === 'minutes_adopted' ? 'adopted' : file.status === 'minutes_circulated' ? 'circulated' : 'draft',
    heldOn: data.on, time: data.time, place: names.place, remoteAddress: names.remoteAddress, reconvened: data.reconvened,
    attendance: {
      chair: chair && isThere(data, chair.person) ? named(chair.person) : null,
      onSite: attending('on-site'), remote: attending('remote'),
      represented: represented.map(({ person, castBy }) => ({ ...named(person), by: named(castBy).name })),
      excused: data.members.filter(({ person }) => data.presences[person] === 'excused' && !represented.some((one) => one.person === person)).map(({ person }) => named(person)),
      absent: elsewhere.map(({ person }) => named(person)),
    },
    quorum: { ...quorum, sentence: quorumSentence(quorum, data.reconvened) },
    items: [...data.files.map((one) => itemOf(one, data, names, named)), ...names.left.map((application) => leftItem(application, names))],
    ranking: data.ranking && !data.ranking.outdated ? {
      places: data.ranking.places, budgetCents: data.ranking.budgetCents,
      list: data.ranking.list.map(({ application, rank, reserve }) => ({ rank, pole: names.poles[application] ?? '—', reserve })),
    } : null,
    remark: names.remark,
    remarks: names.remarks.map(({ person, on, text }) => ({ ...named(person), on, text })),
    circulatedOn: data.circulatedOn,
    adopted: data.adopted && { on: data.adopted.on, sentence: adoptionSentence(data) },
  };
}

function itemOf(one: AgendaFile, data: SessionData, names: MinutesNames, named: (person: string) => Named): MinutesItem {
  const decisive = one.motions.filter(({ adopted }) => adopted).at(-1);
  const written = decisive?.content ? names.written[decisive.content.id] : undefined;
  const texts = written?.conditions ?? [];
  const ranked = data.ranking?.list.find(({ application }) => application === one.application);
  return {
    application: one.application, pole: names.poles[one.application] ?? '—',
    left: one.recusals.filter(({ person }) => data.members.some((member) => member.person === person)).map(({ person, cause }) => ({ ...named(person), why: recusalSentence(cause) })),
    quorum: one.motions.at(-1)?.quorum ?? null,
    votes: one.motions.map((motion): MinutesVote => ({
      outcome: motion.outcome, secret: motion.secret, open: motion.votes.map(({ person, vote }) => ({ ...named(person), vote })),
      tally: motion.tally, casting: motion.casting, adopted: motion.adopted, sentence: voteSentence(motion),
    })),
    outcome: one.result?.outcome ?? null,
    sentence: itemSentence(one.result, ranked?.reserve ?? null),
    reasons: written?.reasons ?? '',
    conditions: (one.result?.outcome === 'conditional-award' ? (decisive?.conditions ?? []) : []).map(({ n, dueOn }) => ({ n, dueOn, text: texts.find((text) => text.n === n)?.text ?? '' })),
    remark: names.remarksOn[one.application] ?? '',
  };
}

/** Withdrawn or closed while the committee had it: named, and nothing more. */
function leftItem(application: string, names: MinutesNames): MinutesItem {
  return {
    application, pole: names.poles[application] ?? '—', left: [], quorum: null, votes: [], outcome: 'withdrawn',
    sentence: 'Le dossier a été retiré ou clos : il n’est plus à examiner.', reasons: '', conditions: [], remark: names.remarksOn[application] ?? '',
  };
}

function adoptionSentence({ adopted, circulatedOn }: SessionData): string {
  const on = adopted ? writtenDate(adopted.on, 'fr') : '';
  if (adopted?.by === 'silence') return `Adopté le ${on}, faute d’opposition depuis sa diffusion le ${writtenDate(circulatedOn ?? '', 'fr')}.`;
  return adopted?.by === 'approval' ? `Adopté le ${on} par tous les membres présents.` : `Adopté le ${on}.`;
}
