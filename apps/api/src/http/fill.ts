import { counted } from '../../../../libs/domain/src/notification/template.js';
import type { Locale } from './locale.js';

export type Params = Readonly<Record<string, string | number>>;

/** Puts params in place of `{{name}}`, a dash for one that is absent; `{{count|answer|answers}}` is a number with what it counts, as the language counts. */
export function fill(text: string, params: Params, locale: Locale = 'fr'): string {
  return text.replace(/\{\{(\w+)(?:\|([^|{}]+)\|([^|{}]+))?\}\}/g, (_, name: string, one?: string, many?: string) => counted(String(params[name] ?? '–'), one, many, locale));
}
