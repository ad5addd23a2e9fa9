import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { awardProcedure } from './award.procedure.js';

export const terms: Terms['award'] = { term: 'P3Y', contractLimit: 'P60D', contractReminders: [], numberPrefix: 'PI', financed: true };
export const subject = 'award/00000000-0000-4000-8000-000000000001';

export const by = (who: PlayedAct['by'], name: string, on: string, facts: PlayedAct['facts'] = {}, content = true): PlayedAct => ({ name, by: who, on, facts, ...(content ? { content: true as const } : {}) });
/** A label whose contract both have signed. */
export const inForce: PlayedAct[] = [
  by('procedure', 'grant', '2027-06-01', { application: 'application/1', call: 'call/1', pole: 'p-1', structure: 's-1', startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' }, false),
  by('applicant', 'signContract', '2027-06-10'),
  by('authority', 'countersignContract', '2027-06-12'),
];
export const notice = (intent: string, on = '2028-01-10') => by('authority', 'serveNotice', on, { intent });
const observations = by('applicant', 'giveObservations', '2028-01-20');
const suspension = by('authority', 'suspend', '2028-02-15');
export const suspended = [notice('suspension'), observations, suspension];
export const after = (acts: PlayedAct[], until?: string) => play(awardProcedure, terms, [...inForce, ...acts], { subject, ...(until ? { until } : {}) });
/** One play for each way that a label in force may go. */
export const plays = {
  suspended: after(suspended),
  limit: after(suspended, '2028-09-01'),
  reinstated: after([...suspended, by('authority', 'reinstate', '2028-05-02')]),
  withdrawn: after([notice('withdrawal'), by('authority', 'withdraw', '2028-03-01')]),
  withdrawnSuspended: after([...suspended, notice('withdrawal', '2028-03-01'), by('authority', 'withdraw', '2028-04-15')]),
  dropped: after([notice('suspension'), by('authority', 'dropNotice', '2028-01-15')]),
  droppedSuspended: after([...suspended, notice('withdrawal', '2028-03-01'), by('authority', 'dropNotice', '2028-03-02')]),
  renounced: after([by('applicant', 'renounce', '2028-02-01')]),
  announced: after([by('applicant', 'renounce', '2028-02-01', { on: '2028-06-30' })], '2028-07-01'),
  extended: after([by('authority', 'extend', '2029-10-01', { endsOn: '2031-06-30', decidedOn: '2029-09-15', report: true })], '2031-06-29'),
  extendedAfter: after([by('authority', 'extend', '2030-09-01', { endsOn: '2030-12-31', decidedOn: '2030-08-20' })]),
  terminated: after([by('procedure', 'terminate', '2028-05-02', { change: 'change/1', on: '2028-04-30' }, false)]),
  transferred: after([by('procedure', 'transfer', '2028-05-02', { change: 'change/1', on: '2028-05-01', to: 'p-2' }, false)]),
  changed: after([by('procedure', 'recordChange', '2028-05-02', { change: 'change/1', what: 'rename' }, false)]),
};
