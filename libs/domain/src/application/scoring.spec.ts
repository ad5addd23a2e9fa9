import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction } from '../appraisal/fraction.js';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { play, Player, type PlayedAct, type PlayOptions } from '../procedure/testing.js';
import { admit, K, lost, proposeAward, proposeRefusal, staff, submit, terms as usual, withdraw } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { answer, apart, by, every, marked, named, near, staffed, terms, third, withAliceBack } from './scoring.factory.js';

const run = (acts: readonly PlayedAct[], withTerms = terms, options?: PlayOptions) => play(applicationProcedure, withTerms, acts, { subject: `application/${K}`, ...options });
const told = ({ messages }: { messages: readonly { act: string; to: string }[] }, act: string) => messages.filter((m) => m.act === act).map((m) => m.to.split('/')[2]);

describe('two experts who are far apart', () => {
  it('call one more, and nothing is revealed until that one has written', () => {
    const divergent = run(apart);
    expect(divergent.file).toMatchObject({ status: 'divergent', data: { divergence: { gap: fraction(48), between: [2, 1], of: 2 }, result: null } });
    expect(divergent.notices.map((n) => n.template)).toContain('application.third-expert-needed');
    const writing = run([...apart, third]);
    expect([writing.file.status, told(writing, 'invite'), told(writing, 'reveal')]).toEqual(['third_review', ['1', '2', '3'], []]);
    const done = run([...apart, third, marked(3, 4, 4, '2027-03-30')]);
    expect([done.file.status, told(done, 'reveal')]).toEqual(['in_committee', ['1', '2', '3']]);
    expect(done.file.data.result).toMatchObject({ rule: 'nearest', total: fraction(90), totals: [{ counts: true }, { counts: false }, { counts: true }] });
  });

  it('are no divergence below 30 points, nor when both are below the threshold', () => {
    expect(run(near).file.status).toBe('in_committee');
    expect(run([...staffed, marked(1, 0, 0), marked(2, 2, 3)]).file.status).toBe('in_committee');
    expect(run([...staffed, marked(1, 0, 0), marked(2, 2, 3)], { ...terms, divergenceBelowThreshold: true }).file.status).toBe('divergent');
  });

  it('are found too when the last one to be awaited is lost', () => {
    const three = { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } };
    expect(run([submit, admit, three, marked(1, 5, 5), marked(2, 1, 1), lost(3, 'no-scores')]).file.status).toBe('divergent');
  });

  it('are found among any two of a larger panel', () => {
    const three = { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } };
    const { file } = run([submit, admit, three, marked(1, 5, 5), marked(2, 4, 4), marked(3, 3, 3)], { ...terms, experts: 3 });
    expect(file.status).toBe('divergent');
  });

  it('take one expert more, not two', () => {
    expect(run([...apart, { ...third, facts: { experts: ['carol', 'dora'] } }]).verdicts.at(-1)).toEqual({ refused: { code: 'one-expert-more' } });
    expect(run([...apart, { ...third, facts: { experts: ['alice'] } }]).verdicts.at(-1)).toEqual({ refused: { code: 'expert-named-already' } });
  });

  it('wait for another one when the third is lost', () => {
    const again = run([...apart, third, { ...lost(3, 'declined'), on: '2027-03-22' }]);
    expect(again.file.status).toBe('divergent');
    expect(again.notices.filter((n) => n.template === 'application.third-expert-needed').length).toBe(2);
    const done = run([...apart, third, { ...lost(3, 'declined'), on: '2027-03-22' }, { ...third, on: '2027-03-23', facts: { experts: ['dora'] } }, marked(4, 5, 4, '2027-03-30')]);
    expect([done.file.status, told(done, 'reveal')]).toEqual(['in_committee', ['1', '2', '4']]);
  });

  it('wait for whoever still writes when an expert of before is back', () => {
    const waits = run([...withAliceBack, { ...lost(4, 'declined'), on: '2027-03-22' }]);
    expect([waits.file.status, waits.entries.at(-1)?.type]).toEqual(['third_review', 'appraisal-dropped']);
    expect(run([...withAliceBack, { ...lost(4, 'declined'), on: '2027-03-22' }, { ...lost(1, 'declined'), on: '2027-03-23' }]).file.status).toBe('divergent');
    const done = [...withAliceBack, marked(4, 5, 4, '2027-03-22'), { ...lost(1, 'no-scores'), on: '2027-03-23' }];
    expect([terms, every, { ...terms, reply: 'P10D' }].map((chosen) => run(done, chosen).file.status)).toEqual(['in_committee', 'consensus', 'right_of_reply']);
  });

  it('are decided by the majority when the third is far apart as well: there is no fourth', () => {
    const { file } = run([...staffed, marked(1, 5, 5), marked(2, 0, 0), third, marked(3, 2, 2, '2027-03-30')]);
    expect(file.status).toBe('in_committee');
    expect(file.data.result).toMatchObject({ total: fraction(20), totals: [{ counts: false }, { counts: true }, { counts: true }] });
  });

  it('are known by their totals alone in files that began before marks were told', () => {
    const old = (n: number, total: number): PlayedAct => ({ name: 'appraisalSubmitted', by: 'procedure', on: '2027-03-18', facts: { n, total } });
    const { file } = run([...staffed, old(1, 9000), old(2, 4000), third, { ...old(3, 7000), on: '2027-03-30' }, { ...proposeAward, on: '2027-04-05' }], usual);
    expect([file.status, file.data.result]).toEqual(['decision_proposed', null]);
  });

  it('do not keep an applicant from withdrawing: all three are told', () => {
    const { messages, file } = run([...apart, third, withdraw]);
    expect([file.status, told({ messages }, 'cancel')]).toEqual(['withdrawn', ['1', '2', '3']]);
    expect(told(run([...apart, withdraw]), 'cancel')).toEqual(['1', '2']);
    expect(told(run([...near, withdraw], every), 'cancel')).toEqual([]);
  });
});

