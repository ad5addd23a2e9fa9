import { describe, expect, it } from '@jest/globals';
import { play, type PlayedAct } from '../procedure/testing.js';
import { K, admit, scored, staff, submit, terms } from './application.factory.js';
import { applicationProcedure } from './application.procedure.js';
import { decides, objection } from './objection.factory.js';

const run = (acts: readonly PlayedAct[]) => play(applicationProcedure, terms, acts, { subject: `application/${K}` });
const last = (acts: readonly PlayedAct[]) => run(acts).verdicts.at(-1);
const late = (act: PlayedAct): PlayedAct => ({ ...act, on: '2027-03-19' });
const upheld = [objection('alice', '2027-03-18'), late(decides('alice', true))];

describe('an objection to an expert', () => {
  it('keeps the expert from being named while it is open or accepted, and no longer', () => {
    expect(last([submit, objection('alice'), admit, staff])).toEqual({ refused: { code: 'expert-objected' } });
    expect(last([submit, objection('alice'), decides('alice', true), admit, staff])).toEqual({ refused: { code: 'expert-objected' } });
    expect(run([submit, objection('alice'), decides('alice', false), admit, staff]).file.status).toBe('under_appraisal');
  });

  it('is decided once, and made again only after a rejection', () => {
    expect(last([submit, objection('alice'), objection('alice')])).toEqual({ refused: { code: 'already-objected' } });
    expect(last([submit, decides('alice', true)])).toEqual({ refused: { code: 'no-such-objection' } });
    expect(last([submit, objection('alice'), decides('alice', false), objection('alice')])).not.toHaveProperty('refused');
    expect(last([submit, { ...objection('alice'), content: undefined } as unknown as PlayedAct])).toEqual({ refused: { code: 'reason-missing' } });
  });

  it('takes the file from an expert who has it, and counts what was submitted no more', () => {
    const writing = run([submit, admit, staff, ...upheld]);
    expect(writing.messages.at(-1)).toMatchObject({ to: `appraisal/${K}/1`, act: 'takeFromObjected', facts: { settled: false } });
    expect(writing.file.data.appraisals[0]?.state).toBe('writing');
    const settled = run([submit, admit, staff, scored(1, 7000), ...upheld]);
    expect(settled.messages.at(-1)?.facts).toMatchObject({ settled: true });
    expect(settled.file.data.appraisals[0]).toMatchObject({ state: 'lost', cause: 'objected', total: null });
    expect(settled.notices.map((n) => n.template)).toContain('application.panel-short');
  });

  it('is taken as before while experts differ, and what was compared already is kept', () => {
    const differing = [submit, admit, staff, scored(1, 9000), scored(2, 1000)];
    expect(run(differing).file.status).toBe('divergent');
    const { file, messages } = run([...differing, ...upheld]);
    expect([file.status, file.data.appraisals[0]?.state, file.data.appraisals[0]?.total]).toEqual(['divergent', 'submitted', 9000]);
    expect(messages.filter((one) => one.act === 'takeFromObjected')).toEqual([]);
    const third = run([...differing, late({ ...staff, facts: { experts: ['carol'] } }), objection('carol', '2027-03-19'), late(decides('carol', true))]);
    expect(third.messages.at(-1)).toMatchObject({ to: `appraisal/${K}/3`, act: 'takeFromObjected', facts: { settled: false } });
  });

  it('does not count scores that were on their way when it was accepted', () => {
    expect(last([submit, admit, staff, ...upheld, late(scored(1, 7000))])).toEqual({ refused: { code: 'expert-objected' } });
  });
});

describe('a replacement', () => {
  const gone: PlayedAct = { name: 'appraisalLost', by: 'procedure', on: '2027-03-18', facts: { n: 1, cause: 'replaced', dueOn: '2027-04-09' } };
  const carol: PlayedAct = late({ ...staff, facts: { experts: ['carol'] } });

  it('gets the date that the secretariat kept, once, unless another is given', () => {
    const { messages } = run([submit, admit, staff, gone, carol, { ...carol, facts: { experts: ['dan'] } }]);
    expect(messages.slice(-2).map((m) => m.facts['dueOn'])).toEqual(['2027-04-09', undefined]);
    expect(run([submit, admit, staff, gone, { ...carol, facts: { experts: ['carol'], dueOn: '2027-05-01' } }]).messages.at(-1)?.facts['dueOn']).toBe('2027-05-01');
  });

  it('is refused when the panel is no longer what was looked at', () => {
    expect(last([submit, admit, staff, gone, { ...carol, facts: { experts: ['carol'], seen: 1 } }])).toEqual({ refused: { code: 'panel-changed' } });
  });

  it('brings the absences of each expert to the own invitation', () => {
    const absences = { bob: [{ from: '2027-03-15', to: '2027-03-16' }] };
    expect(run([submit, admit, { ...staff, facts: { ...staff.facts, absences } }]).messages.map((m) => m.facts['absences'])).toEqual([undefined, absences.bob]);
  });
});
