import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { play, Player, type PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';
import { versionOf } from './amendment.data.js';
import { awardProcedure } from './award.procedure.js';

const subject = 'award/00000000-0000-4000-8000-000000000001';
const terms: Terms['award'] = { term: 'P3Y', contractLimit: 'P60D', contractReminders: ['-P30D', '-P7D'], numberPrefix: 'PI' };
const facts = { application: 'application/1', call: 'call/1', pole: 'p-1', structure: 's-1', startsOn: '2027-07-01', endsOn: '2030-06-30', decidedOn: '2027-05-20' };
const inForce: PlayedAct[] = [
  { name: 'grant', by: 'procedure', on: '2027-06-01', facts },
  { name: 'signContract', by: 'applicant', on: '2027-06-10', content: true, facts: { version: 1, text: 'h' } },
  { name: 'countersignContract', by: 'authority', on: '2027-06-12', content: true, facts: { version: 1, text: 'h' } },
];
const propose = (on: string): PlayedAct => ({ name: 'proposeAmendment', by: 'secretariat', on, content: { id: 'c-1', hash: 'amended' } });
const sign = (on: string, n = 1, text = 'amended'): PlayedAct => ({ name: 'signAmendment', by: 'applicant', on, content: true, facts: { n, text } });
const countersign = (on: string, n = 1): PlayedAct => ({ name: 'countersignAmendment', by: 'authority', on, content: true, facts: { n, text: 'amended' } });
const drop = (on: string, content = true): PlayedAct => ({ name: 'dropAmendment', by: 'secretariat', on, facts: { n: 1 }, ...(content ? { content: true as const } : {}) });
const run = (acts: PlayedAct[], until?: string) => play(awardProcedure, terms, [...inForce, ...acts], { subject, ...(until ? { until } : {}) });
const lastRefusal = (acts: PlayedAct[]) => run(acts).verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok')).at(-1);

describe('the text of a contract', () => {
  it('is the same for both parties', () => {
    const [grant, first, second] = inForce as [PlayedAct, PlayedAct, PlayedAct];
    const other = play(awardProcedure, terms, [grant, first, { ...second, facts: { version: 1, text: 'another' } }], { subject });
    expect(other.verdicts.at(-1)).toEqual({ refused: { code: 'contract-changed' } });
    expect(other.file.status).toBe('awaiting_contract');
    expect(run([]).entries.map((e) => [e.type, e.facts]).slice(1, 3)).toEqual([['contract-signed', { version: 1, text: 'h' }], ['contract-countersigned', { version: 1, text: 'h' }]]);
  });
});

describe('an amendment', () => {
  it('is in force once both have signed, in either order, and makes the next version', () => {
    for (const acts of [[sign('2028-01-10'), countersign('2028-01-12')], [countersign('2028-01-10'), sign('2028-01-12')]]) {
      const { file, entries, notices } = run([propose('2028-01-03'), ...acts]);
      expect(file).toMatchObject({ status: 'active', data: { amendments: [{ n: 1, state: 'in-force', version: 2, settledOn: '2028-01-12', content: 'c-1' }] } });
      expect(entries.slice(-2).map((e) => e.type)).toEqual(['amendment-signed', 'amendment-in-force']);
      expect(file.deadlines.some((d) => d.kind === 'amendment-due')).toBe(false);
      expect(notices.slice(-3).map((n) => [n.template, n.audience])).toEqual([
        ['award.amendment-in-force', { pole: 'p-1', significant: true }], ['award.amendment-in-force', { role: 'authority' }], ['award.amendment-in-force', { officerOf: subject }],
      ]);
    }
    expect(run([propose('2028-01-03'), sign('2028-01-04'), countersign('2028-01-05'), propose('2028-02-01'), sign('2028-02-02', 2), countersign('2028-02-03', 2)]).file.data.amendments.map((a) => a.version)).toEqual([2, 3]);
  });

  it('lapses unsigned, reminds who is missing, and leaves the label as it was', () => {
    const { file, notices } = run([propose('2028-01-03'), sign('2028-01-10')], '2028-03-04');
    expect(file).toMatchObject({ status: 'active', data: { amendments: [{ state: 'lapsed', version: null }] } });
    expect(notices.filter((n) => n.template === 'award.amendment-reminder').map((n) => n.audience)).toEqual([{ role: 'authority' }, { role: 'authority' }]);
    expect(versionOf(file.data.amendments)).toBe(1);
  });

  it('takes a signature that was in time, entered after the lapse: the authority gets its time, everybody is told again', () => {
    const late = (on: string, before: PlayedAct[] = []) => run([propose('2028-01-03'), ...before, { ...sign(on), at: '2028-04-20T09:00:00.000Z', facts: { n: 1, text: 'amended', enteredOn: '2028-04-20' } }]);
    const { file, notices } = late('2028-02-01');
    expect(file.data.amendments).toMatchObject([{ state: 'proposed', signedOn: '2028-02-01', settledOn: null }]);
    expect(file.deadlines.find((d) => d.kind === 'amendment-due' && d.mark === '')?.on).toBe('2028-06-19');
    expect(notices.slice(-3).map((n) => n.template)).toEqual(['award.amendment-reopened', 'award.amendment-reopened', 'award.amendment-reopened']);
    expect(late('2028-02-01', [countersign('2028-01-20')]).file.data.amendments).toMatchObject([{ state: 'in-force', version: 2 }]);
    expect(late('2028-03-10').verdicts.at(-1)).toEqual({ refused: { code: 'amendment-late', params: { limitOn: '2028-03-03' } } });
    expect(lastRefusal([propose('2028-01-03'), propose('2028-04-01'), { ...sign('2028-02-01'), at: '2028-04-20T09:00:00.000Z' }])).toBe('amendment-open');
  });

  it('is one at a time, and what is signed is what is proposed', () => {
    expect(lastRefusal([propose('2028-01-03'), propose('2028-01-04')])).toBe('amendment-open');
    expect(lastRefusal([{ name: 'proposeAmendment', by: 'secretariat', on: '2028-01-03' }])).toBe('amendment-missing');
    expect(lastRefusal([sign('2028-01-03')])).toBe('no-such-amendment');
    expect(lastRefusal([propose('2028-01-03'), sign('2028-01-04', 1, 'other')])).toBe('amendment-changed');
    expect(lastRefusal([propose('2028-01-03'), sign('2028-01-04'), sign('2028-01-05')])).toBe('amendment-already-signed');
    expect(lastRefusal([propose('2028-01-03'), drop('2028-01-04'), sign('2028-01-05')])).toBe('amendment-settled');
    expect(lastRefusal([propose('2028-01-03'), drop('2028-01-04', false)])).toBe('reasons-missing');
    expect(lastRefusal([propose('2028-01-03'), drop('2028-01-04'), propose('2028-01-05')])).toBe('ok');
  });

  it('does not outlive the label', () => {
    const { file } = run([propose('2030-06-20')], '2030-07-02');
    expect(file).toMatchObject({ status: 'expired', deadlines: [] });
  });

  it('versions grow by one whatever is tried, and the journal folds back', () => {
    const act = fc.record({ name: fc.constantFrom('proposeAmendment', 'signAmendment', 'countersignAmendment', 'dropAmendment'), n: fc.integer({ min: 0, max: 4 }), wait: fc.integer({ min: 0, max: 40 }) });
    const by = { proposeAmendment: 'secretariat', dropAmendment: 'secretariat', signAmendment: 'applicant', countersignAmendment: 'authority' } as const;
    fc.assert(fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const player = new Player(awardProcedure, terms, { subject });
      inForce.forEach((one) => player.take(one));
      let day = 200;
      for (const { name, n, wait } of acts) {
        day += wait;
        const before = player.file;
        const verdict = player.take({ name, by: by[name], on: new Date(Date.UTC(2027, 5, day)).toISOString().slice(0, 10), facts: { n }, content: true });
        if (isRefusal(verdict)) expect(player.file.seq).toBeGreaterThanOrEqual(before.seq);
      }
      const { amendments } = player.file.data;
      expect(amendments.flatMap((a) => a.version ?? [])).toEqual(amendments.filter((a) => a.state === 'in-force').map((_a, i) => i + 2));
      expect(amendments.filter((a) => a.state === 'proposed').length).toBeLessThanOrEqual(1);
      expect(fold(awardProcedure, subject, player.entries)).toEqual(player.file);
    }));
  });
});
