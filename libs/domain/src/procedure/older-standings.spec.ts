import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { both, notification, request, scored, terms as applicationTerms } from '../application/application.factory.js';
import { askReasons, inadmissible, lodged, settled } from '../application/contest.factory.js';
import { procedures } from '../procedures.js';
import { parseScheme } from '../scheme/parse.js';
import { termsOf } from '../scheme/terms.js';
import { asOfNow } from './fold.js';
import { olderStandings } from './older-standings.factory.js';
import type { Procedure, Standing } from './procedure.js';
import { Player, type PlayedAct } from './testing.js';

const path = 'schemes/pole-innovation.yaml';
const parsed = parseScheme(readFileSync(path, 'utf8'), path);
if (!parsed.ok) throw new Error('the built-in scheme has faults');
const terms = { ...termsOf(parsed.scheme), application: applicationTerms };

const by = (who: PlayedAct['by'], name: string, on: string, facts: NonNullable<PlayedAct['facts']> = {}): PlayedAct => ({ name, by: who, on, facts, content: true });

/** What is done today with a file of then, and where that leads. */
const goesOn: readonly [keyof typeof olderStandings, string, readonly PlayedAct[], string][] = [
  ['submitted', 'declared inadmissible, and contested', [inadmissible, lodged('2027-04-01', 'inadmissibility')], 'inadmissible'],
  ['submitted', 'pieces asked for', [request], 'incomplete'],
  ['admissible', 'an objection to an expert', [by('applicant', 'objectToExpert', '2027-03-11', { expert: 'alice' })], 'admissible'],
  ['admissible', 'closed without action', [by('authority', 'closeWithoutAction', '2027-03-20')], 'closed_without_action'],
  ['underAppraisal', 'the last scores are in', [scored(2, 6000)], 'in_committee'],
  ['underAppraisal', 'too far apart', [scored(2, 1000)], 'divergent'],
  ['underAppraisal', 'put on an agenda and proposed', [scored(2, 6000), by('procedure', 'onAgenda', '2027-03-20', { session: 'session/1', on: '2027-04-01' })], 'in_committee'],
  ['underAppraisal', 'an expert lost', [by('procedure', 'appraisalLost', '2027-03-18', { n: 2, cause: 'declined' })], 'under_appraisal'],
  ['silent', 'reasons asked for, the implied rejection contested', [askReasons('2027-05-20'), lodged('2027-05-25', 'implied-rejection'), settled('2027-06-10', 'dismissed')], 'under_appraisal'],
  ['silent', 'goes on to the committee', both.map((act) => ({ ...act, on: '2027-05-20' })), 'in_committee'],
  ['signed', 'notified and read', [notification, by('applicant', 'readDecision', '2027-04-22')], 'awarded'],
  ['accepted', 'another date asked for and given', [by('expert', 'proposeDueDate', '2027-03-05', { on: '2027-04-20' }), by('secretariat', 'answerDueDate', '2027-03-06', { accepted: true })], 'accepted'],
  ['accepted', 'an objection upheld', [by('procedure', 'takeFromObjected', '2027-03-05')], 'replaced'],
  ['award', 'the contract signed', [by('applicant', 'signContract', '2027-03-10')], 'awaiting_contract'],
  ['award', 'lapsed, then a contract signed in time comes by post', [by('applicant', 'signContract', '2027-03-15', { enteredOn: '2027-05-10' })], 'awaiting_contract'],
  ['award', 'in force, extended, and suspended after its holder was heard', [
    by('applicant', 'signContract', '2027-03-10'), by('authority', 'countersignContract', '2027-03-11'), by('authority', 'extend', '2027-03-12', { endsOn: '2031-03-31', decidedOn: '2027-03-12' }),
    by('authority', 'serveNotice', '2027-04-02', { intent: 'suspension' }), by('applicant', 'giveObservations', '2027-04-10'), by('authority', 'suspend', '2027-04-12'),
  ], 'suspended'],
  ['call', 'closed with a limit of its own for one pole, opened once more', [by('authority', 'grantExtension', '2027-04-02', { pole: 'p', to: '2027-04-10' }), by('authority', 'reopenCall', '2027-04-03', { closesOn: '2027-04-20' })], 'open'],
];

describe('a file as an older build left it', () => {
  it.each(goesOn)('%s: %s', (name, _what, acts, status) => {
    const older = JSON.parse(olderStandings[name]) as Standing;
    const kind = older.subject.split('/')[0] as keyof typeof terms & keyof typeof procedures;
    const procedure = procedures[kind] as Procedure;
    const player = new Player(procedure, terms[kind]);
    player.file = asOfNow(procedure, older);
    expect(acts.map((act) => player.take(act)).filter((verdict) => 'refused' in verdict)).toEqual([]);
    expect(player.file.status).toBe(status);
    // What is carried on, and recorded, has every field of today.
    expect(Object.keys(player.file.data as object)).toEqual(expect.arrayContaining(Object.keys(procedure.initial.data as object)));
  });

  it('keeps what it had', () => {
    const older = JSON.parse(olderStandings.signed) as Standing;
    expect(asOfNow(procedures.application as Procedure, older)).toEqual({ ...older, data: expect.objectContaining(older.data as object) });
  });
});
