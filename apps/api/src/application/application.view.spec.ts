import { describe, expect, it } from '@jest/globals';
import type { Dossier } from '../act/dossier.service.js';
import { viewFor } from './application.view.js';

const entry = (type: string, facts: object = {}) => ({ seq: 1, type, at: '2027-03-01T10:00:00.000Z', on: '2027-03-01', by: 'secretariat' as const, facts: facts as never });
function dossier(status: string, notifiedOn: string | null = null, complete = true): Dossier {
  return {
    id: 'application/1', kind: 'application', status, scheme: 's@1', openedAt: '', changedAt: '', allowedActions: [],
    data: { pole: 'p', appraisals: [{ n: 1, expert: 'alice', state: 'submitted', total: 7000, cause: null }], divergence: null, result: null, rapporteur: null, consensus: null, proposed: 'award', decision: { outcome: 'award' }, conditions: [], notifiedOn } as never,
    timeline: {
      past: [
        entry('submitted'), entry('panel-staffed', { appraisals: [{ n: 1, expert: 'alice' }] }), entry('appraisal-received', { n: 1, total: 7000 }),
        ...(complete ? [entry('appraisals-complete')] : []), entry('decision-proposed', { outcome: 'award' }), entry('decision-signed', { outcome: 'award' }),
      ],
      ahead: [],
    },
  };
}

describe('what an applicant is shown', () => {
  it('says nothing of a decision before its notification, and never who the experts are', () => {
    const shown = viewFor(dossier('decision_proposed'), ['applicant']);
    expect(shown.status).toBe('in_committee');
    expect(shown.changedAt).toBe('2027-03-01T10:00:00.000Z');
    expect(shown.data).toEqual({ pole: 'p', decision: null, notifiedOn: null });
    expect(shown.timeline.past.map((e) => e.type)).toEqual(['submitted', 'panel-staffed', 'appraisals-complete']);
    expect(JSON.stringify(shown)).not.toMatch(/alice|7000|award/);
  });

  it('says nothing of experts who differ: not the status, not an entry, not a date', () => {
    const divergent = dossier('third_review', null, false);
    const past = [...divergent.timeline.past.slice(0, 3), entry('divergence-found', { gap: 48 }), entry('panel-staffed'), entry('consensus-opened', { result: 7000 }), entry('deadline-moved', { kind: 'consensus-due' })];
    const shown = viewFor({ ...divergent, timeline: { past, ahead: [{ kind: 'consensus-due' } as never] } }, ['applicant']);
    expect([shown.status, shown.timeline.past.map((e) => e.type), shown.timeline.ahead]).toEqual(['under_appraisal', ['submitted', 'panel-staffed'], []]);
    expect(JSON.stringify(shown)).not.toMatch(/diverg|consensus|rapporteur|7000/);
  });

  it('says nothing of the way through committee and signature, then or later', () => {
    const quiet = ['put-on-agenda', 'deferred-by-committee', 'reserved', 'sent-for-signature', 'decision-deferred'];
    for (const [status, notifiedOn] of [['on_reserve', null], ['decision_proposed', null], ['awarded', '2027-04-01']] as const) {
      const before = dossier(status, notifiedOn);
      const told = viewFor({ ...before, data: { ...before.data, agenda: { session: 's', on: '2027-03-20' }, sentForSignatureOn: '2027-03-21', read: { on: '2027-04-02', by: 'anne' } }, timeline: { ...before.timeline, past: [...before.timeline.past, ...quiet.map((type) => entry(type))] } }, ['applicant']);
      expect(told.status).toBe(status === 'awarded' ? 'awarded' : 'in_committee');
      expect(JSON.stringify(told)).not.toMatch(/agenda|reserve|deferr|sent-for|sentFor|anne/);
    }
  });

  it('says what was decided once it is notified', () => {
    const shown = viewFor(dossier('awarded', '2027-04-01'), ['applicant']);
    expect(shown.data['decision']).toEqual({ outcome: 'award' });
    expect(shown.timeline.past.map((e) => e.type)).toContain('decision-signed');
    expect(JSON.stringify(shown)).not.toMatch(/alice|7000/);
  });
});

describe('what the staff is shown', () => {
  it.each([['under_appraisal', true], ['withdrawn', false]])('keeps totals sealed: %s', (status, complete) => {
    expect(JSON.stringify(viewFor(dossier(status, null, complete), ['secretariat']))).not.toContain('7000');
  });

  it('is everything once all appraisals are in', () => {
    expect(viewFor(dossier('in_committee'), ['committee', 'applicant'])).toEqual(dossier('in_committee'));
  });
});
