import type { PlayedAct } from '../procedure/testing.js';

const bySession = (name: string, facts: object): PlayedAct => ({ name, by: 'procedure', on: '2027-04-05', facts: { session: 'session/1', ...facts } as never });

/** What a session of the committee tells a file. */
export const onAgenda = bySession('onAgenda', { on: '2027-04-12' });
export const offAgenda = bySession('offAgenda', {});
export const putOff = bySession('deferred', { cause: 'inquorate' });
export const toReserve = bySession('reserve', { rank: 1 });
export const sessionProposes = bySession('propose', { outcome: 'award', votes: { for: 3, against: 1, abstain: 0 }, secret: false, conditions: [], written: { id: 'words', hash: 'h' } });
