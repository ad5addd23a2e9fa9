import type { Minutes, MinutesItem, MinutesVote, Named } from '../../../../../libs/domain/src/committee/minutes.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Block, Fact, PdfSource } from '../pdf/model.js';
import { wordOf } from '../words.js';
import { numberIn } from '../book/answers.blocks.js';

const day = (on: string): string => writtenDate(on, 'fr');
const named = ({ name, capacity }: Named): string => (capacity === '' ? name : `${name}, ${capacity}`);
const paragraph = (text: string): Block[] => (text === '' ? [] : [{ is: 'paragraph', text }]);

/** The minutes of a session as a document, in French as they are. Until they are adopted each page says what they are. */
export function minutesSource(minutes: Minutes, { createdAt, author, reader }: { createdAt: string; author: string; reader: string }): PdfSource {
  const { title, label, state, attendance, quorum, items, ranking, remark, remarks, adopted } = minutes;
  const states = { draft: 'Projet', circulated: 'Diffusé, en attente d’adoption', adopted: 'Adopté' } as const;
  return {
    locale: 'fr', title, author, createdAt, running: { head: title, aside: state === 'adopted' ? '' : states[state], foot: `Établi pour ${reader}` }, ...(state === 'draft' ? { mark: 'PROJET' } : {}),
    blocks: [
      { is: 'heading', level: 1, text: title },
      { is: 'paragraph', tone: 'lead', text: label },
      { is: 'facts', rows: [['Tenue le', `${day(minutes.heldOn)}${minutes.time === '' ? '' : ` à ${minutes.time}`}`], ...(minutes.place === '' ? [] : [['Lieu', minutes.place] as Fact]), ...(minutes.remoteAddress === '' ? [] : [['À distance', minutes.remoteAddress] as Fact]), ['État', states[state]]] },
      { is: 'heading', level: 2, text: 'Membres' },
      { is: 'facts', rows: people(attendance) },
      ...paragraph(`${quorum.sentence}${minutes.reconvened ? ' La séance est réunie sur seconde convocation.' : ''}`),
      ...items.flatMap((item, i) => itemBlocks(item, i + 1)),
      ...(ranking ? rankingBlocks(ranking) : []),
      ...(remark === '' ? [] : [{ is: 'heading', level: 2, text: 'Observations du secrétariat' } as const, ...paragraph(remark)]),
      ...(remarks.length === 0 ? [] : [{ is: 'heading', level: 2, text: 'Remarques des membres' } as const, ...remarks.flatMap((one): Block[] => [{ is: 'heading', level: 3, text: `${named(one)}, ${day(one.on)}` }, ...paragraph(one.text)])]),
      ...(adopted ? [{ is: 'notice', text: `${adopted.sentence}` } as const] : []),
      { is: 'signature', lines: ['Pour le comité, la présidence de séance', ...(attendance.chair ? [attendance.chair.name] : []), 'Signature\u00a0: ………………'] },
    ],
  };
}

function people({ chair, onSite, remote, represented, excused, absent }: Minutes['attendance']): Fact[] {
  const rows: (readonly [string, readonly string[]])[] = [
    ['Présidence', chair ? [named(chair)] : []], ['Présents', onSite.map(named)], ['À distance', remote.map(named)],
    ['Représentés', represented.map((one) => `${named(one)} (pouvoir donné à ${one.by})`)], ['Excusés', excused.map(named)], ['Absents', absent.map(named)],
  ];
  return rows.filter(([, names]) => names.length > 0).map(([label, names]) => [label, names.join('\n')]);
}

function itemBlocks(item: MinutesItem, n: number): Block[] {
  const { pole, left, quorum, votes, sentence, reasons, conditions, remark } = item;
  return [
    { is: 'heading', level: 2, text: `${n}. ${pole}` },
    ...(left.length === 0 ? [] : [{ is: 'list', items: left.map((one) => `${named(one)} s’est déporté (${one.why.charAt(0).toLowerCase()}${one.why.slice(1)}) : n’a pris part ni aux débats ni au vote`) } as const]),
    ...(quorum ? [{ is: 'paragraph', tone: 'quiet', text: `Quorum pour ce dossier : ${quorum.sitting} membres présents ou représentés pour ${quorum.needed} nécessaires, sur ${quorum.entitled}.` } as const] : []),
    ...votes.flatMap(voteBlocks),
    ...paragraph(sentence),
    ...(reasons === '' ? [] : [{ is: 'heading', level: 3, text: 'Motifs' } as const, ...paragraph(reasons)]),
    ...(conditions.length === 0 ? [] : [{ is: 'heading', level: 3, text: 'Conditions' } as const, { is: 'list', items: conditions.map(({ text, dueOn }) => `${text} (avant le ${day(dueOn)})`) } as const]),
    ...(remark === '' ? [] : [{ is: 'heading', level: 3, text: 'Observation' } as const, ...paragraph(remark)]),
  ];
}

function voteBlocks({ outcome, secret, open, casting, sentence }: MinutesVote): Block[] {
  return [
    { is: 'heading', level: 3, text: `Vote ${secret ? 'à bulletin secret' : 'nominatif'} : ${wordOf(outcome, 'fr')}` },
    ...(open.length === 0 ? [] : [{ is: 'table', columns: [{ title: 'Membre', width: 4 }, { title: 'Vote', width: 1.4 }], rows: open.map((one) => [named(one), wordOf(one.vote, 'fr')]) } as const]),
    ...paragraph(`${sentence}${casting === null ? '' : ` Voix prépondérante de la présidence : ${wordOf(casting, 'fr')}.`}`),
  ];
}

function rankingBlocks({ places, budgetCents, list }: NonNullable<Minutes['ranking']>): Block[] {
  return [
    { is: 'heading', level: 2, text: 'Classement' },
    ...(places === null && budgetCents === null ? [] : [{ is: 'facts', rows: [...(places === null ? [] : [['Labels disponibles', String(places)] as Fact]), ...(budgetCents === null ? [] : [['Budget', `${numberIn(budgetCents / 100, 'fr')}\u00a0€`] as Fact])] } as const]),
    { is: 'table', columns: [{ title: 'Rang', width: 0.8 }, { title: 'Pôle', width: 5 }, { title: 'Liste d’attente', width: 1.6 }], rows: list.map(({ rank, pole, reserve }) => [String(rank), pole, reserve === null ? '' : `n° ${reserve}`]) },
  ];
}
