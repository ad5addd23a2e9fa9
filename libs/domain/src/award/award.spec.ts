import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { awardProcedure } from './award.procedure.js';
import { importPlays } from './import.factory.js';
import { plays as measurePlays } from './measures.factory.js';

const subject = 'award/00000000-0000-4000-8000-000000000001';
const terms: Terms['award'] = { term: 'P3Y', contractLimit: 'P60D', contractReminders: ['-P30D', '-P7D'], numberPrefix: 'PI' };
const facts = { application: 'application/1', call: 'call/1', pole: 'p-1', structure: 's-1', startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' };
// Granted on 1 June 2027: 60 days end on Saturday 31 July, so Monday 2 August.
const grant: PlayedAct = { name: 'grant', by: 'procedure', on: '2027-06-01', facts };
const sign: PlayedAct = { name: 'signContract', by: 'applicant', on: '2027-06-10', content: true };
const countersign: PlayedAct = { name: 'countersignContract', by: 'authority', on: '2027-06-12', content: true };
const message = (name: string, on: string, more: PlayedAct['facts'] = {}): PlayedAct => ({ name, by: 'procedure', on, facts: more });
const run = (acts: PlayedAct[], until?: string) => play(awardProcedure, terms, acts, { subject, ...(until ? { until } : {}) });
const amend = (on: string): PlayedAct => ({ name: 'proposeAmendment', by: 'secretariat', on, content: true });
const signing = (name: string, by: 'applicant' | 'authority' | 'secretariat', n: number) => ({ name, by, facts: { n }, content: true }) as const;
const renewing = [grant, sign, countersign, message('renewalUnderAppraisal', '2030-03-01'), message('succeeded', '2030-04-01', { by: 'award/2' })];

const plays = {
  active: run([grant, sign, countersign]),
  atOnce: play(awardProcedure, { ...terms, withoutContract: true, unmonitored: true }, [grant], { subject }),
  amendedInTime: run([
    grant, sign, countersign, amend('2028-01-03'), { ...signing('signAmendment', 'applicant', 1), on: '2028-02-01', at: '2028-04-20T09:00:00.000Z', facts: { n: 1, enteredOn: '2028-04-20' } },
  ]),
  amended: run([
    grant, sign, countersign, amend('2028-01-03'), { ...signing('signAmendment', 'applicant', 1), on: '2028-01-04' }, { ...signing('countersignAmendment', 'authority', 1), on: '2028-01-05' },
    amend('2028-02-03'), { ...signing('countersignAmendment', 'authority', 2), on: '2028-02-04' }, { ...signing('signAmendment', 'applicant', 2), on: '2028-02-05' },
    amend('2028-03-03'), { ...signing('dropAmendment', 'secretariat', 3), on: '2028-03-04' }, amend('2028-04-03'),
  ], '2028-06-30'),
  otherOrder: run([grant, { ...countersign, on: '2027-06-05' }, sign]),
  lapsed: run([grant], '2027-08-03'),
  halfSigned: run([grant, sign], '2027-08-03'),
  expired: run([grant, sign, countersign, message('renewalUnderAppraisal', '2030-05-01')], '2030-07-02'),
  givenUp: run([grant, sign, countersign, message('renewalUnderAppraisal', '2030-03-01'), message('renewalGivenUp', '2030-04-01')]),
  succeeded: run([...renewing, message('successorActivated', '2030-06-20', { by: 'award/2' })], '2030-07-02'),
  successorUnsigned: run(renewing, '2030-07-02'),
  signedInTime: run([grant, { ...sign, on: '2027-08-02', at: '2027-08-20T09:00:00.000Z', facts: { enteredOn: '2027-08-20' } }, { ...countersign, on: '2027-08-25' }]),
  successorReopened: run([...renewing, message('successorLapsed', '2030-06-02', { by: 'award/2' }), message('successorReopened', '2030-06-20', { by: 'award/2' })], '2030-07-02'),
  successorLapsed: run([...renewing, message('successorLapsed', '2030-06-20', { by: 'award/2' })], '2030-07-02'),
};

describe('an award', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(awardProcedure)).toEqual([]);
    expect(rowsNeverTaken(awardProcedure, [...Object.values(plays), ...Object.values(measurePlays), ...Object.values(importPlays)])).toEqual([]);
  });

  it('draws its number in the year of the decision and gives the contract its limit', () => {
    const { file, entries, notices } = run([grant]);
    expect(file).toMatchObject({ status: 'awaiting_contract', data: { number: 'PI-2027-1', structure: 's-1', previous: null } });
    expect(entries[0]?.armed.find((d) => d.mark === '')?.on).toBe('2027-08-02');
    expect(notices.map((n) => n.audience)).toEqual([{ pole: 'p-1', significant: true }, { role: 'authority' }]);
  });

  it('is in force by the decision alone where the scheme has no contract, and unwatched by monitoring where it asks for no reports', () => {
    const { file, entries, notices, messages } = plays.atOnce;
    expect(entries.map((e) => e.type)).toEqual(['granted', 'activated']);
    expect(file).toMatchObject({ status: 'active', data: { number: 'PI-2027-1', signedOn: null, activatedOn: '2027-06-01' } });
    expect(file.deadlines.map((d) => [d.kind, d.on])).toEqual([['expiry', '2030-06-30']]);
    expect(notices.map((n) => [n.template, n.audience])).toEqual([['award.in-force', { pole: 'p-1', significant: true }]]);
    expect(messages.map((m) => [m.to, m.facts['endsOn']])).toEqual([['renewal/00000000-0000-4000-8000-000000000001', '2030-06-30']]);
  });

  it.each(['active', 'otherOrder'] as const)('is in force once both have signed: %s', (name) => {
    const { file, messages, notices } = plays[name];
    expect(file.status).toBe('active');
    expect(file.deadlines.map((d) => [d.kind, d.on])).toEqual([['expiry', '2030-06-30']]);
    expect(messages.map((m) => [m.to, m.act, m.start?.kind])).toEqual([
      ['monitoring/00000000-0000-4000-8000-000000000001', 'begin', 'monitoring'],
      ['renewal/00000000-0000-4000-8000-000000000001', 'begin', 'renewal'],
    ]);
    expect(messages[0]?.facts).toMatchObject({ award: subject, pole: 'p-1', startsOn: '2027-07-01', endsOn: '2030-06-30' });
    expect(notices.at(-1)).toMatchObject({ template: 'award.active', facts: { number: 'PI-2027-1', startsOn: '2027-07-01', endsOn: '2030-06-30' } });
  });

  it('lapses when a signature is missing, and reminds only who has not signed', () => {
    const reminded = (name: keyof typeof plays) => plays[name].notices.filter((n) => n.template === 'award.contract-reminder').map((n) => n.audience);
    expect(plays.lapsed.file).toMatchObject({ status: 'lapsed', deadlines: [] });
    expect(plays.halfSigned.file.status).toBe('lapsed');
    expect(plays.halfSigned.messages).toEqual([]);
    expect(reminded('lapsed')).toHaveLength(4);
    expect(reminded('halfSigned')).toEqual([{ role: 'authority' }, { role: 'authority' }]);
  });

  it('takes a signature on the last day, and none the day after', () => {
    const verdict = (on: string) => run([grant, countersign, { ...sign, on }]).file.status;
    expect(verdict('2027-08-02')).toBe('active');
    expect(verdict('2027-08-03')).toBe('lapsed');
  });

  it('takes a signature that was in time, entered after the lapse: the authority gets its time, everybody is told again', () => {
    const late = (on: string, before: PlayedAct[] = []) => run([grant, ...before, { ...sign, on, at: '2027-08-20T09:00:00.000Z', facts: { enteredOn: '2027-08-20' } }]);
    const { file, notices, entries } = late('2027-08-02');
    expect(file).toMatchObject({ status: 'awaiting_contract', data: { signedOn: '2027-08-02', lapsedOn: null } });
    expect(entries.slice(-3).map((e) => [e.type, e.on])).toEqual([['lapsed', '2027-08-02'], ['contract-signed', '2027-08-02'], ['reopened-in-time', '2027-08-02']]);
    // 60 days from the day of entry end on 19 October.
    expect(file.deadlines.find((d) => d.mark === '')?.on).toBe('2027-10-19');
    expect(notices.slice(-3).map((n) => [n.template, n.audience])).toEqual([
      ['award.reopened', { pole: 'p-1', significant: true }], ['award.reopened', { officerOf: subject }], ['award.contract-to-countersign', { role: 'authority' }],
    ]);
    expect(late('2027-08-02', [countersign]).file.status).toBe('active');
    const tooLate = late('2027-08-03');
    expect(tooLate.file.status).toBe('lapsed');
    expect(tooLate.verdicts.at(-1)).toEqual({ refused: { code: 'contract-late', params: { limitOn: '2027-08-02' } } });
    expect(plays.successorReopened.file.data.successorState).toBe('awarded');
  });

  it('ends with its last day; without a notice only when the next label is in force', () => {
    expect(plays.expired.file).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: true } });
    expect(plays.expired.entries.at(-1)).toMatchObject({ type: 'expired', on: '2030-06-30' });
    expect(plays.expired.notices.at(-1)?.template).toBe('award.expired');
    expect(plays.givenUp.file.data.renewalUnderAppraisal).toBe(false);
    expect(plays.succeeded.file.data).toMatchObject({ successor: 'award/2', renewalUnderAppraisal: false });
    const ending = (name: keyof typeof plays) => plays[name].notices.map((n) => n.template).filter((template) => template.startsWith('award.expired'));
    expect(ending('succeeded')).toEqual([]);
    expect(ending('successorUnsigned')).toEqual(['award.expired-before-contract']);
    expect(ending('successorLapsed')).toEqual(['award.expired']);
  });

  it('keeps what its successor says of itself, whichever message comes first', () => {
    const { file } = run([grant, sign, countersign, message('successorActivated', '2030-04-01', { by: 'award/2' }), message('succeeded', '2030-04-01', { by: 'award/2' })]);
    expect(file.data).toMatchObject({ successor: 'award/2', successorState: 'active' });
  });

  it('hears of a renewal that comes after its end, and names its successor', () => {
    const after = (...acts: PlayedAct[]) => run([grant, sign, countersign, ...acts]);
    const asked = message('renewalUnderAppraisal', '2030-09-01');
    const restored = after(asked, message('succeeded', '2030-11-01', { by: 'award/2' }), message('successorActivated', '2030-12-01', { by: 'award/2' }));
    expect(restored.file).toMatchObject({ status: 'expired', deadlines: [], data: { renewalUnderAppraisal: false, successor: 'award/2', successorState: 'active' } });
    expect(restored.notices.filter((n) => n.template.startsWith('award.expired'))).toHaveLength(1);
    expect(after(asked).file).toMatchObject({ status: 'expired', data: { renewalUnderAppraisal: true } });
    expect(after(asked, message('renewalGivenUp', '2030-11-01')).file.data).toMatchObject({ renewalUnderAppraisal: false, successor: null });
    const contract = ['successorLapsed', 'successorReopened'].map((name, day) => message(name, `2030-12-0${day + 1}`, { by: 'award/2' }));
    expect(after(...contract.slice(0, 1)).file.data.successorState).toBe('lapsed');
    expect(after(...contract).file.data.successorState).toBe('awarded');
    // A label that was given up while its renewal was examined has a successor all the same.
    expect(after({ name: 'renounce', by: 'applicant', on: '2030-05-01', content: true }, message('successorActivated', '2030-12-01', { by: 'award/2' })).file)
      .toMatchObject({ status: 'renounced', data: { successor: 'award/2', successorState: 'active' } });
  });

  it('that renews another says when that one ends, and tells it what becomes of the contract', () => {
    const renewal = (previousEndsOn: string): PlayedAct => ({ ...grant, facts: { ...facts, previous: 'award/1', previousEndsOn } });
    const toSign = (endsOn: string) => run([renewal(endsOn)]).notices.map((n) => n.facts);
    expect(toSign('2027-06-30')).toEqual([{ previousEndsOn: '2027-06-30' }, { previousEndsOn: '2027-06-30' }]);
    expect(toSign('2027-05-31')).toEqual([{}, {}]);
    const told = (acts: PlayedAct[], until?: string) => run(acts, until).messages.filter((m) => m.to === 'award/1').map((m) => [m.act, m.facts]);
    expect(told([renewal('2027-06-30'), sign, countersign])).toEqual([['successorActivated', { by: subject }]]);
    expect(told([renewal('2027-06-30'), sign], '2027-08-03')).toEqual([['successorLapsed', { by: subject }]]);
    // Reminders come on 3 July and 26 July: one says the old label's end only while it lies ahead.
    const reminded = run([renewal('2027-07-10'), sign], '2027-08-03').notices.filter((n) => n.template === 'award.contract-reminder').map((n) => n.facts);
    expect(reminded).toEqual([{ limitOn: '2027-08-02', previousEndsOn: '2027-07-10' }, { limitOn: '2027-08-02' }]);
  });

  it('refuses a second signature and moving the label’s end', () => {
    const refused = (acts: PlayedAct[]) => run(acts).verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok')).at(-1);
    expect(refused([grant, sign, sign])).toBe('contract-already-signed');
    expect(refused([grant, countersign, countersign])).toBe('contract-already-signed');
    expect(refused([grant, { ...sign, by: 'secretariat' }])).toBe('not-yours');
    expect(refused([grant, sign, countersign, { name: 'moveDeadline', by: 'secretariat', on: '2027-07-01', facts: { kind: 'expiry', to: '2031-06-30' } }])).toBe('not-yours');
  });

  it('never refuses the clock, changes nothing when it refuses, and folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom('grant', 'signContract', 'countersignContract', 'renewalUnderAppraisal', 'succeeded', 'successorActivated', 'successorLapsed', 'moveDeadline'),
      by: fc.constantFrom('applicant' as const, 'authority' as const, 'secretariat' as const, 'procedure' as const),
      wait: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
      const player = new Player(awardProcedure, terms, { subject });
      player.take(grant);
      let day = 1;
      for (const { name, by, wait } of acts) {
        day += wait;
        const on = new Date(Date.UTC(2027, 5, day)).toISOString().slice(0, 10);
        player.passTimeUntil(`${on}T11:00:00.000Z`);
        const before = player.file;
        const verdict = player.take({ name, by, on, facts: { ...facts, by: 'award/2', kind: 'contract-due', to: '2027-12-31' } });
        if (isRefusal(verdict)) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2040-01-01T00:00:00.000Z');
      expect(['lapsed', 'expired']).toContain(player.file.status);
      expect(fold(awardProcedure, subject, player.entries)).toEqual(player.file);
    }));
  });
});
