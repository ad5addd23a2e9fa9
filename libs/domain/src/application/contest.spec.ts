import { describe, expect, it } from '@jest/globals';
import { isArmed } from '../procedure/deadline.js';
import { play, type PlayedAct, type PlayOptions } from '../procedure/testing.js';
import {
  K, admit, both, notification, pieces, proposeAward, proposeConditional, proposeRefusal, request, scored, signAward, signConditional, signRefusal, staff, submit, terms, withdraw,
} from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { askReasons, inadmissible, lodged, reasons, refused, settled } from './contest.factory.js';

const run = (acts: readonly PlayedAct[], options?: PlayOptions) => play(applicationProcedure, terms, acts, { subject: `application/${K}`, ...options });
const appeal = `appeal/${K}/1`;
const armed = (played: ReturnType<typeof run>, kind: string) => played.file.deadlines.find((d) => d.kind === kind && d.mark === '' && isArmed(d))?.on;
const refusal = (played: ReturnType<typeof run>) => played.verdicts.at(-1);

describe('the warning before silence rejects', () => {
  it('tells the authority once a call and date, and the case officer of each file', () => {
    // 1 May less fifteen days.
    const { entries, notices, file } = run([submit, admit], { until: '2027-04-16' });
    expect(entries.filter((e) => e.type === 'silence-near').map((e) => e.on)).toEqual(['2027-04-16']);
    expect(notices.filter((n) => n.template.startsWith('application.silence-near'))).toMatchObject([
      { template: 'application.silence-near', key: 'call/1/silence-near/2027-05-01', audience: { role: 'authority' }, facts: { impliedDecisionOn: '2027-05-01' } },
      { template: 'application.silence-near-officer', key: `application/${K}/silence-near/2027-05-01/officer`, audience: { officerOf: `application/${K}` } },
    ]);
    expect(file.status).toBe('admissible');
  });

  it('comes with the clock’s new date after a suspension, and at once when fewer days are left', () => {
    expect(run([submit, request, pieces], { until: '2027-05-30' }).entries.filter((e) => e.type === 'silence-near').map((e) => e.on)).toEqual(['2027-04-26']);
    const late = run([submit, { ...request, on: '2027-04-12' }, { ...pieces, on: '2027-04-20' }, { ...request, on: '2027-05-03' }, { ...pieces, on: '2027-05-04' }]);
    // 1 May + 8 days, then one day more: asked for again within the fifteen days.
    expect(late.notices.filter((n) => n.template === 'application.silence-near').map((n) => n.facts?.['impliedDecisionOn'])).toEqual(['2027-05-09', '2027-05-10']);
  });

  it('is not given once the file is decided, nor in a file whose scheme had none', () => {
    expect(run(refused, { until: '2027-12-31' }).entries.map((e) => e.type)).toContain('silence-near');
    expect(run([submit, inadmissible], { until: '2027-12-31' }).entries.map((e) => e.type)).not.toContain('silence-near');
    const { silenceWarning: _none, ...old } = terms;
    expect(play(applicationProcedure, old, [submit], { until: '2027-12-31' }).entries.map((e) => e.type)).not.toContain('silence-near');
  });
});

