import { describe, expect, it } from '@jest/globals';
import { noApplication, type ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { applicationProcedure } from '../../../../libs/domain/src/application/application.procedure.js';
import type { ApplicationStatus } from '../../../../libs/domain/src/application/application.status.js';
import { outcomeFor } from '../../../../libs/domain/src/application/shown-status.js';
import { allowedActs } from '../../../../libs/domain/src/procedure/decide.js';
import type { Dossier } from '../act/dossier.service.js';
import { viewFor } from './application.view.js';

/** What is under way on a file while its applicant is told that experts are writing. */
const ways: Readonly<Record<string, { status: ApplicationStatus; past: readonly string[]; data?: object; ahead: readonly string[] }>> = {
  'plain': { status: 'under_appraisal', past: ['panel-staffed', 'appraisal-received'], ahead: ['appraisal-due'] },
  'an expert was replaced': { status: 'under_appraisal', past: ['panel-staffed', 'appraisal-lost', 'appraisal-overdue', 'panel-staffed', 'deadline-moved'], ahead: ['appraisal-due'] },
  'two experts differ': { status: 'divergent', past: ['panel-staffed', 'appraisal-received', 'divergence-found'], data: { divergence: { gap: 40 } }, ahead: ['appraisal-due'] },
  'a third one writes': { status: 'third_review', past: ['panel-staffed', 'appraisal-received', 'divergence-found', 'panel-staffed'], data: { divergence: { gap: 40 } }, ahead: ['appraisal-due'] },
  'the experts write a report together': { status: 'consensus', past: ['panel-staffed', 'appraisal-received', 'appraisal-received', 'consensus-opened', 'rapporteur-named'], data: { result: { total: 7 }, rapporteur: 'alice' }, ahead: ['consensus-due'] },
};
const before = ['submitted', 'pieces-requested', 'pieces-supplied', 'admitted'];

function seen({ status, past, data, ahead }: (typeof ways)[string], after: readonly string[]): string {
  const file: ApplicationData = { ...noApplication, ...data, appraisals: past.filter((one) => one === 'panel-staffed').map((_, i) => ({ n: i + 1, expert: `expert-${i}`, state: 'writing', total: null, cause: null }) as never) };
  const standing = { subject: 'application/1', seq: past.length, status, data: file, deadlines: [] };
  const types = [...before, ...past, ...after];
  const dossier: Dossier = {
    id: 'application/1', kind: 'application', status, scheme: 's@1', openedAt: '', changedAt: `2027-03-${types.length}`, data: file as never,
    allowedActions: allowedActs(applicationProcedure, standing as never, 'applicant'),
    timeline: {
      past: types.map((type, i) => ({ seq: i + 1, type, at: '2027-03-01T10:00:00.000Z', on: '2027-03-01', by: 'secretariat' as const, facts: (type === 'deadline-moved' ? { kind: 'appraisal-due' } : type === 'objection-decided' ? { expert: 'e', accepted: true, ...(status === 'under_appraisal' ? {} : { kept: true }) } : {}) as never })),
      ahead: [...ahead, 'implied-decision'].map((kind) => ({ kind, mark: '', on: '2027-07-01', at: '2027-07-01T22:00:00.000Z', actor: 'authority' as const, otherwise: kind, movableBy: [] })),
    },
  };
  return JSON.stringify(viewFor(dossier, ['applicant']));
}

describe('an applicant whose experts are at work', () => {
  const plain = ways['plain'] as (typeof ways)[string];
  const acts = [[], ['expert-objected'], ['silence-elapsed', 'expert-objected', 'objection-decided', 'reasons-requested']];

  it.each(Object.entries(ways))('sees the same dossier whatever is under way: %s', (_, way) => {
    for (const after of acts) expect(seen(way, after)).toBe(seen(plain, after));
  });

  it.each(Object.entries(ways))('is answered the same after an act of their own: %s', (_, { status, past }) => {
    const done = { is: 'done' as const, subject: 'application/1', seq: past.length + 5, status, entries: ['reasons-requested'], pending: [] };
    expect(outcomeFor('applicant', done)).toEqual({ is: 'done', subject: 'application/1', status: 'under_appraisal', entries: ['reasons-requested'], pending: [] });
    expect(outcomeFor('secretariat', done)).toEqual(done);
  });
});
