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
      return asked((facts['opinions'] as readonly string[] | undefined) ?? []);
    case 'opinions-closed':
      return { opinionsAwaited: false };
    case 'opinion-given':
      return given(data, opinionIn(facts));
    default:
      return {};
  }
}

function asked(opinionsAsked: readonly string[]): Partial<ApplicationData> {
  return { opinionsAsked, opinions: [], opinionsAwaited: opinionsAsked.length > 0 };
}

function given({ opinions = [], opinionsAsked = [], opinionsAwaited }: ApplicationData, opinion: Opinion): Partial<ApplicationData> {
  const all = [...opinions.filter(({ from }) => from !== opinion.from), opinion];
  return { opinions: all, opinionsAwaited: opinionsAwaited === true && opinionsAsked.some((body) => !all.some(({ from }) => from === body)) };
}

function opinionIn(facts: Entry['facts']): Opinion {
  return { from: textFact(facts, 'from'), sense: facts['sense'] as Opinion['sense'], givenOn: textFact(facts, 'givenOn'), late: facts['late'] === true };
}