describe('reasons for an implied rejection [CRPA L232-4]', () => {
  it('are given within the month, and the time to contest begins anew', () => {
    const asked = run([submit, admit, askReasons('2027-05-20')]);
    expect(armed(asked, 'reasons-due')).toBe('2027-06-20');
    expect(armed(asked, 'silence-appeal-limit')).toBeUndefined();
    expect(asked.file.data.silence).toMatchObject({ elapsedOn: '2027-05-01', contestUntil: null });
    const given = run([submit, admit, askReasons('2027-05-20'), reasons('2027-06-10')]);
    expect(armed(given, 'reasons-due')).toBeUndefined();
    // 10 August and a day: a Wednesday.
    expect(armed(given, 'silence-appeal-limit')).toBe('2027-08-11');
    expect(given.file.data).toMatchObject({ askedReasons: { requestedOn: '2027-05-20', givenOn: '2027-06-10' }, silence: { contestUntil: '2027-08-11' } });
    expect(given.notices.at(-1)).toMatchObject({ template: 'application.reasons-given', audience: { significant: true }, dates: { appealUntil: 'silence-appeal-limit' } });
  });

  it('are reminded of and then missed by those who owe them, who may still give them', () => {
    const overdue = run([submit, admit, askReasons('2027-05-20')], { until: '2027-06-21' });
    expect(overdue.entries.slice(-2).map((e) => `${e.type} ${e.on}`)).toEqual(['deadline-reminded 2027-06-05', 'reasons-overdue 2027-06-20']);
    expect(overdue.notices.slice(-4).map((n) => [n.template, Object.keys(n.audience)[0]])).toEqual([
      ['application.reasons-due', 'role'], ['application.reasons-due', 'officerOf'], ['application.reasons-overdue', 'role'], ['application.reasons-overdue', 'officerOf'],
    ]);
    expect(run([submit, admit, askReasons('2027-05-20'), reasons('2027-07-30')]).file.data.askedReasons?.givenOn).toBe('2027-07-30');
  });

  it.each<[string, PlayedAct[]]>([
    ['silence-not-elapsed', [askReasons('2027-04-20')]],
    ['reasons-requested', [askReasons('2027-05-20'), askReasons('2027-05-21')]],
    // The last day to contest is 2 July.
    ['reasons-too-late', [askReasons('2027-07-03')]],
    ['reasons-not-requested', [reasons('2027-05-20')]],
    ['reasons-missing', [askReasons('2027-05-20'), { name: 'giveReasons', by: 'secretariat', on: '2027-05-30' }]],
    ['reasons-given', [askReasons('2027-05-20'), reasons('2027-05-30'), reasons('2027-05-31')]],
  ])('%s', (code, acts) => expect(refusal(run([submit, admit, ...acts]))).toMatchObject({ refused: { code } }));

  it('may be asked for until the last day to contest', () => {
    expect(run([submit, admit, askReasons('2027-07-02')]).file.data.askedReasons).toEqual({ requestedOn: '2027-07-02', givenOn: null });
  });
});

