import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { evolveAward } from './award.data.js';
import { toPole } from './award.notices.js';
import { beginnings, type File } from './award.rules.js';

/**
 * Takes over a label that was awarded elsewhere and is in force: monitoring, renewal and financing begin where they stand on the day of the act, and nobody is
 * reminded or told of what is past. Facts: number, pole, structure, startsOn, endsOn, decidedOn, call?, officer?. Refuses `dates-reversed`, `label-ended-already`.
 */
export function importLabel(file: File, act: Act, terms: Terms['award']): Verdict {
  const [startsOn, endsOn] = [textFact(act.facts, 'startsOn'), textFact(act.facts, 'endsOn')];
  if (endsOn < startsOn) return refuse('dates-reversed');
  if (endsOn < act.on) return refuse('label-ended-already', { endsOn });
  const imported = { ...entry('imported', act, act.facts), arm: [{ kind: 'expiry', rule: { on: endsOn } }] };
  const data = evolveAward(file.data, { type: 'imported', facts: act.facts, on: act.on });
  return {
    entries: [imported],
    notices: [toPole(file, 'award.imported', 'imported', { facts: { number: data.number, startsOn, endsOn } }, data.pole)],
    messages: beginnings({ subject: file.subject, data }, terms, { asOf: act.on }),
  };
}
