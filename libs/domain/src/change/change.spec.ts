import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, Player, rowsNeverTaken } from '../procedure/testing.js';
import { accepted, after, asked, by, plays, subject, terms } from './change.factory.js';
import { changeProcedure } from './change.procedure.js';
import { missingFact } from './change.rules.js';
import { changeKinds, changeNames } from './change.kinds.js';

const codes = (p: ReturnType<typeof after>) => p.verdicts.map((v) => (isRefusal(v) ? v.refused.code : 'ok'));

describe('a change of a label’s holder', () => {
  it('is named in every mail about it', () => {
    const kinds = changeKinds.map((what) => changeNames[what]);
    for (const { notices } of Object.values(plays)) {
      for (const { template, facts } of notices) if (template !== 'change.representative-replaced' && template !== 'change.deadline-moved') expect([template, kinds.includes(facts?.['what'] as never)]).toEqual([template, true]);
    }
  });

  it('holds together: every moment has its row, every row its rule and its play', () => {
    expect(faultsOf(changeProcedure)).toEqual([]);
    expect(rowsNeverTaken(changeProcedure, Object.values(plays))).toEqual([]);
  });

  it('takes effect when it is accepted, with what the request said, and the label hears it', () => {
    const { file, entries, messages } = plays.renamed;
    expect(file).toMatchObject({ status: 'effective', deadlines: [], data: { what: 'rename', effectedOn: '2027-05-20' } });
    expect(entries.at(-1)).toMatchObject({ type: 'change-effected', content: entries[0]?.content, facts: { what: 'rename', pole: 'p-1', of: 'pole' } });
    expect(messages).toEqual([{ to: 'award/1', act: 'recordChange', key: 'recordChange/award/1', facts: { change: subject, what: 'rename' } }]);
  });

  it('waits for its day: a closure and a merger for the end of the last day, the rest for the beginning of the first', () => {
    expect(plays.merged.entries.slice(-2).map((e) => [e.type, e.on])).toEqual([['change-scheduled', '2027-05-20'], ['change-effected', '2027-06-30']]);
    expect(plays.merged.messages.map((m) => [m.to, m.act, m.facts['to'], m.facts['on']])).toEqual([['award/1', 'transfer', 'p-2', '2027-06-30'], ['award/2', 'transfer', 'p-2', '2027-06-30']]);
    expect(plays.moved.entries.at(-1)).toMatchObject({ type: 'change-effected', at: '2027-08-31T22:00:00.000Z', on: '2027-09-01' });
    expect(plays.moved.file.data.effectedOn).toBe('2027-09-01');
    expect(plays.moved.messages).toMatchObject([{ act: 'recordChange', on: '2027-09-01' }]);
    expect(plays.closed.messages).toMatchObject([{ act: 'terminate', facts: { on: '2027-05-01' } }]);
  });

  it('is decided by the authority on a proposal, or by the secretariat alone where it is light', () => {
    expect(codes(after([asked('rename'), accepted('secretariat'), by('secretariat', 'refuse', '2027-05-20')]))).toEqual(['ok', 'authority-decides', 'authority-decides']);
    expect(codes(after([asked('rename'), accepted()]))).toEqual(['ok', 'not-now']);
    expect(plays.manager.file.status).toBe('effective');
    expect(plays.refused.file).toMatchObject({ status: 'refused', data: { proposed: 'refuse' } });
    expect(codes(after([asked('manager'), by('secretariat', 'refuse', '2027-05-12', {}, false)]))).toEqual(['ok', 'reasons-missing']);
  });

  it('has no day before the records say, and of an end asked by the holder none in the past', () => {
    const early = (earliest: string) => ({ refused: { code: 'change-too-early', params: { earliest } } });
    const first = (act: Parameters<typeof after>[0][number]) => after([act]).verdicts[0];
    expect(first(asked('closure', '1950-01-01', { earliest: '2026-07-01' }, 'secretariat'))).toEqual(early('2026-07-01'));
    expect(first(asked('manager', '1950-01-01', { earliest: '2026-07-01' }))).toEqual(early('2026-07-01'));
    for (const what of ['closure', 'merger'] as const) {
      expect(first(asked(what, '2027-05-02', { earliest: '2026-07-01', into: 'p-2' }))).toEqual(early('2027-05-03'));
      expect(first(asked(what, '2027-05-03', { earliest: '2026-07-01', into: 'p-2' }))).not.toHaveProperty('refused');
      // By post, or learnt by the secretariat.
      expect(first(asked(what, '2027-05-02', { earliest: '2026-07-01', into: 'p-2', enteredOn: '2027-05-06' }))).not.toHaveProperty('refused');
      expect(first(asked(what, '2027-05-02', { earliest: '2026-07-01', into: 'p-2' }, 'secretariat'))).not.toHaveProperty('refused');
    }
    const later = { ...accepted('secretariat'), facts: { awards: ['award/1'], earliest: '2027-06-01' } };
    expect(after([asked('manager', '2027-05-20'), later]).verdicts[1]).toEqual(early('2027-06-01'));
  });

  it('is accepted by somebody else than who sent it, and a representative who is replaced is told', () => {
    const alone = after([asked('manager', '2027-06-01', {}, 'secretariat'), accepted('secretariat')]);
    expect(codes(alone)).toEqual(['ok', 'same-person']);
    expect(alone.file.data.requestedBy).toBe('secretariat');
    const replaced = after([asked('manager', '2027-06-01'), { ...accepted('secretariat'), facts: { awards: ['award/1'], former: ['someone'] } }]);
    expect(replaced.notices.filter((n) => n.template === 'change.representative-replaced')).toMatchObject([{ audience: { person: 'someone' }, facts: { effectiveOn: '2027-06-01' } }]);
  });

  it('goes on without the pieces that did not come, and says when its review is late', () => {
    expect(plays.silent.file.status).toBe('under_review');
    expect(plays.silent.notices.map((n) => n.template)).toEqual([
      'change.received', 'change.to-review', 'change.pieces-requested', 'change.pieces-reminder', 'change.pieces-overdue', 'change.review-reminder', 'change.review-overdue',
    ]);
  });

  it('says which field its kind needs', () => {
    expect(changeKinds.map((what) => missingFact({ what }, {}))).toEqual(['name', 'siret', 'siret', 'into', undefined, 'name']);
    expect(missingFact({ what: 'carrier', siret: '1' }, { name: 'A', legalForm: 'association' })).toBeUndefined();
  });

  it('refuses nothing to the clock, changes nothing by a refusal, folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom('request', 'requestPieces', 'supplyPieces', 'propose', 'accept', 'refuse', 'withdraw', 'moveDeadline'),
      who: fc.constantFrom('applicant' as const, 'authority' as const, 'secretariat' as const),
      what: fc.constantFrom(...changeKinds), wait: fc.integer({ min: 0, max: 60 }), later: fc.integer({ min: 0, max: 90 }), content: fc.boolean(),
    });
    const day = (n: number) => new Date(Date.UTC(2027, 4, n)).toISOString().slice(0, 10);
    fc.assert(fc.property(fc.constantFrom(...changeKinds), fc.array(act, { maxLength: 10 }), (kind, acts) => {
      const player = new Player(changeProcedure, terms, { subject });
      player.take(asked(kind, '2027-08-01', { siret: '1', into: 'p-2' }));
      let today = 3;
      for (const { name, who, what, wait, later, content } of acts) {
        today += wait;
        player.passTimeUntil(`${day(today)}T11:00:00.000Z`);
        const before = player.file;
        if (isRefusal(player.take(by(who, name, day(today), { what, kind: 'review-due', to: day(today + later), outcome: 'accept' }, content)))) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2030-01-01T00:00:00.000Z');
      expect(player.file.deadlines.filter((d) => d.passed !== true)).toEqual([]);
      expect(fold(changeProcedure, subject, player.entries)).toEqual(player.file);
    }));
  });
});
