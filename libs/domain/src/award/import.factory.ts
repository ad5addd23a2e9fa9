import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { awardProcedure } from './award.procedure.js';

/** Plays of labels that came here in mid-life. */
export const terms: Terms['award'] = { term: 'P3Y', contractLimit: 'P60D', contractReminders: [], numberPrefix: 'PI', financed: true };

export const importing = {
  name: 'importLabel', by: 'secretariat', on: '2028-02-10',
  facts: { number: 'PI-2009-0007', pole: 'p-1', structure: 's-1', startsOn: '2026-07-01', endsOn: '2029-06-30', decidedOn: '2026-06-15', officer: 'someone' },
} as const satisfies PlayedAct;

export const importPlays = {
  imported: play(awardProcedure, terms, [importing]),
  over: play(awardProcedure, terms, [importing], { until: '2029-07-01' }),
};
