import type { PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { admit, submit, terms } from './application.factory.js';

/** With a fee, two opinions and a year between applications. */
export const full: Terms['application'] = {
  ...terms, reapplication: 'P1Y',
  fee: { amounts: [{ code: 'small', cents: 97_500 }, { code: 'large', cents: 195_000 }], exemptions: ['goodwill'], limit: 'P30D', reminders: ['-P7D'] },
  opinions: { from: ['cma', 'cci'], limit: 'P1M', reminders: ['-P7D'] },
};

export const pays = (on: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'recordFee', by: 'secretariat', on, facts: { amount: 'small', paidOn: on, ...facts }, content: true });
export const exempts: PlayedAct = { name: 'exemptFromFee', by: 'secretariat', on: '2027-03-04', facts: { ground: 'goodwill' }, content: true };
export const gives = (from: string, on: string, facts: PlayedAct['facts'] = {}): PlayedAct => ({ name: 'recordOpinion', by: 'secretariat', on, facts: { from, sense: 'favourable', ...facts }, content: true });
/** Received on 1 March, paid on the 4th, admitted on the 10th: opinions may come until 10 April. */
export const paidAndAdmitted: readonly PlayedAct[] = [submit, pays('2027-03-04'), admit];

/** Plays in which every row of the table about fees and opinions is taken. */
export const partPlays: readonly { readonly acts: readonly PlayedAct[]; readonly until?: string }[] = [
  { acts: [submit, exempts] },
  { acts: [submit], until: '2027-04-10' },
  { acts: [submit, { ...pays('2027-04-06', { paidOn: '2027-03-30' }) }] },
  { acts: [...paidAndAdmitted, gives('cma', '2027-03-20')], until: '2027-04-30' },
];
