import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { dueOf } from '../procedure/deadline.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import { admit, both, pieces, proposeAward, request, signAward, staff, submit, terms, withdraw } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { exempts, full, gives, paidAndAdmitted, pays } from './parts.factory.js';

const run = (acts: readonly PlayedAct[], until?: string, by = full) => play(applicationProcedure, by, acts, until ? { until } : {});
const last = (acts: readonly PlayedAct[], by = full) => {
  const verdict = run(acts, undefined, by).verdicts.at(-1);
  return verdict && isRefusal(verdict) ? verdict.refused : 'taken';
};
const toCommittee = [...paidAndAdmitted, staff, ...both];

describe('a fee', () => {
  it('is asked for with the receipt, reminded of, and must be settled before the file is admitted', () => {
    const { file, notices } = run([submit], '2027-03-24');
    expect(dueOf(file.deadlines, 'fee-due')?.on).toBe('2027-03-31');
    expect(notices.map((n) => n.template)).toEqual(expect.arrayContaining(['application.fee-asked', 'application.fee-reminder']));
    expect(last([submit, admit])).toEqual({ code: 'fee-unpaid', params: { limitOn: '2027-03-31' } });
    const paid = run(paidAndAdmitted);
    expect(paid.file).toMatchObject({ status: 'admissible', data: { fee: { code: 'small', cents: 97_500, on: '2027-03-04' } } });
    expect(run([submit, exempts, admit]).file).toMatchObject({ status: 'admissible', data: { fee: { code: 'goodwill', cents: 0 } } });
  });

  it('that never comes makes the file inadmissible, with the time for an appeal; so too while pieces are awaited', () => {
    const { file, notices } = run([submit], '2027-04-01');
    expect(file).toMatchObject({ status: 'inadmissible', data: { inadmissible: { cause: 'fee-unpaid', on: '2027-03-31' } } });
    expect(notices.at(-1)).toMatchObject({ template: 'application.inadmissible', facts: { feeDueOn: '2027-03-31' } });
    expect(dueOf(file.deadlines, 'appeal-limit')).toBeDefined();
    expect(run([submit, { ...request, facts: { limitOn: '2027-05-20' } }], '2027-04-02').file.status).toBe('inadmissible');
  });

  it('that was paid in time and recorded after the limit undoes what the clock did; silence goes on with the days it stood still', () => {
    const { file } = run([submit, pays('2027-04-06', { paidOn: '2027-03-31' })]);
    expect(file).toMatchObject({ status: 'submitted', data: { inadmissible: null, fee: { on: '2027-03-31' } } });
    expect(dueOf(file.deadlines, 'implied-decision')?.on).toBe('2027-05-07');
    expect(last([submit, pays('2027-04-06', { paidOn: '2027-04-01' })])).toMatchObject({ code: 'fee-late', params: { limitOn: '2027-03-31' } });
    expect(last([submit, { name: 'declareInadmissible', by: 'secretariat', on: '2027-03-03', content: true }, pays('2027-03-05')])).toMatchObject({ code: 'fee-not-awaited' });
  });

  it('is one of the scheme’s, once, and none where the scheme asks for none', () => {
    expect(last([submit, pays('2027-03-04', { amount: 'tiny' })])).toMatchObject({ code: 'fee-unknown', params: { known: 'small, large' } });
    expect(last([submit, { ...exempts, facts: { ground: 'friend' } }])).toMatchObject({ code: 'exemption-unknown' });
    expect(last([submit, pays('2027-03-04'), exempts])).toMatchObject({ code: 'fee-settled' });
    expect(last([submit, pays('2027-03-04', { paidOn: '2027-03-05' })])).toMatchObject({ code: 'date-in-the-future' });
    expect(last([submit, pays('2027-03-04')], terms)).toMatchObject({ code: 'no-fee' });
    expect(dueOf(run([submit], undefined, terms).file.deadlines, 'fee-due')).toBeUndefined();
  });
});

