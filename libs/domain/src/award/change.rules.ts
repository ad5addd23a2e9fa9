import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import type { File } from './award.rules.js';
import { ended } from './measures.rules.js';

/** The closure of the holder was accepted. Facts: change, on. Refuses `change-too-early`. */
export function terminate(file: File, act: Act, terms: Terms['award']): Verdict {
  const early = beforeItBegan(file, act);
  if (early) return early;
  const change = textFact(act.facts, 'change');
  return ended(file, act, terms, 'terminated', dayOf(act), { type: 'terminated', template: 'award.terminated', facts: { change } });
}

/** The merger of the holder into another pole was accepted. Facts: change, to (the pole), on. Refuses `change-too-early`. */
export function transfer(file: File, act: Act, terms: Terms['award']): Verdict {
  const early = beforeItBegan(file, act);
  if (early) return early;
  const facts = { change: textFact(act.facts, 'change'), to: textFact(act.facts, 'to') };
  return ended(file, act, terms, 'transferred', dayOf(act), { type: 'transferred', template: 'award.transferred', facts });
}

/** Something of the holder has changed, and the label goes on. Facts: change, what (the kind of change). The change itself tells the holder. */
export function recordChange(_file: File, act: Act): Verdict {
  return { entries: [entry('particulars-changed', act, { change: textFact(act.facts, 'change'), what: textFact(act.facts, 'what') })] };
}

/** A label that has begun doesn't end before its first day; one that is still to begin may. */
function beforeItBegan({ data: { startsOn } }: File, act: Act): Verdict | undefined {
  return startsOn <= act.on && dayOf(act) < startsOn ? refuse('change-too-early', { earliest: startsOn }) : undefined;
}

function dayOf(act: Act): string {
  return textFact(act.facts, 'on') || act.on;
}
