import type { PlayedAct } from '../procedure/testing.js';

/** Acts about an objection, for the specs of this phase. */
export const objection = (expert: string, on = '2027-03-02'): PlayedAct => ({ name: 'objectToExpert', by: 'applicant', on, facts: { expert }, content: true });
export const decides = (expert: string, accepted: boolean, on = '2027-03-03'): PlayedAct => ({ name: 'decideObjection', by: 'secretariat', on, facts: { expert, accepted } });
