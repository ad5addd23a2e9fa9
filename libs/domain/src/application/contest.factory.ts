import type { PlayedAct } from '../procedure/testing.js';
import { K, admit, notification, proposeRefusal, scored, signRefusal, staff, submit } from './application.factory.js';

/** Acts of a plausible contest, for specs: refused in April 2027, or silence from May on. */
export const refused = [submit, admit, staff, scored(1, 4000), scored(2, 5000), proposeRefusal, signRefusal, notification];
export const inadmissible: PlayedAct = { name: 'declareInadmissible', by: 'secretariat', on: '2027-03-10', content: true };
export const lodged = (on: string, against = 'refusal', n = 1): PlayedAct => ({ name: 'appealLodged', by: 'procedure', on, facts: { appeal: `appeal/${K}/${n}`, against, lodgedOn: on, dueOn: '2027-08-15' } });
export const settled = (on: string, outcome: string, n = 1): PlayedAct => ({ name: 'appealSettled', by: 'procedure', on, facts: { appeal: `appeal/${K}/${n}`, outcome } });
export const askReasons = (on: string): PlayedAct => ({ name: 'requestReasons', by: 'applicant', on });
export const reasons = (on: string): PlayedAct => ({ name: 'giveReasons', by: 'authority', on, content: true });

/** Together they take every row of the contest. */
export const contestPlays: readonly (readonly PlayedAct[])[] = [
  [submit, admit, askReasons('2027-05-20'), reasons('2027-06-10')],
  [submit, admit, askReasons('2027-05-20')],
  [submit, admit, lodged('2027-05-20', 'implied-rejection'), settled('2027-06-10', 'upheld')],
  [submit, inadmissible, lodged('2027-04-01', 'inadmissibility'), settled('2027-04-20', 'upheld')],
  [...refused, lodged('2027-06-15'), settled('2027-07-05', 'upheld')],
  [...refused, lodged('2027-06-15')],
];
