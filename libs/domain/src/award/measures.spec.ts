import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../procedure/fold.js';
import { isRefusal } from '../procedure/decision.js';
import { Player, type PlayedAct } from '../procedure/testing.js';
import { awardProcedure } from './award.procedure.js';
import { standing } from './award.status.js';
import { after, by, inForce, notice, plays, subject, suspended, terms } from './measures.factory.js';

const key = subject.slice('award/'.length);
const told = (p: ReturnType<typeof after>) => p.messages.filter((m) => m.act.startsWith('label')).map((m) => [m.to, m.act, m.facts]);
const all = ['monitoring', 'renewal', 'financing'];
const codes = (p: ReturnType<typeof after>) => p.verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok')).slice(3);


describe('measures on a label', () => {
  it('hears the holder before it is suspended or withdrawn', () => {
    const early = [by('authority', 'suspend', '2028-01-19'), by('authority', 'withdraw', '2028-01-19')];
    expect(codes(after([notice('suspension'), ...early]))).toEqual(['ok', 'observations-awaited', 'notice-of-withdrawal-missing']);
    expect(codes(after([notice('withdrawal'), ...early]))).toEqual(['ok', 'observations-awaited', 'observations-awaited']);
    // A month from 10 January; the day after it is over.
    expect(codes(after([notice('suspension'), by('authority', 'suspend', '2028-02-10')])).at(-1)).toBe('observations-awaited');
    expect(codes(after([notice('suspension'), by('authority', 'suspend', '2028-02-11')])).at(-1)).toBe('ok');
    expect(codes(after([by('authority', 'suspend', '2028-02-11')])).at(-1)).toBe('not-now');
    expect(codes(after([by('authority', 'serveNotice', '2028-02-11', { intent: 'suspension' }, false)])).at(-1)).toBe('reasons-missing');
  });

  it('does nothing by silence: a notice that is answered by nobody leaves the label in force', () => {
    const { file, notices } = after([notice('withdrawal')], '2029-01-10');
    expect(file).toMatchObject({ status: 'under_notice', data: { notice: { intent: 'withdrawal', observedOn: null, heard: true } } });
    expect(notices.slice(-3).map((n) => n.template)).toEqual(['award.notice-of-withdrawal', 'award.observations-reminder', 'award.observations-time-over']);
  });

  it('suspends six months at most; the end date does not move, and the label is withdrawn at the limit', () => {
    expect(plays.suspended.file).toMatchObject({ status: 'suspended', data: { endsOn: '2030-06-30', suspendedOn: '2028-02-15', notice: null } });
    expect(plays.suspended.file.deadlines.filter((d) => d.mark === '').map((d) => [d.kind, d.on])).toEqual([['suspension-limit', '2028-08-15'], ['expiry', '2030-06-30']]);
    expect(told(plays.suspended)).toEqual(all.map((kind) => [`${kind}/${key}`, 'labelSuspended', { on: '2028-02-15' }]));
    expect(plays.limit.file).toMatchObject({ status: 'withdrawn', deadlines: [], data: { endedOn: '2028-08-15', endCause: 'withdrawn' } });
    expect(plays.limit.notices.filter((n) => n.template === 'award.suspension-reminder').map((n) => n.audience)).toEqual([{ role: 'authority' }, { officerOf: subject }, { role: 'authority' }, { officerOf: subject }]);
    expect(told(plays.limit).slice(-3)).toEqual(all.map((kind) => [`${kind}/${key}`, 'labelEnded', { cause: 'withdrawn', on: '2028-08-15' }]));
    expect(plays.reinstated.file).toMatchObject({ status: 'active', data: { suspendedOn: null, endsOn: '2030-06-30' } });
    expect(plays.reinstated.file.deadlines.map((d) => d.kind)).toEqual(['expiry']);
    expect(after(suspended.slice(0, 2), '2030-07-01').file.status).toBe('expired');
  });

  it('lets the payments go when its last day comes in a suspension, and says nothing when it expires in force', () => {
    const late = [notice('suspension', '2030-03-10'), by('applicant', 'giveObservations', '2030-03-20'), by('authority', 'suspend', '2030-04-15')];
    expect(after(late, '2030-07-01').file.status).toBe('expired');
    expect(told(after(late, '2030-07-01')).slice(all.length)).toEqual([[`financing/${key}`, 'labelExpired', { on: '2030-06-30' }]]);
    expect(told(after([], '2030-07-01'))).toEqual([]);
  });

  it('withdraws after a notice of withdrawal, and drops a notice', () => {
    expect([plays.withdrawn, plays.withdrawnSuspended].map((p) => p.file.status)).toEqual(['withdrawn', 'withdrawn']);
    expect(plays.dropped.file).toMatchObject({ status: 'active', data: { notice: null } });
    expect(plays.droppedSuspended.file.status).toBe('suspended');
    expect(codes(after([...suspended, by('authority', 'dropNotice', '2028-03-02'), by('applicant', 'giveObservations', '2028-03-02')])).slice(-2)).toEqual(['no-notice', 'no-notice']);
    expect(codes(after([...suspended, notice('withdrawal', '2028-03-01'), notice('withdrawal', '2028-03-02')])).at(-1)).toBe('notice-already-served');
  });

  it('is given up today or on a day that the holder names', () => {
    expect(plays.renounced.file).toMatchObject({ status: 'renounced', data: { endCause: 'renounced', endedOn: '2028-02-01' } });
    expect(plays.announced.file).toMatchObject({ status: 'renounced', data: { renouncedFor: '2028-06-30', endedOn: '2028-06-30' } });
    expect(codes(after([by('applicant', 'renounce', '2028-02-01', { on: '2031-01-01' }), by('applicant', 'renounce', '2028-02-01', { on: '2028-01-01' })]))).toEqual(['after-label-end', 'date-in-the-past']);
  });

  it('is extended by a decision, before its end or after it, and both dates stay', () => {
    expect(plays.extended.file).toMatchObject({ status: 'active', data: { endsOn: '2031-06-30', extensions: [{ from: '2030-06-30', to: '2031-06-30', decidedOn: '2029-09-15', afterExpiry: false, report: true, instalment: false }] } });
    expect(told(plays.extended)[0]).toEqual([`monitoring/${key}`, 'labelExtended', { endsOn: '2031-06-30', report: true, instalment: false }]);
    expect(plays.extendedAfter.entries.slice(-2).map((e) => [e.type, e.on])).toEqual([['expired', '2030-06-30'], ['extended', '2030-09-01']]);
    expect(plays.extendedAfter.file).toMatchObject({ status: 'active', data: { extensions: [{ afterExpiry: true }] } });
    const bad = (facts: PlayedAct['facts'], on = '2029-10-01') => codes(after([by('authority', 'extend', on, { decidedOn: on, ...facts })])).at(-1);
    expect(bad({ endsOn: '2030-06-30' })).toBe('extension-not-later');
    expect(bad({ endsOn: '2031-06-30', decidedOn: '2029-10-02' })).toBe('decided-in-the-future');
    expect(bad({ endsOn: '2030-07-31' }, '2030-09-01')).toBe('date-in-the-past');
  });

  it('is suspended like any other when it was under notice at its end and is extended after it', () => {
    const again = after([notice('suspension', '2030-06-20'), by('authority', 'extend', '2030-09-01', { endsOn: '2031-06-30', decidedOn: '2030-08-20' }), notice('suspension', '2030-10-01')]);
    expect(codes(again)).toEqual(['ok', 'ok', 'ok']);
    expect(again.file).toMatchObject({ status: 'under_notice', data: { notice: { servedOn: '2030-10-01' } } });
  });

  it('is not extended when it was suspended at its end, or when the next label is in force', () => {
    const late = by('authority', 'extend', '2030-09-01', { endsOn: '2031-06-30', decidedOn: '2030-08-20' });
    const suspendedAtEnd = after([notice('suspension', '2030-04-01'), by('applicant', 'giveObservations', '2030-04-10'), by('authority', 'suspend', '2030-05-02'), late]);
    expect(suspendedAtEnd.verdicts.at(-1)).toEqual({ refused: { code: 'label-was-suspended', params: { on: '2030-05-02' } } });
    const following = [by('procedure', 'succeeded', '2030-06-01', { by: 'award/2' }, false), by('procedure', 'successorActivated', '2030-06-20', { by: 'award/2' }, false)];
    expect(after([...following, late]).verdicts.at(-1)).toMatchObject({ refused: { code: 'label-succeeded' } });
    expect(codes(after([...following.slice(0, 1), late])).at(-1)).toBe('ok');
  });

  it('leaves the holder all the time that it was given to be heard', () => {
    const move = (to: string): PlayedAct => by('secretariat', 'moveDeadline', '2028-01-11', { kind: 'observations-due', to });
    const short = after([notice('suspension'), move('2028-01-12'), by('authority', 'suspend', '2028-01-13')]);
    expect(short.verdicts.slice(-2)).toMatchObject([{ refused: { code: 'deadline-only-later', params: { on: '2028-02-10' } } }, { refused: { code: 'observations-awaited' } }]);
    expect(after([notice('suspension'), move('2028-02-20')]).file.deadlines).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'observations-due', mark: '', on: '2028-02-20' })]));
  });

  it('that has begun ends on no day before its first one; one that is to begin may', () => {
    for (const name of ['terminate', 'transfer']) {
      const end = (on: string, day: string) => after([by('procedure', name, on, { change: 'change/1', on: day, to: 'p-2' }, false)]).verdicts.at(-1);
      expect(end('2028-05-02', '1950-01-01')).toEqual({ refused: { code: 'change-too-early', params: { earliest: '2027-07-01' } } });
      expect(end('2028-05-02', '2027-07-01')).not.toHaveProperty('refused');
      expect(end('2027-06-20', '2027-06-20')).not.toHaveProperty('refused');
    }
  });

  it('ends or goes on as the change of its holder says', () => {
    expect(plays.terminated.file).toMatchObject({ status: 'terminated', data: { endCause: 'terminated', endedOn: '2028-04-30' } });
    expect(plays.transferred.file).toMatchObject({ status: 'transferred', data: { endCause: 'transferred', transferredTo: 'p-2' } });
    expect(plays.changed.file).toMatchObject({ status: 'active', data: { changes: [{ change: 'change/1', what: 'rename', on: '2028-05-02' }] } });
  });

  it('refuses nothing to the clock, changes nothing by a refusal, folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom('serveNotice', 'giveObservations', 'suspend', 'withdraw', 'dropNotice', 'reinstate', 'renounce', 'extend', 'recordChange', 'moveDeadline'),
      by: fc.constantFrom('applicant' as const, 'authority' as const, 'procedure' as const),
      intent: fc.constantFrom('suspension', 'withdrawal'),
      wait: fc.integer({ min: 0, max: 120 }), later: fc.integer({ min: 0, max: 300 }), content: fc.boolean(),
    });
    const day = (n: number) => new Date(Date.UTC(2027, 6, n)).toISOString().slice(0, 10);
    fc.assert(fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      const player = new Player(awardProcedure, terms, { subject });
      for (const one of inForce) player.take(one);
      let today = 1;
      for (const { name, by: who, intent, wait, later, content } of acts) {
        today += wait;
        player.passTimeUntil(`${day(today)}T11:00:00.000Z`);
        const before = player.file;
        const facts = { intent, on: day(today + later), endsOn: day(today + later + 700), kind: 'observations-due', to: day(today + later) };
        if (isRefusal(player.take(by(who, name, day(today), facts, content)))) expect(player.file).toBe(before);
        expect(player.file.deadlines.some((d) => d.kind === 'expiry')).toBe((standing as readonly string[]).includes(player.file.status));
      }
      player.passTimeUntil('2045-01-01T00:00:00.000Z');
      expect(['withdrawn', 'renounced', 'expired']).toContain(player.file.status);
      expect(fold(awardProcedure, subject, player.entries.map((e) => ({ ...e, armed: e.armed ?? [], disarmed: e.disarmed ?? [] })))).toEqual(player.file);
    }));
  });
});
