import { describe, expect, it } from '@jest/globals';
import { faultsOf, play, Player, rowsNeverTaken, type PlayedAct, type PlayOptions } from '../procedure/testing.js';
import {
  K, admit, both, close, decline, deferral, lost, meet, notification, pieces, proposeAward, proposeConditional, proposeRefusal, read, request, scored, sendAward, signAward, signConditional, signRefusal, staff, submit, terms, withdraw,
} from './application.factory.js';
import { offAgenda, onAgenda, putOff, sessionProposes, toReserve } from './agenda.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { contestPlays } from './contest.factory.js';
import { full, partPlays } from './parts.factory.js';
import { scoringPlays } from './scoring.factory.js';
import { decides, objection } from './objection.factory.js';

const run = (acts: readonly PlayedAct[], options?: PlayOptions) => play(applicationProcedure, terms, acts, { subject: `application/${K}`, ...options });
const awarded = [submit, admit, staff, ...both, proposeAward, signAward, notification];
const refused = [submit, admit, staff, scored(1, 4000), scored(2, 5000), proposeRefusal, signRefusal, notification];

describe('the main path', () => {
  it('goes from the submission to the award, and waits for the end of the time for an appeal', () => {
    const { file, entries, verdicts } = run(awarded, { until: '2027-12-31' });
    expect(verdicts.filter((v) => 'refused' in v)).toEqual([]);
    expect(file.status).toBe('awarded');
    expect(file.deadlines.filter((d) => d.passed !== true)).toEqual([]);
    expect(entries.map((e) => e.type)).toEqual([
      'submitted', 'admitted', 'panel-staffed', 'appraisal-received', 'appraisal-received', 'appraisals-complete', 'decision-proposed', 'decision-signed',
      'silence-near', 'award-notified', 'appeal-time-over',
    ]);
    // Two months from 20 April, a day more [R421-1], and off the weekend.
    expect(entries.at(-1)?.on).toBe('2027-06-21');
  });

  it('acknowledges the receipt with the date of the implied decision', () => {
    const { entries, notices } = run([submit]);
    expect(entries[0]?.armed.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on).toBe('2027-05-01');
    expect(notices).toMatchObject([{
      template: 'application.acknowledgement', audience: { significant: true }, facts: { receivedOn: '2027-03-01' }, dates: { impliedDecisionOn: 'implied-decision' },
    }]);
  });

  it('tells the experts, then the award', () => {
    expect(run(awarded).messages.map((m) => [m.to, m.act, m.start?.kind])).toEqual([
      [`appraisal/${K}/1`, 'invite', 'appraisal'], [`appraisal/${K}/2`, 'invite', 'appraisal'],
      [`appraisal/${K}/1`, 'reveal', undefined], [`appraisal/${K}/2`, 'reveal', undefined],
      [`award/${K}`, 'grant', 'award'],
    ]);
  });

  it('refuses with reasons in law and in fact alone', () => {
    expect(run(refused).file.status).toBe('refused');
    const without = run([...refused.slice(0, -2), { ...signRefusal, facts: { ...signRefusal.facts, reasoned: false } }]);
    expect(without.verdicts.at(-1)).toEqual({ refused: { code: 'reasons-missing' } });
  });

  it('notifies nothing before the signature', () => {
    expect(run([...awarded.slice(0, -2), notification]).verdicts.at(-1)).toEqual({ refused: { code: 'not-signed' } });
  });

  it('does not propose an award below the threshold', () => {
    expect(run([...refused.slice(0, 5), proposeAward]).verdicts.at(-1)).toEqual({ refused: { code: 'below-threshold', params: { threshold: 60 } } });
  });
});

describe('the last second', () => {
  it.each([['2027-03-31T21:59:59.999Z', '2027-03-31', 'submitted'], ['2027-03-31T22:00:00.000Z', '2027-04-01', 'draft']])('%s', (at, on, status) => {
    const { file, entries } = run([{ ...submit, at, on }]);
    expect(file.status).toBe(status);
    expect(entries.length).toBe(status === 'draft' ? 0 : 1);
  });
});

