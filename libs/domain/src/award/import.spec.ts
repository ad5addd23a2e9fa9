import { describe, expect, it } from '@jest/globals';
import { importPlays, importing, terms } from './import.factory.js';
import { play } from '../procedure/testing.js';
import { awardProcedure } from './award.procedure.js';

describe('a label that was awarded elsewhere', () => {
  it('is in force as it comes, and begins what hangs on it as of that day', () => {
    const { file, messages, notices } = importPlays.imported;
    expect(file).toMatchObject({ status: 'active', data: { number: 'PI-2009-0007', application: '', activatedOn: '2026-07-01', importedOn: '2028-02-10', officer: 'someone', signedOn: null } });
    expect(file.deadlines.map((d) => [d.kind, d.on])).toEqual([['expiry', '2029-06-30']]);
    expect(messages.map((m) => [m.to, m.act, m.start?.kind, m.facts['asOf']])).toEqual(['monitoring', 'renewal', 'financing'].map((kind) => [`${kind}/00000000-0000-4000-8000-000000000001`, 'begin', kind, '2028-02-10']));
    expect(notices.map((n) => n.template)).toEqual(['award.imported']);
    expect(importPlays.over.file.status).toBe('expired');
  });

  it('is not taken when it is over, or ends before it begins; by nobody but the secretariat', () => {
    const refused = (change: object, by: 'secretariat' | 'authority' | 'operator' = 'secretariat') => play(awardProcedure, terms, [{ ...importing, by, facts: { ...importing.facts, ...change } }]).verdicts[0];
    expect(refused({ endsOn: '2028-02-09' })).toEqual({ refused: { code: 'label-ended-already', params: { endsOn: '2028-02-09' } } });
    expect(refused({ endsOn: '2026-01-01' })).toMatchObject({ refused: { code: 'dates-reversed' } });
    for (const other of ['authority', 'operator'] as const) expect(refused({}, other)).toMatchObject({ refused: { code: 'not-yours' } });
    expect(play(awardProcedure, terms, [{ ...importing, facts: { ...importing.facts, endsOn: '2028-02-10' } }]).file.status).toBe('active');
  });
});