describe('an appeal, as its application knows of it', () => {
  it('keeps the file open until it is settled, also when it was entered after the last day', () => {
    const inTime = run([...refused, lodged('2027-06-15')], { until: '2027-08-01' });
    expect(inTime.file.deadlines.filter(isArmed).map((d) => `${d.kind} ${d.on}`)).toEqual(['appeal-outcome 2027-08-15']);
    const byPost = run([...refused, { ...lodged('2027-06-18'), at: '2027-06-25T09:00:00.000Z' }]);
    expect(byPost.file.data.appeals).toEqual([{ appeal, against: 'refusal', lodgedOn: '2027-06-18', outcome: null }]);
    const ended = run([...refused, lodged('2027-06-15'), settled('2027-08-15', 'impliedly-dismissed')]);
    expect(ended.file).toMatchObject({ status: 'refused', data: { appeals: [{ outcome: 'impliedly-dismissed' }] } });
    expect(ended.file.deadlines.filter(isArmed)).toEqual([]);
  });

  it('reopens a refused file before the committee, whose clock of silence begins anew, and the second decision is another one', () => {
    const upheld = run([...refused, lodged('2027-06-15'), settled('2027-07-05', 'upheld')]);
    expect(upheld.file).toMatchObject({ status: 'in_committee', data: { decision: null, proposed: null, notifiedOn: null, reopenedOn: '2027-07-05', silence: { since: '2027-07-05', elapsedOn: null, suspensions: [] } } });
    expect(upheld.file.deadlines.filter(isArmed).map((d) => `${d.kind}${d.mark && '.'}${d.mark} ${d.on}`)).toEqual(['implied-decision.warning 2027-08-21', 'implied-decision 2027-09-05']);
    expect(upheld.notices.slice(-2).map((n) => n.template)).toEqual(['application.reopened', 'application.to-propose']);
    const again = [proposeRefusal, signRefusal, notification].map((act) => ({ ...act, on: '2027-07-20', facts: { ...act.facts, ...('signedOn' in (act.facts ?? {}) ? { signedOn: '2027-07-20' } : {}), ...('notifiedOn' in (act.facts ?? {}) ? { notifiedOn: '2027-07-20' } : {}) } }));
    const second = [...refused, lodged('2027-06-15'), settled('2027-07-05', 'upheld'), ...again];
    expect(run(second).file).toMatchObject({ status: 'refused', data: { decision: { signedOn: '2027-07-20' }, notifiedOn: '2027-07-20' } });
    expect(run(second).entries.filter((e) => e.type === 'decision-signed')).toHaveLength(2);
    // Once only.
    expect(refusal(run([...second, lodged('2027-08-01', 'refusal', 2), settled('2027-08-10', 'upheld', 2)]))).toMatchObject({ refused: { code: 'already-reopened' } });
    expect(run([...second, lodged('2027-08-01', 'refusal', 2), settled('2027-08-10', 'dismissed', 2)]).file.status).toBe('refused');
  });

  it('reopens an inadmissible file at its review', () => {
    const { file } = run([submit, inadmissible, lodged('2027-04-01', 'inadmissibility'), settled('2027-04-20', 'upheld')]);
    expect(file.status).toBe('submitted');
    expect(file.deadlines.filter((d) => d.mark === '' && isArmed(d)).map((d) => `${d.kind} ${d.on}`)).toEqual(['review-due 2027-05-05', 'implied-decision 2027-06-20']);
    // The clock counts from the reopening: pieces asked for then stop the new one.
    const later = run([submit, inadmissible, lodged('2027-04-01', 'inadmissibility'), settled('2027-04-20', 'upheld'), { ...request, on: '2027-04-22' }, { ...pieces, on: '2027-05-02' }]);
    expect(armed(later, 'implied-decision')).toBe('2027-06-30');
  });

  it('against silence withdraws the implied rejection: the file goes on where it is, with a clock begun anew', () => {
    const upheld = run([submit, admit, lodged('2027-05-20', 'implied-rejection'), settled('2027-06-10', 'upheld')]);
    expect(upheld.file).toMatchObject({ status: 'admissible', data: { silence: { since: '2027-06-10', elapsedOn: null, contestUntil: null }, reopenedOn: null } });
    expect(armed(upheld, 'implied-decision')).toBe('2027-08-10');
    expect(armed(upheld, 'silence-appeal-limit')).toBeUndefined();
    // While pieces are awaited the new clock stands still from its first day.
    const waiting = [submit, { ...request, on: '2027-05-10' }, lodged('2027-05-20', 'implied-rejection'), settled('2027-06-01', 'upheld')];
    expect(armed(run(waiting), 'implied-decision')).toBeUndefined();
    expect(armed(run([...waiting, { ...pieces, on: '2027-06-05' }]), 'implied-decision')).toBe('2027-08-05');
  });

  describe('whose outcome crosses another decision on its way', () => {
    const later = (acts: readonly PlayedAct[]) => acts.map((act) => ({ ...act, on: '2027-06-01' }));
    const silent = [submit, admit, lodged('2027-05-20', 'implied-rejection')];
    const appraised = [staff, ...both];
    const byDecision: Record<string, readonly PlayedAct[]> = {
      awarded: [...silent, ...later([...appraised, proposeAward, signAward, notification])],
      conditionally_awarded: [...silent, ...later([...appraised, proposeConditional, signConditional, notification])],
      refused: [...silent, ...later([...appraised, proposeRefusal, signRefusal, notification])],
      inadmissible: [submit, lodged('2027-05-20', 'implied-rejection'), ...later([inadmissible])],
    };

    it.each(Object.entries(byDecision))('against silence, of which a file that is %s now knows nothing any more: it is settled and nothing else', (status, acts) => {
      const { file, entries, verdicts } = run([...acts, settled('2027-06-01', 'upheld')]);
      expect(verdicts.filter((v) => 'refused' in v)).toEqual([]);
      expect(file).toMatchObject({ status, data: { reopenedOn: null, appeals: [{ outcome: 'upheld' }] } });
      expect(entries.at(-1)?.type).toBe('appeal-settled');
    });

    it.each(Object.entries(byDecision))('is told that it has lost its object when the file was %s before it was heard of', (_status, acts) => {
      const { messages, verdicts } = run([...acts.filter((act) => act.name !== 'appealLodged'), { ...lodged('2027-06-01', 'implied-rejection'), facts: { ...lodged('2027-05-20', 'implied-rejection').facts } }]);
      expect(verdicts.filter((v) => 'refused' in v)).toEqual([]);
      expect(messages.at(-1)).toEqual({ to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause: 'express-decision' } });
    });

    it('is told that the file has ended when it was withdrawn before the appeal was heard of; nothing waits any more', () => {
      const ended = [submit, admit, { ...withdraw, on: '2027-05-21' }, { ...lodged('2027-05-22', 'implied-rejection') }];
      expect(run(ended).messages.at(-1)).toEqual({ to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause: 'application-ended' } });
      expect(run(ended).file.deadlines.filter(isArmed)).toEqual([]);
      expect(run([...ended, settled('2027-05-22', 'cancelled')]).file).toMatchObject({ status: 'withdrawn', data: { appeals: [{ outcome: 'cancelled' }] } });
    });

    it('undoes what it contested and no other decision', () => {
      // A refusal's appeal finds the file inadmissible, an inadmissibility's finds it refused: no way leads there, and none is opened.
      for (const [acts, against, status] of [[refused, 'inadmissibility', 'refused'], [[submit, inadmissible], 'refusal', 'inadmissible']] as const) {
        expect(run([...acts, lodged('2027-06-15', against), settled('2027-06-20', 'upheld')]).file).toMatchObject({ status, data: { reopenedOn: null } });
      }
    });
  });

  it('has lost its object with an express decision, or when the file ends', () => {
    const later = [staff, scored(1, 4000), scored(2, 5000), proposeRefusal, signRefusal, notification].map((act) => ({ ...act, on: '2027-06-01' }));
    const superseded = run([submit, admit, lodged('2027-05-20', 'implied-rejection'), ...later]);
    expect(superseded.verdicts.filter((v) => 'refused' in v)).toEqual([]);
    expect(superseded.messages.at(-1)).toEqual({ to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause: 'express-decision' } });
    // Declared inadmissible after silence is an express decision too.
    const declared = run([submit, lodged('2027-05-20', 'implied-rejection'), { ...inadmissible, on: '2027-06-01' }]);
    expect(declared.verdicts.filter((v) => 'refused' in v)).toEqual([]);
    expect(declared.messages.at(-1)).toEqual({ to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause: 'express-decision' } });
    expect(run([submit, admit, lodged('2027-05-20', 'implied-rejection'), { ...withdraw, on: '2027-06-01' }]).messages.at(-1)).toMatchObject({ to: appeal, facts: { cause: 'application-ended' } });
    expect(run([submit, admit, lodged('2027-05-20', 'implied-rejection'), settled('2027-05-25', 'cancelled'), { ...withdraw, on: '2027-06-01' }]).messages.map((m) => m.act)).not.toContain('supersede');
  });

  it('is settled once, and only if it was lodged', () => {
    expect(refusal(run([...refused, settled('2027-06-15', 'upheld')]))).toMatchObject({ refused: { code: 'no-such-appeal' } });
    expect(refusal(run([...refused, lodged('2027-06-15'), settled('2027-06-20', 'dismissed'), settled('2027-06-21', 'upheld')]))).toMatchObject({ refused: { code: 'no-such-appeal' } });
    expect(refusal(run([...refused, lodged('2027-06-15'), lodged('2027-06-16')]))).toMatchObject({ refused: { code: 'appeal-known' } });
  });

  it('tells the renewal that its file is examined again', () => {
    const renewal = { ...submit, facts: { ...submit.facts, kind: 'renewal', renews: 'award/old', renewsEndsOn: '2027-12-31' } };
    const { messages } = run([renewal, ...refused.slice(1), lodged('2027-06-15'), settled('2027-07-05', 'upheld')]);
    expect(messages.at(-1)).toMatchObject({ to: 'renewal/old', act: 'applicationReopened', facts: { application: `application/${K}` } });
  });
});

