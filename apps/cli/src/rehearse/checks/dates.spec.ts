import { describe, expect, it } from '@jest/globals';
import { applicationProcedure } from '../../../../../libs/domain/src/application/application.procedure.js';
import { admit, K, pieces, request, submit, terms } from '../../../../../libs/domain/src/application/application.factory.js';
import { inadmissible, lodged, refused, settled } from '../../../../../libs/domain/src/application/contest.factory.js';
import { play, type PlayedAct } from '../../../../../libs/domain/src/procedure/testing.js';
import { silence } from './dates.js';
import { type Life, lifeOf } from './life.js';

const end = '2028-01-01T11:00:00.000Z';

/** A file's life as the rehearsal reads it from the database. */
function lived(acts: readonly PlayedAct[], lose = ''): Life {
  const { file, entries } = play(applicationProcedure, terms, acts, { subject: `application/${K}`, until: '2028-01-01' });
  const row = { id: file.subject, kind: 'application', data: file.data } as unknown as Life['row'];
  // Of entries of a kind the last one is lost, when the test says so.
  const lost = entries.findLastIndex((e) => e.type === lose);
  const life = lifeOf({ row, entries: entries.map((e) => ({ ...e, recordedAt: e.at })) });
  return { ...life, entries: life.entries.filter((_e, i) => i !== lost) };
}

const stories: readonly (readonly [string, readonly PlayedAct[]])[] = [
  ['without an appeal', [submit, admit]],
  ['a refusal reopened before the committee', [...refused, lodged('2027-04-25'), settled('2027-04-28', 'upheld')]],
  ['an inadmissibility reopened at its review, then suspended', [submit, inadmissible, lodged('2027-04-01', 'inadmissibility'), settled('2027-04-20', 'upheld'), { ...request, on: '2027-04-22' }, { ...pieces, on: '2027-05-02' }]],
  ['an inadmissibility for want of pieces, reopened', [submit, request, lodged('2027-04-10', 'inadmissibility'), settled('2027-04-20', 'upheld'), { ...request, on: '2027-04-22' }, { ...pieces, on: '2027-05-02' }]],
  ['an implied rejection withdrawn', [submit, admit, lodged('2027-05-20', 'implied-rejection'), settled('2027-06-10', 'upheld')]],
  ['an implied rejection withdrawn while pieces are awaited', [submit, { ...request, on: '2027-05-10' }, lodged('2027-05-20', 'implied-rejection'), settled('2027-06-01', 'upheld'), { ...pieces, on: '2027-06-05' }]],
];

describe('the check of silence', () => {
  it.each(stories)('finds nothing wrong in: %s; and misses a silence that did not come', (_what, acts) => {
    expect(silence([lived(acts)], end, 'Europe/Paris')).toEqual([]);
    expect(silence([lived(acts, 'silence-elapsed')], end, 'Europe/Paris')).toEqual([expect.stringContaining('silence counted on no day')]);
  });
});
