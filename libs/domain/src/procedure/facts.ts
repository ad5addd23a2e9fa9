import type { CivilDate } from '../calendar/types.js';
import type { Act, Facts } from './act.js';

/** A fact that is text: an id, a code, a date. Empty when it is missing, so that reading a journal never throws. */
export function textFact(facts: Facts, name: string): string {
  return optionalText(facts, name) ?? '';
}

/** A fact that may be missing, or a text among those that came with an act. */
export function optionalText(facts: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' ? value : null;
}

/** The civil day on which an act was entered: for one that came by post and was entered later, not its date of effect. */
export function enteredOn(act: Pick<Act, 'on' | 'facts'>): CivilDate {
  return optionalText(act.facts, 'enteredOn') ?? act.on;
}
