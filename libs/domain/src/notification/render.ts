import type { Fact, Facts } from '../procedure/act.js';
import { writtenDate } from './dates.js';
import { mailHtml, mailText, type MailParts } from './layout.js';
import { fill, paragraphsFor, placeholdersOf, type Locale, type Template } from './template.js';

/** One mail, ready to send. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Facts that the template needs and that were not given: their paragraphs are left out. A fault of the program, worth showing. */
  readonly missing: readonly string[];
}

/** What a notice is about, beside its template. */
export interface About {
  /** Where the button leads. */
  readonly taskUrl: string;
  /** The subject's id, shown at the foot. */
  readonly reference: string;
  /** Name of the pole, at the end of the subject: who has thirty files sees which one it is. Null when there is none. */
  readonly pole?: string | null;
  /** Parts of the scheme that it is about; null or left out: every part. */
  readonly parts?: readonly string[] | null;
  /** Where the reader may ask not to be written to any more; for mails to who has no account. */
  readonly leaveUrl?: string | undefined;
}

/** Renders a notice for one reader. */
export function renderNotice(template: Template, locale: Locale, facts: Facts, { taskUrl, reference, pole = null, parts: has = null, leaveUrl }: About): RenderedMail {
  const text = template[locale];
  const body = paragraphsFor(text.body, has);
  const given = (name: string) => Object.hasOwn(facts, name) && facts[name] !== null && facts[name] !== '';
  const value = (name: string) => written(facts[name] ?? '', locale);
  const missing = [text.subject, ...body].flatMap(placeholdersOf).filter((p) => !p.optional && !given(p.name));
  const paragraphs = body
    .filter((paragraph) => placeholdersOf(paragraph).every((p) => given(p.name)))
    .map((paragraph) => fill(spaced(paragraph, locale), value, locale));
  const subject = oneLine([titleOf(template, locale, facts), ...(pole === null ? [] : [pole])].join(' – '));
  const parts: MailParts = { locale, subject, paragraphs, action: text.action === undefined ? defaultAction[locale] : text.action, taskUrl, reference, leaveUrl };
  return { subject, text: mailText(parts), html: mailHtml(parts), missing: [...new Set(missing.map((p) => p.name))] };
}

/** The subject line, without the pole's name: the template's own, or what somebody wrote for this mail. */
export function titleOf(template: Template, locale: Locale, facts: Facts): string {
  const own = template.titleFact === undefined ? undefined : facts[template.titleFact];
  if (own !== undefined && own !== null) return oneLine(written(own, locale));
  return fill(spaced(template[locale].subject, locale), (name) => written(facts[name] ?? '', locale), locale);
}

const defaultAction: Record<Locale, string> = { fr: 'Ouvrir le dossier', en: 'Open the file' };

/** Dates in words, lists one item a line, of a text in both languages the reader's, everything else as it is. */
function written(fact: Fact, locale: Locale): string {
  if (Array.isArray(fact)) return fact.map((item: Fact) => `\n– ${written(item, locale)}`).join('');
  if (typeof fact === 'object' && fact !== null && !Array.isArray(fact)) {
    const own = (fact as Facts)[locale];
    return typeof own === 'string' ? own : '';
  }
  return typeof fact === 'string' ? writtenDate(fact, locale) : typeof fact === 'object' ? '' : String(fact);
}

/** French puts a no-break space inside quotation marks and before double signs. */
export function spaced(text: string, locale: Locale): string {
  return locale === 'fr' ? text.replaceAll(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text;
}

/** A subject is one header line: a fact with line breaks can't add headers. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, 200);
}
