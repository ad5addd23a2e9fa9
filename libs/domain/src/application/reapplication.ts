import { plus } from '../calendar/civil-date.js';
import type { Act } from '../procedure/act.js';
import { type Refusal, refuse } from '../procedure/decision.js';
import { optionalText } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';

/** Where the scheme sets a time between a refusal and a new application of the same pole. Refuses `reapplication-too-early`, with the first day on which one may come. */
export function tooEarly(act: Act, { reapplication }: Pick<Terms['application'], 'reapplication'>): Refusal | undefined {
  const refusedOn = optionalText(act.facts, 'lastRefusedOn');
  if (reapplication === undefined || refusedOn === null) return undefined;
  const from = plus(refusedOn, reapplication);
  return act.on < from ? refuse('reapplication-too-early', { refusedOn, from }) : undefined;
}
