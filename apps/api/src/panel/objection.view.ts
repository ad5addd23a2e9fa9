import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { ObjectionShownDto } from './objection.dto.js';

/** Objections as their entries tell them: a decision is that of the last objection to the same expert. */
export function objectionsShown(entries: readonly WrittenEntry[], names: ReadonlyMap<string, string>): ObjectionShownDto[] {
  const shown: ObjectionShownDto[] = [];
  for (const { type, on, facts, body } of entries) {
    const id = textFact(facts, 'expert');
    const text = typeof body?.['reason'] === 'string' ? body['reason'] : null;
    const last = shown.filter(({ expert }) => expert.id === id).at(-1);
    if (type === 'expert-objected') shown.push({ on, expert: { id, name: names.get(id) ?? '' }, state: 'open', reason: text, answer: null });
    else if (last) Object.assign(last, { state: facts['accepted'] === true ? 'accepted' : 'rejected', answer: text });
  }
  return shown;
}
