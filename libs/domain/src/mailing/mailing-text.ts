import { writtenDate } from '../notification/dates.js';
import type { Locale } from '../notification/template.js';

/** A text of the secretariat's own; those who read English get the French one when there is no other. */
export interface MailingText {
  readonly fr: string;
  readonly en?: string;
}

/** What a mailing may name in double braces: the pole, the call's title, the day on which it is sent. */
export const mailingPlaceholders = ['pole', 'call', 'date'] as const;
export type MailingPlaceholder = (typeof mailingPlaceholders)[number];

/** A pair of braces that names nothing known, and where it stands; both count from 1. */
export interface PlaceholderFault {
  readonly found: string;
  readonly line: number;
  readonly column: number;
}

const braces = /\{\{([^{}\n]{0,100})\}\}|\{\{|\}\}/g;

/** Every placeholder of a text that is unknown or not closed, in order. */
export function placeholderFaults(text: string): PlaceholderFault[] {
  return [...text.matchAll(braces)].filter(([, name]) => nameOf(name) === undefined).map((match) => {
    const before = text.slice(0, match.index).split('\n');
    return { found: match[0].slice(0, 60), line: before.length, column: (before.at(-1) ?? '').length + 1 };
  });
}

function nameOf(inside: string | undefined): MailingPlaceholder | undefined {
  return mailingPlaceholders.find((one) => one === inside?.trim());
}

/** What the placeholders stand for in one file's copy. */
export interface MailingValues {
  readonly pole: string;
  readonly call: { readonly fr: string; readonly en: string };
  /** Civil date. */
  readonly date: string;
}

/** The text of one file's copy in both languages. What a placeholder stands for is never read again. */
export function filledIn(text: MailingText, values: MailingValues): { readonly fr: string; readonly en: string } {
  const said = (locale: Locale, written: string): string => written.replaceAll(braces, (whole, inside: string | undefined) => {
    const name = nameOf(inside);
    if (name === undefined) return whole;
    return name === 'pole' ? values.pole : name === 'call' ? values.call[locale] : writtenDate(values.date, locale);
  });
  // Who gets the French text for want of an English one reads French dates in it.
  return { fr: said('fr', text.fr), en: text.en === undefined ? said('fr', text.fr) : said('en', text.en) };
}
