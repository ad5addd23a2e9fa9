import type { Facts } from './act.js';

/** A fact that is text: an id, a code, a date. Empty when it is missing, so that reading a journal never throws. */
export function textFact(facts: Facts, name: string): string {
  return optionalText(facts, name) ?? '';
}

/** A fact that may be missing. */
export function optionalText(facts: Facts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
}
