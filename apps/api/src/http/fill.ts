export type Params = Readonly<Record<string, string | number>>;

/** Puts params in place of `{{name}}`, a dash for one that is absent. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '–'));
}