describe('the grid', () => {
  it('does not let a label be proposed below the threshold of one criterion', () => {
    const low = [...staffed, marked(1, 1, 5), marked(2, 2, 5)];
    expect(run([...low, proposeAward], { ...terms, threshold: 50 }).verdicts.at(-1)).toEqual({ refused: { code: 'below-criterion', params: { criteria: ['engaged'], list: 'engaged' } } });
    expect(run([...low, proposeAward]).verdicts.at(-1)).toEqual({ refused: { code: 'below-threshold', params: { threshold: 60 } } });
    expect(run([...low, proposeRefusal]).file.status).toBe('decision_proposed');
    expect(run([...near, proposeAward]).file.status).toBe('decision_proposed');
  });
});

describe('the consensus report', () => {
  it('is asked for where the scheme does, and reveals the appraisals to the experts', () => {
    const opened = run(near, every);
    expect([opened.file.status, told(opened, 'reveal')]).toEqual(['consensus', ['1', '2']]);
    expect(opened.file.deadlines[0]).toMatchObject({ kind: 'consensus-due', on: '2027-04-01' });
    expect(opened.file.data.result).toMatchObject({ rule: 'panel', reached: true });
  });

  it('is recorded by the rapporteur, with a minority', () => {
    const report = run([...near, named, { ...by('expert', { minority: [2], minorityStated: true }), source: 'alice' } as PlayedAct], every);
    // A play's actor is its role: the rule compares persons.
    expect(report.verdicts.at(-1)).toEqual({ refused: { code: 'not-rapporteur' } });
    const played = run([...near, { ...named, facts: { expert: 'bob' } }], every);
    expect(played.file.data.rapporteur).toBe('bob');
    expect(applicationProcedure.links(played.file.data)).toMatchObject({ assignee: 'bob' });
    expect(played.notices.find((n) => n.template === 'application.rapporteur-named')).toMatchObject({ audience: { person: 'bob' }, facts: { dueOn: '2027-04-01' } });
    const rapporteur = { ...played.file, data: { ...played.file.data, rapporteur: 'expert' } };
    const verdict = applicationProcedure.rules['recordConsensus']?.(rapporteur, { name: 'recordConsensus', by: 'expert', at: '2027-03-25T10:00:00.000Z', on: '2027-03-25', source: { command: 'c', actor: 'expert' }, facts: { outcome: 'unfavourable', minority: [2], minorityStated: true }, content: { id: 'x', hash: 'h' } }, every);
    expect(verdict).toMatchObject({ entries: [{ type: 'consensus-recorded', facts: { outcome: 'unfavourable', minority: [2] } }, { type: 'reply-opened' }] });
  });

  it.each([
    ['views-missing', { ...by('secretariat'), content: undefined }], ['outcome-unknown', by('secretariat', { outcome: 'maybe' })], ['not-of-panel', by('secretariat', { minority: [3] })],
    ['minority-of-all', by('secretariat', { minority: [1, 2], minorityStated: true })], ['minority-view-missing', by('secretariat', { minority: [2] })],
    ['not-of-panel', { ...named, facts: { expert: 'carol' } }],
  ])('is refused: %s', (code, act) => {
    expect(run([...near, act as PlayedAct], every).verdicts.at(-1)).toEqual({ refused: { code } });
  });

  it('leads to the committee when the scheme knows no reply', () => {
    const { reply: _reply, ...noReply } = every;
    expect(run([...near, by('secretariat')], noReply).file).toMatchObject({ status: 'in_committee', data: { consensus: { outcome: 'favourable', minority: [] }, result: { reached: true } } });
  });

  it('is late: the case officer and the rapporteur hear it, nothing else changes', () => {
    const late = run([...near, named], every, { until: '2027-04-10' });
    expect(late.file.status).toBe('consensus');
    expect(late.notices.filter((n) => n.template === 'application.consensus-overdue').map((n) => n.audience)).toEqual([{ officerOf: `application/${K}` }, { person: 'alice' }]);
  });
});

