import type { Locale } from '../../http/locale.js';
import type { Block } from '../pdf/model.js';
import type { BoundFile, Omission } from './bound.js';

/** A file and how the book shows it: its pages, a picture on a page of ours, or a line of the list. */
export interface Annexed {
  readonly file: BoundFile;
  readonly shown: { readonly pages: number; readonly picture?: string } | { readonly omission: Omission };
}

const phrases = {
  fr: {
    title: 'Pièces jointes', n: 'N°', name: 'Nom', size: 'Taille', here: 'Reproduction', pages: (n: number) => (n === 0 ? 'image reproduite' : n === 1 ? '1 page' : `${n} pages`),
    hash: 'SHA-256', sizeLabel: 'Taille', piece: 'Pièce', note: 'Les pièces qui ne sont pas reproduites se consultent dans le dossier en ligne ; leur empreinte permet de les reconnaître.', hashes: 'Empreinte SHA-256', megabytes: 'Mo', kilobytes: 'ko',
  },
  en: {
    title: 'Attachments', n: 'No.', name: 'Name', size: 'Size', here: 'Shown', pages: (n: number) => (n === 0 ? 'picture shown' : n === 1 ? '1 page' : `${n} pages`),
    hash: 'SHA-256', sizeLabel: 'Size', piece: 'Attachment', note: 'Attachments that are not shown can be read in the file online; their hash tells which ones they are.', hashes: 'SHA-256', megabytes: 'MB', kilobytes: 'kB',
  },
} as const;

const reasons: Readonly<Record<Omission, Readonly<Record<Locale, string>>>> = {
  'office': { fr: 'non reproduite : document bureautique', en: 'not shown: office document' },
  'encrypted': { fr: 'non reproduite : PDF protégé par un mot de passe', en: 'not shown: PDF protected by a password' },
  'damaged': { fr: 'non reproduite : fichier endommagé', en: 'not shown: damaged file' },
  'too-long': { fr: 'non reproduite : trop de pages', en: 'not shown: too many pages' },
  'too-heavy': { fr: 'non reproduite : trop volumineuse', en: 'not shown: too large' },
  'absent': { fr: 'non reproduite : fichier supprimé', en: 'not shown: file removed' },
};

/** The last part of a book: the list of all files, then those that can be shown, each behind a page of its own. */
export function annexBlocks(files: readonly Annexed[], locale: Locale): Block[] {
  const say = phrases[locale];
  if (files.length === 0) return [];
  const listed = files.flatMap(({ file, shown }, i) => ('omission' in shown ? [[String(i + 1), file.sha256]] : []));
  return [
    { is: 'heading', level: 1, text: say.title },
    {
      is: 'table',
      columns: [{ title: say.n, width: 0.6 }, { title: say.name, width: 4.2 }, { title: say.size, width: 1.2, right: true }, { title: say.here, width: 2.6 }],
      rows: files.map(({ file, shown }, i) => [String(i + 1), file.name, sizeIn(file.size, locale), 'omission' in shown ? reasons[shown.omission][locale] : say.pages(shown.pages)]),
    },
    ...(listed.length > 0 ? [{ is: 'paragraph', tone: 'quiet', text: say.note } as const, { is: 'table', columns: [{ title: say.n, width: 1.2 }, { title: say.hashes, width: 8 }], rows: listed } as const] : []),
    ...files.flatMap(({ file, shown }, i): Block[] => ('omission' in shown ? [] : [
      { is: 'heading', level: 2, text: `${say.piece} ${i + 1} – ${file.name}`, starts: true },
      { is: 'facts', rows: [...file.facts, [say.sizeLabel, sizeIn(file.size, locale)], [say.hash, file.sha256]] },
      shown.picture === undefined ? { is: 'insert', key: file.key, pages: shown.pages } : { is: 'image', file: shown.picture, alt: file.name },
    ])),
  ];
}

/** What stands at the foot of a page that is not ours. */
export function stampOf(n: number, page: number, pages: number, locale: Locale): string {
  return `${phrases[locale].piece} ${n} - ${page} / ${pages}`;
}

/** « 1,4 Mo » / “1.4 MB”. */
export function sizeIn(bytes: number, locale: Locale): string {
  const say = phrases[locale];
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0${say.kilobytes}`;
  const text = (bytes / 1_000_000).toFixed(1);
  return `${locale === 'fr' ? text.replace('.', ',') : text}\u00a0${say.megabytes}`;
}
