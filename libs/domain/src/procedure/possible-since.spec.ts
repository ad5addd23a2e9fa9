import { describe, expect, it } from '@jest/globals';
import { applicationProcedure } from '../application/application.procedure.js';
import { possibleSince } from './possible-since.js';

const since = (act: string, ...entries: readonly (readonly [string, string, string])[]) => possibleSince(applicationProcedure as never, entries.map(([by, type, on]) => ({ act: by, type, on })), act);
const submitted = ['submit', 'submitted', '2027-03-01'] as const;
const asked = ['requestPieces', 'pieces-requested', '2027-03-10'] as const;
const lapsed = ['pieces-due', 'declared-inadmissible', '2027-03-20'] as const;

describe('the first day of an act', () => {
  it('is the day of the entry that opened its phase', () => {
    expect(since('supplyPieces', submitted, asked)).toBe('2027-03-10');
    expect(since('supplyPieces', submitted)).toBeUndefined();
  });

  it('stays what it was when time has ended the phase, or the limit is given anew', () => {
    expect(since('supplyPieces', submitted, asked, lapsed)).toBe('2027-03-10');
    expect(since('supplyPieces', submitted, asked, lapsed, ['reopenDeadline', 'deadline-reopened', '2027-03-25'])).toBe('2027-03-10');
  });

  it('begins anew with a new request; an act of many phases is possible since the first of them', () => {
    const again = [submitted, asked, ['supplyPieces', 'pieces-supplied', '2027-03-12'], ['requestPieces', 'pieces-requested', '2027-03-15']] as const;
    expect(since('supplyPieces', ...again)).toBe('2027-03-15');
    expect(since('withdraw', ...again)).toBe('2027-03-01');
  });
});