describe('the right of reply', () => {
  const toReply = [...near, by('secretariat')];

  it('gives the applicant ten days, and brings the reply to the committee', () => {
    const open = run(toReply, every);
    // Ten days from 25 March end on Easter Sunday; Monday is a holiday.
    expect(open.file).toMatchObject({ status: 'right_of_reply', deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'reply-due', on: '2027-04-05' })]) });
    expect(open.notices.at(-1)).toMatchObject({ template: 'application.reply-opened', audience: { significant: true }, dates: { replyUntil: 'reply-due' } });
    const replied = run([...toReply, answer], every);
    expect(replied.file).toMatchObject({ status: 'in_committee', data: { repliedOn: '2027-03-26' } });
    expect(replied.notices.map((n) => n.template).slice(-3)).toEqual(['application.reply-received', 'application.appraisals-complete', 'application.to-propose']);
    expect(run([...toReply, { ...answer, content: undefined } as never], every).verdicts.at(-1)).toEqual({ refused: { code: 'reply-empty' } });
  });

  it('passes', () => {
    const passed = run(toReply, every, { until: '2027-04-06' });
    expect(passed.file).toMatchObject({ status: 'in_committee', data: { repliedOn: null } });
    expect(run([...toReply, { ...answer, on: '2027-04-07' }], every).verdicts.at(-1)).toMatchObject({ refused: { code: 'reply-late' } });
  });

  it('comes right after the appraisals where no report is asked for', () => {
    const { consensus: _consensus, ...noReport } = every;
    expect(run(near, noReport).file).toMatchObject({ status: 'right_of_reply', data: { result: { reached: true } } });
    expect(run([...apart, third, marked(3, 4, 4, '2027-03-30')], noReport).file.status).toBe('right_of_reply');
    const three = { ...staff, facts: { experts: ['alice', 'bob', 'carol'] } };
    expect(run([submit, admit, three, marked(1, 4, 4), marked(2, 4, 4), lost(3, 'no-scores')], noReport).file.status).toBe('right_of_reply');
    expect(run([submit, admit, three, marked(1, 4, 4), marked(2, 4, 4), lost(3, 'no-scores')], every).file.status).toBe('consensus');
  });
});

describe('any story of an appraisal', () => {
  const acts = [
    staff, third, { ...third, facts: { experts: ['dora'] } }, marked(1, 5, 5), marked(2, 0, 0), marked(2, 4, 4), marked(3, 2, 3), marked(4, 5, 1), lost(1, 'recused'), lost(3, 'declined'), lost(4, 'no-scores'),
    named, by('secretariat'), by('secretariat', { minority: [1], minorityStated: true }), answer, proposeAward, proposeRefusal, withdraw,
  ];
  const story = fc.array(fc.record({ act: fc.constantFrom(...acts), days: fc.integer({ min: 0, max: 6 }) }), { maxLength: 30 }).map((steps) => {
    let day = 0;
    return steps.map(({ act, days }) => ({ ...act, on: addDays('2027-03-12', (day += days)) }));
  });

  it('is what its journal says, is never stuck on the clock, keeps its keys apart, and reveals at most once', () => {
    fc.assert(fc.property(story, fc.constantFrom(terms, every, usual), (told, chosen) => {
      const player = new Player(applicationProcedure, chosen);
      for (const act of [submit, admit, ...told]) {
        player.passTimeUntil(`${act.on}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take(act))) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2029-01-01T00:00:00.000Z');
      expect(fold(applicationProcedure, player.file.subject, player.entries)).toEqual(player.file);
      for (const keys of [player.notices.map((n) => n.key), player.messages.map((m) => m.key)]) expect(new Set(keys).size).toBe(keys.length);
      const revealed = player.messages.filter((m) => m.act === 'reveal').length;
      const sealed = ['under_appraisal', 'divergent', 'third_review'].includes(player.file.status);
      expect(sealed ? revealed : 0).toBe(0);
      expect(player.file.data.result === null || revealed >= 2).toBe(true);
    }), { numRuns: 200 });
  });
});