describe('opinions', () => {
  it('are asked for at admission; nothing is proposed while they may still come in time', () => {
    const { file, notices } = run(toCommittee);
    expect(file.data.opinionsAsked).toEqual(['cma', 'cci']);
    expect(notices.map((n) => n.template)).toContain('application.opinions-to-ask');
    expect(last([...toCommittee, proposeAward])).toEqual({ code: 'opinions-awaited', params: { limitOn: '2027-04-10', from: 'cma, cci' } });
    expect(last([...toCommittee, gives('cma', '2027-03-20'), gives('cci', '2027-03-25', { sense: 'reserved' }), proposeAward])).toBe('taken');
  });

  it('that have not come by the limit are not awaited, and a late one is kept until the signature', () => {
    const late = [...toCommittee, gives('cma', '2027-03-20'), { ...proposeAward, on: '2027-04-12' }];
    const { file, entries } = run(late);
    expect(file.status).toBe('decision_proposed');
    expect(entries.find((e) => e.type === 'opinions-closed')?.facts).toEqual({ missing: ['cci'] });
    const kept = run([...late, gives('cci', '2027-04-13', { sense: 'unfavourable' })]);
    expect(kept.file.data.opinions).toEqual([
      { from: 'cma', sense: 'favourable', givenOn: '2027-03-20', late: false }, { from: 'cci', sense: 'unfavourable', givenOn: '2027-04-13', late: true },
    ]);
    expect(last([...late, signAward, gives('cci', '2027-04-16')])).toMatchObject({ code: 'decision-signed' });
  });

  it('come from the bodies that were asked, and only where the scheme asks', () => {
    expect(last([...paidAndAdmitted, gives('mayor', '2027-03-20')])).toMatchObject({ code: 'opinion-not-asked' });
    expect(last([...paidAndAdmitted, gives('cma', '2027-03-20', { sense: 'warm' })])).toMatchObject({ code: 'opinion-sense-unknown' });
    expect(last([submit, admit, gives('cma', '2027-03-20')], terms)).toMatchObject({ code: 'opinion-not-asked' });
  });

  it('of every order and day: refused while somebody is awaited in time, taken as soon as nobody is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 }), fc.integer({ min: 8, max: 60 }), (cma, cci, proposed) => {
      const day = (n: number) => addDays('2027-03-20', n);
      const given = [['cma', cma] as const, ['cci', cci] as const].filter(([, n]) => n < proposed).sort((a, b) => a[1] - b[1]).map(([from, n]) => gives(from, day(n)));
      const { verdicts, file } = run([...toCommittee, ...given, { ...proposeAward, on: day(proposed) }]);
      const over = day(proposed) > '2027-04-10';
      const verdict = verdicts.at(-1);
      expect(verdict && isRefusal(verdict)).toBe(!over && given.length < 2);
      expect(file.data.opinions?.every(({ givenOn, late }) => late === givenOn > '2027-04-10')).toBe(true);
    }), { numRuns: 60 });
  });
});

describe('a new application after a refusal', () => {
  const again = (lastRefusedOn: string, on: string): PlayedAct => ({ ...submit, on, facts: { ...submit.facts, callClosesOn: '2028-12-31', lastRefusedOn } });

  it('is refused until the scheme’s time has passed, with the day from which it may come', () => {
    expect(last([again('2026-03-02', '2027-03-01')])).toEqual({ code: 'reapplication-too-early', params: { refusedOn: '2026-03-02', from: '2027-03-02' } });
    expect(last([again('2026-03-01', '2027-03-01')])).toBe('taken');
    expect(last([again('2028-02-29', '2029-02-28')].map((act) => ({ ...act, facts: { ...act.facts, callClosesOn: '2029-12-31' } })))).toBe('taken');
    expect(last([again('2027-02-28', '2027-03-01')], terms)).toBe('taken');
  });
});

describe('a scheme without a committee', () => {
  it('tells none: the case officer proposes', () => {
    const without = { ...full, withoutCommittee: true as const };
    expect(run(toCommittee, undefined, without).notices.filter((n) => 'role' in n.audience && n.audience.role === 'committee')).toEqual([]);
    expect(run(toCommittee, undefined, without).notices.map((n) => n.template)).toContain('application.appraisals-complete');
  });
});

it('the rest of the procedure is as it was: pieces, withdrawal', () => {
  expect(run([submit, request, pieces, pays('2027-03-16'), { ...admit, on: '2027-03-17' }]).file.status).toBe('admissible');
  expect(dueOf(run([submit, withdraw]).file.deadlines, 'fee-due')).toBeUndefined();
});
