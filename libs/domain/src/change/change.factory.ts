import { play, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { changeProcedure } from './change.procedure.js';
import type { ChangeKind } from './change.kinds.js';

export const terms: Terms['change'] = { review: 'P1M', pieces: 'P15D', reminders: ['-P7D'] };
export const subject = 'change/00000000-0000-4000-8000-000000000001';

export const by = (who: PlayedAct['by'], name: string, on: string, facts: PlayedAct['facts'] = {}, content = true): PlayedAct => ({ name, by: who, on, facts, ...(content ? { content: true as const } : {}) });
/** Asked on 3 May 2027. */
export const asked = (what: ChangeKind, effectiveOn = '2027-05-01', more: PlayedAct['facts'] = {}, who: PlayedAct['by'] = 'applicant'): PlayedAct =>
  by(who, 'request', '2027-05-03', { award: 'award/1', call: 'call/1', pole: 'p-1', what, effectiveOn, ...more });
const toAuthority = by('secretariat', 'propose', '2027-05-10', { outcome: 'accept' });
export const accepted = (who: PlayedAct['by'] = 'authority', on = '2027-05-20', awards: readonly string[] = ['award/1']): PlayedAct => by(who, 'accept', on, { awards: [...awards] }, false);
export const after = (acts: PlayedAct[], until?: string) => play(changeProcedure, terms, acts, { subject, ...(until ? { until } : {}) });

/** One play for each way that a request may go. */
export const plays = {
  renamed: after([asked('rename'), toAuthority, accepted()]),
  merged: after([asked('merger', '2027-06-30', { into: 'p-2' }), toAuthority, accepted('authority', '2027-05-20', ['award/1', 'award/2'])], '2027-07-02'),
  closed: after([asked('closure', '2027-05-01', {}, 'secretariat'), toAuthority, accepted()]),
  moved: after([asked('move', '2027-09-01', { siret: '1' }), accepted('secretariat')], '2027-09-02'),
  manager: after([asked('manager'), accepted('secretariat')]),
  refusedLight: after([asked('manager'), by('secretariat', 'refuse', '2027-05-12')]),
  refused: after([asked('carrier'), by('secretariat', 'propose', '2027-05-10', { outcome: 'refuse' }), by('authority', 'refuse', '2027-05-20')]),
  pieces: after([asked('carrier'), by('secretariat', 'requestPieces', '2027-05-10'), by('applicant', 'supplyPieces', '2027-05-15'), by('applicant', 'withdraw', '2027-05-16', {}, false)]),
  silent: after([asked('carrier'), by('secretariat', 'requestPieces', '2027-05-10')], '2027-09-01'),
};