describe('an incomplete file', () => {
  it('stops the implied-decision clock for the days that pass until the pieces arrive', () => {
    const { file, notices } = run([submit, request, pieces]);
    expect(file.status).toBe('submitted');
    expect(file.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on).toBe('2027-05-11');
    expect(notices.map((n) => n.template)).toContain('application.pieces-received');
  });

  it('runs no implied-decision clock meanwhile', () => {
    const { file } = run([submit, request]);
    expect(file.deadlines.map((d) => d.kind)).toEqual(['pieces-due', 'pieces-due']);
    expect(file.data.silence.suspensions).toEqual([{ from: '2027-03-05', to: '2027-04-05' }]);
  });

  it('follows a limit that is moved', () => {
    const move: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '2027-03-20', facts: { kind: 'pieces-due', to: '2027-05-20' }, content: true };
    const late: PlayedAct = { ...pieces, on: '2027-05-10' };
    const { file, notices } = run([submit, request, move, late]);
    expect(file.status).toBe('submitted');
    expect(notices.filter((n) => n.template === 'application.deadline-moved').map((n) => n.audience)).toEqual([{ pole: 'pole', significant: true }]);
    // 57 days left on 5 March, from 10 May.
    expect(file.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on).toBe('2027-07-06');
  });

  it('is inadmissible when the limit passes, reminded before', () => {
    const { file, notices } = run([submit, request], { until: '2027-04-06' });
    expect(file.status).toBe('inadmissible');
    expect(notices.map((n) => n.template)).toEqual([
      'application.acknowledgement', 'application.pieces-requested', 'application.pieces-reminder', 'application.inadmissible',
    ]);
  });

  it('takes the pieces on the last day', () => {
    expect(run([submit, request, { ...pieces, on: '2027-04-05', at: '2027-04-05T21:59:59.999Z' }]).file.status).toBe('submitted');
  });
});

describe('silence', () => {
  it('elapses, and the file lives on', () => {
    const { file, entries, notices } = run([submit, admit, staff, ...both], { until: '2027-07-31' });
    expect(file.status).toBe('in_committee');
    expect(file.data.silence.elapsedOn).toBe('2027-05-01');
    expect(entries.slice(-2).map((e) => [e.type, e.on])).toEqual([['silence-elapsed', '2027-05-01'], ['silence-appeal-time-over', '2027-07-02']]);
    expect(notices.at(-1)).toMatchObject({ template: 'application.silence-elapsed', dates: { appealUntil: 'silence-appeal-limit' } });
  });

  it('may be followed by an express decision', () => {
    const later = [proposeAward, signAward, notification].map((act) => ({ ...act, on: '2027-05-20' }));
    expect(run([submit, admit, staff, ...both, ...later]).file.status).toBe('awarded');
  });

  it('is nobody’s to move', () => {
    const move: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '2027-03-20', facts: { kind: 'implied-decision', to: '2027-08-20' }, content: true };
    expect(run([submit, move]).verdicts[1]).toMatchObject({ refused: { code: 'not-yours' } });
  });
});

describe('the panel', () => {
  it('is completed by a replacement', () => {
    const again: PlayedAct = { ...staff, on: '2027-03-20', facts: { experts: ['carol'] } };
    const { file, messages, notices } = run([submit, admit, staff, decline, scored(2, 7000), again, scored(3, 7000)]);
    expect(file.status).toBe('in_committee');
    expect(messages.map((m) => `${m.act} ${m.to.split('/')[2]}`)).toEqual(['invite 1', 'invite 2', 'invite 3', 'reveal 2', 'reveal 3']);
    expect(notices.map((n) => n.template)).toContain('application.panel-short');
    expect(notices.find((n) => n.template === 'application.to-propose')).toMatchObject({ audience: { role: 'committee' }, whileStatus: ['in_committee'] });
  });

  it('shows nothing while a third expert still writes', () => {
    const three = { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } };
    expect(run([submit, admit, three, ...both]).file.status).toBe('under_appraisal');
    expect(run([submit, admit, three, ...both, lost(3, 'no-scores')]).file.status).toBe('in_committee');
  });

  it.each([
    ['panel-too-small', [], ['alice']],
    ['expert-named-already', [], ['alice', 'alice']],
    ['expert-named-already', [staff], ['bob']],
    ['expert-recused', [staff, lost(1, 'recused')], ['alice']],
  ])('refuses %s', (code, before, experts) => {
    const { verdicts } = run([submit, admit, ...before, { ...staff, on: '2027-04-01', facts: { experts } }]);
    expect(verdicts.at(-1)).toMatchObject({ refused: { code } });
  });

  it('says when the appraisal takes too long', () => {
    expect(run([submit, admit, staff], { until: '2027-04-30' }).notices.map((n) => n.template)).toContain('application.appraisal-overdue');
  });
});

