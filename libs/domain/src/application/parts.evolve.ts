import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';
import type { ApplicationData, Opinion } from './application.data.js';

/** Folds what only some schemes ask for: a fee, opinions of other bodies. */
export function evolveParts(data: ApplicationData, { type, facts }: Pick<Entry, 'type' | 'facts'>): Partial<ApplicationData> {
  switch (type) {
    case 'fee-paid':
      return { fee: { code: textFact(facts, 'amount'), cents: Number(facts['cents']), on: textFact(facts, 'paidOn') } };
    case 'fee-exempted':
      return { fee: { code: textFact(facts, 'ground'), cents: 0, on: textFact(facts, 'on') } };
    case 'admitted':
      return { opinionsAsked: (facts['opinions'] as readonly string[] | undefined) ?? [], opinions: [], opinionsClosed: false };
    case 'opinions-closed':
      return { opinionsClosed: true };
    case 'opinion-given':
      return { opinions: [...(data.opinions ?? []).filter(({ from }) => from !== facts['from']), opinionIn(facts)] };
    default:
      return {};
  }
}

function opinionIn(facts: Entry['facts']): Opinion {
  return { from: textFact(facts, 'from'), sense: facts['sense'] as Opinion['sense'], givenOn: textFact(facts, 'givenOn'), late: facts['late'] === true };
}
