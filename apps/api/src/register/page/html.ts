import { createHash } from 'node:crypto';

/** Text made safe to stand in HTML. */
export interface Html { readonly html: string }

/** Writes HTML: every value is escaped unless it is HTML already; lists follow one another, undefined and false are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  return { html: parts.reduce((text, part, i) => text + shown(values[i - 1]) + part) };
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(shown).join('');
  if (typeof value === 'object' && 'html' in value) return String(value.html);
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The policy of a page that holds one style sheet of its own and nothing else: no scripts, frames, pictures or requests.
 * @param style what stands between `<style>` and `</style>`, to the letter
 */
export function pagePolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