describe('a withdrawal', () => {
  it.each([[[]], [[request]], [[admit]], [[admit, staff]], [[admit, staff, ...both]], [[admit, staff, ...both, proposeAward]]])('ends an undecided file %#', (before) => {
    const { file } = run([submit, ...before, withdraw]);
    expect(file.status).toBe('withdrawn');
    expect(file.deadlines).toEqual([]);
  });

  it('tells the experts who still have the file', () => {
    const { messages } = run([submit, admit, staff, decline, scored(2, 7000), withdraw]);
    expect(messages.filter((m) => m.act === 'cancel').map((m) => m.to)).toEqual([`appraisal/${K}/2`]);
  });

  it('comes too late for a signed decision', () => {
    expect(run([...awarded.slice(0, -1), { ...withdraw, on: '2027-04-16' }]).verdicts.at(-1)).toEqual({ refused: { code: 'too-late-to-withdraw' } });
  });
});

describe('a renewal', () => {
  const renewal = { ...submit, facts: { ...submit.facts, kind: 'renewal', renews: 'award/old', renewsEndsOn: '2027-06-30' } };
  it('tells the old label’s renewal of the submission and of the decision', () => {
    const { messages } = run([renewal, ...awarded.slice(1)]);
    expect(messages.filter((m) => m.to === 'renewal/old').map((m) => [m.act, m.facts['outcome']])).toEqual([['applicationSubmitted', undefined], ['applicationDecided', 'award']]);
    expect(messages.find((m) => m.act === 'grant')?.facts['previous']).toBe('award/old');
  });
  it('and of a withdrawal', () => {
    expect(run([renewal, withdraw]).messages.at(-1)).toMatchObject({ to: 'renewal/old', act: 'applicationWithdrawn' });
  });
});

describe('the table', () => {
  it('holds together', () => {
    expect(faultsOf(applicationProcedure, ['implied-decision.warning'])).toEqual([]);
  });

  it('has no row that nothing takes', () => {
    const inadmissible: PlayedAct = { name: 'declareInadmissible', by: 'secretariat', on: '2027-03-10', content: true };
    const plays = [
      run(awarded, { until: '2027-12-31' }), run(refused), run([submit, request, pieces]), run([submit, request], { until: '2027-04-06' }), run([submit, inadmissible]),
      run([submit, withdraw]), run([submit], { until: '2027-12-31' }), run([submit, admit, staff], { until: '2027-12-31' }),
      run([submit, admit, { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } }, ...both, lost(3, 'declined')]),
      run([submit, request, { ...pieces, on: '2027-04-05', at: '2027-04-12T09:00:00.000Z' }]), run([submit, admit, staff, decline, { name: 'appraisalResumed', by: 'procedure', on: '2027-03-19', facts: { n: 1 } }]),
      run([submit, request, { name: 'reopenDeadline', by: 'secretariat', on: '2027-04-12', facts: { kind: 'pieces-due', to: '2027-04-30' }, content: true }]),
      run([submit, objection('carol'), decides('carol', false)]),
      run([...awarded.slice(0, -3), proposeAward, sendAward, deferral]), run([submit, close]),
      run([...awarded.slice(0, -3), proposeConditional, signConditional, notification, read, meet(2, '2027-05-02'), meet(1, '2027-08-01')]),
      ...[[offAgenda], [putOff], [toReserve], [sessionProposes]].map((end) => run([submit, admit, staff, ...both, onAgenda, ...end])),
      ...contestPlays.map((one) => run(one, { until: '2027-12-31' })),
      ...partPlays.map((one) => play(applicationProcedure, full, one.acts, { ...(one.until ? { until: one.until } : {}) })),
      ...scoringPlays.map((one) => play(applicationProcedure, one.terms, one.acts, { ...(one.until ? { until: one.until } : {}) })),
    ];
    expect(rowsNeverTaken(applicationProcedure, plays)).toEqual([]);
  });

  it('lets nobody act on what is over', () => {
    const player = new Player(applicationProcedure, terms);
    for (const act of [submit, withdraw]) player.take(act);
    for (const act of [admit, staff, signAward, withdraw]) expect(player.take({ ...act, on: '2027-08-01' })).toMatchObject({ refused: { code: 'not-now' } });
  });
});