describe('missing pieces', () => {
  it('stop the clock until the limit and no longer: on its last second they are in time, a second later the file is inadmissible', () => {
    const atTheLimit = run([submit, request, { ...pieces, on: '2027-04-05', at: '2027-04-05T21:59:59.000Z' }]);
    expect(atTheLimit.file.data.silence.suspensions).toEqual([{ from: '2027-03-05', to: '2027-04-05' }]);
    // 31 days after 1 May.
    expect(armed(atTheLimit, 'implied-decision')).toBe('2027-06-01');
    const late = run([submit, request, { ...pieces, on: '2027-04-06', at: '2027-04-05T22:00:00.000Z' }]);
    expect(late.file.status).toBe('inadmissible');
    expect(armed(late, 'implied-decision')).toBeUndefined();
  });

  it('stop it a second time, for the days of both', () => {
    const twice = run([submit, request, pieces, { ...request, on: '2027-03-20' }, { ...pieces, on: '2027-04-02' }]);
    expect(twice.file.data.silence.suspensions).toEqual([{ from: '2027-03-05', to: '2027-03-15' }, { from: '2027-03-20', to: '2027-04-02' }]);
    expect(armed(twice, 'implied-decision')).toBe('2027-05-24');
    expect(run([submit, admit, staff, ...both]).file.data.silence.suspensions).toEqual([]);
  });
});
