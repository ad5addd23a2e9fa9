import type { CivilDate } from '../../../../../libs/domain/src/calendar/types.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Locale } from '../../http/locale.js';

/** What a certificate says, before its words. */
export interface CertificateFacts {
  readonly locale: Locale;
  readonly number: string;
  readonly label: string;
  readonly authority: string;
  /** The text that the label rests on. */
  readonly basis: string;
  readonly holder: string;
  readonly structure: { readonly name: string; readonly siren: string } | null;
  readonly territory: string;
  readonly themes: readonly string[];
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** The last day as first decided. */
  readonly firstEndsOn: CivilDate;
  readonly decidedOn: CivilDate;
  /** When the last extension was decided, if there is one. */
  readonly extendedOn: CivilDate | null;
  /** Where anybody can check it; also in the QR code. */
  readonly address: string;
  /** ISO 8601; the only date in the file that is not in the text. */
  readonly createdAt: string;
}

/** The same in words, in the order in which it is read aloud. */
export interface Certificate {
  readonly locale: Locale;
  readonly createdAt: string;
  readonly title: string;
  readonly authority: string;
  readonly kicker: string;
  readonly label: string;
  readonly awarded: string;
  readonly holder: string;
  readonly carrier: readonly string[];
  readonly term: readonly [caption: string, value: string][];
  readonly notes: readonly string[];
  readonly check: readonly [heading: string, sentence: string];
  readonly address: string;
  readonly codeAlt: string;
  readonly basis: string;
}

const phrases = {
  fr: {
    kicker: 'Certificat de labellisation', awarded: 'est décerné à', carried: 'porté par', siren: 'SIREN', number: 'Numéro', from: 'Du', to: 'Au', decided: 'Décision du',
    extended: (first: string, on: string) => `Le terme, d’abord fixé au ${first}, a été prolongé par décision du ${on}.`,
    check: ['Vérifier ce certificat', 'Le registre public fait foi. Il dit si le label est en vigueur, suspendu ou retiré le jour de la consultation.'],
    code: 'Code QR vers la page de vérification :', title: (number: string, holder: string) => `Certificat ${number} – ${holder}`,
  },
  en: {
    kicker: 'Certificate of the label', awarded: 'is awarded to', carried: 'carried by', siren: 'SIREN', number: 'Number', from: 'From', to: 'To', decided: 'Decision of',
    extended: (first: string, on: string) => `The term, first set to end on ${first}, was extended by a decision of ${on}.`,
    check: ['Check this certificate', 'The public register prevails. It says whether the label is in force, suspended or withdrawn on the day you look.'],
    code: 'QR code to the verification page:', title: (number: string, holder: string) => `Certificate ${number} – ${holder}`,
  },
} as const;

/** A certificate in the words of its language. */
export function inWords(facts: CertificateFacts): Certificate {
  const { locale, number, label, authority, basis, holder, structure, territory, themes, startsOn, endsOn, firstEndsOn, decidedOn, extendedOn, address, createdAt } = facts;
  const said = phrases[locale];
  const date = (day: CivilDate): string => writtenDate(day, locale);
  const siren = structure?.siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
  return {
    locale, createdAt, title: said.title(number, holder), authority: set(authority), kicker: said.kicker, label: set(label), awarded: said.awarded, holder: set(holder), address, basis: set(basis),
    carrier: [...(structure ? [`${said.carried} ${set(structure.name)}, ${said.siren}\u00a0${siren}`] : []), set([territory, ...themes].join(' · '))],
    term: [[said.number, number], [said.from, date(startsOn)], [said.to, date(endsOn)], ...(decidedOn === '' ? [] : [[said.decided, date(decidedOn)] as [string, string]])],
    notes: endsOn !== firstEndsOn && extendedOn !== null ? [said.extended(date(firstEndsOn), date(extendedOn))] : [],
    check: said.check, codeAlt: `${said.code} ${address}`,
  };
}

/** Typewriters' apostrophes as printers set them. */
function set(text: string): string {
  return text.replace(/(?<=\p{L})'/gu, '’');
}
