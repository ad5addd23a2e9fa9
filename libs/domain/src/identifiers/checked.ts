/** An identifier as typed by a person, checked: the bare number to store, or a stable code that says what is wrong. */
export type Checked<Code extends string> = { ok: true; value: string } | { ok: false; code: Code };

/** What people paste between digits: spaces of all kinds, dots, slashes, hyphens and dashes. */
const SEPARATORS = /[\s./\-\u2010-\u2015]/g;

/** `typed` without separators, in capitals. */
export function bare(typed: string): string {
  return typed.replace(SEPARATORS, '').toUpperCase();
}
