import { createHash } from 'node:crypto';

/** Text made safe to stand in HTML. */
export interface Html { readonly html: string }

/** Writes HTML: every value is escaped unless it is HTML already; lists follow one another, undefined is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: parts.reduce((text, part, i) => text + shown(values[i - 1]) + part) };
}

type Value = string | Html | readonly Value[] | undefined;

function shown(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(shown).join('');
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The policy of a page that holds one style sheet of its own and nothing else: no scripts, frames, pictures or requests.
 * @param style what stands between `<style>` and `</style>`, to the letter
 */
export function pagePolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
