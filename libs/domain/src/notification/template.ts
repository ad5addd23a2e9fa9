/**
 * What one notice says in one language. Paragraphs hold `{{fact}}` placeholders; one with an absent `{{fact?}}` is left out. One that begins with
 * `{{#contract}}` is for schemes that have that part, with `{{^contract}}` for those that go without.
 */
export interface TemplateText {
  readonly subject: string;
  readonly body: readonly string[];
  /** Label of the one button, which leads to the task; « Ouvrir le dossier » / “Open the file” by default. Null: no link, the page is closed to the reader. */
  readonly action?: string | null;
}

/** A notice as data, in both languages of the product. A test compares their placeholders. */
export interface Template {
  /** What the link opens beyond the subject's page: its decision, as a document; or instead of it: the questionnaire of the firm that it is sent to. */
  readonly opens?: 'decision' | 'questionnaire';
  readonly fr: TemplateText;
  readonly en: TemplateText;
  /** The fact that is the subject line where it is given: somebody wrote it for this one mail. */
  readonly titleFact?: string;
}

export type Locale = 'fr' | 'en';

export type Templates = { readonly [name: string]: Template };

export interface Placeholder {
  readonly name: string;
  readonly optional: boolean;
}

/** `{{name}}`, `{{name?}}`, or a number with what it counts: `{{name|answer|answers}}`. */
const pattern = /\{\{(\w+)(\??)(?:\|([^|{}]+)\|([^|{}]+))?\}\}/g;

/** Parts of a scheme that a paragraph may hang on. */
export const guardedParts = ['committee', 'contract', 'reports', 'payments'] as const;

const guard = /^\{\{([#^])(\w+)\}\}/;

/** A paragraph without its guard, and the part of the scheme that it hangs on. */
export function guardOf(paragraph: string): { readonly text: string; readonly part?: string; readonly wanted?: boolean } {
  const found = guard.exec(paragraph);
  return found ? { text: paragraph.slice(found[0].length), part: found[2] ?? '', wanted: found[1] === '#' } : { text: paragraph };
}

/** The paragraphs that are true in a scheme with these parts; all that are for schemes with every part when they are not known. */
export function paragraphsFor(body: readonly string[], parts: readonly string[] | null): string[] {
  return body.map(guardOf).filter(({ part, wanted }) => part === undefined || (parts === null || parts.includes(part)) === wanted).map(({ text }) => text);
}

/** The facts that a piece of text asks for, in order. */
export function placeholdersOf(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map(([, name = '', mark]) => ({ name, optional: mark === '?' }));
}

/** Puts values in place of placeholders, once: a value that looks like a placeholder stays as it is. The language matters where things are counted. */
export function fill(text: string, value: (name: string) => string, locale: Locale = 'fr'): string {
  return text.replaceAll(pattern, (_whole, name: string, _mark: string, one?: string, many?: string) => counted(value(name), one, many, locale));
}

/** A number and what it counts: French says “0 réponse”, English “0 answers”. */
export function counted(value: string, one: string | undefined, many: string | undefined, locale: Locale): string {
  if (one === undefined || many === undefined) return value;
  const number = Math.abs(Number(value));
  return `${value} ${number === 1 || (locale === 'fr' && number < 2) ? one : many}`;
}
