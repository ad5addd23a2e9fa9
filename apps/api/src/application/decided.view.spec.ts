import { describe, expect, it } from '@jest/globals';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { decidedFor, notifiedDocuments } from './decided.view.js';

const entry = (type: string, on: string, facts: object = {}, body: WrittenEntry['body'] = null, armed: object[] = []): WrittenEntry => ({ type, on, facts: facts as never, armed: armed as never, body });
const proposed = entry('decision-proposed', '2027-04-01', { outcome: 'conditional-award' });
const sent = entry('sent-for-signature', '2027-04-02', { sentOn: '2027-04-02', outcome: 'conditional-award', conditions: [{ dueOn: '2027-09-01' }] }, { conditions: [{ n: 1, text: 'Recruter' }] });
const deferred = entry('decision-deferred', '2027-04-03', { signedOn: '2027-04-03' }, { reasonsInFact: 'À compléter.' });
const signed = entry('decision-signed', '2027-04-04', { outcome: 'conditional-award', signedOn: '2027-04-04' }, { conditions: [{ n: 1, text: 'Recruter' }] });
const told = entry('conditional-award-notified', '2027-04-06', { notifiedOn: '2027-04-05', channel: 'post', document: 'd' }, { proof: 'AR 123' }, [{ kind: 'appeal-limit', mark: '', on: '2027-06-07' }]);
const read = entry('decision-read', '2027-04-08');
const met = entry('condition-met', '2027-08-01', { n: 1 }, { comment: 'Contrat vu.' });
const conditions = [{ n: 1, dueOn: '2027-10-01', metOn: '2027-08-01' }];
const inside = { inside: true, notified: true, readBy: 'Anne Roy', conditions };

describe('a decision as it is read', () => {
  it('shows the staff each step with its proof', () => {
    expect(decidedFor([proposed, sent], inside).preparedDecision).toMatchObject({ sentOn: '2027-04-02', conditions: [{ dueOn: '2027-09-01', text: 'Recruter' }] });
    expect(decidedFor([proposed, sent, deferred], inside)).toMatchObject({ preparedDecision: null, deferrals: [{ signedOn: '2027-04-03', reasons: { inFact: 'À compléter.' } }] });
    expect(decidedFor([proposed, sent, signed, told, read, met], inside)).toMatchObject({
      notification: { notifiedOn: '2027-04-05', channel: 'post', proof: 'AR 123', document: 'd', appealUntil: '2027-06-07', accuse_lecture: { on: '2027-04-08', by: 'Anne Roy' } },
      conditions: [{ n: 1, dueOn: '2027-10-01', text: 'Recruter', metOn: '2027-08-01', comment: 'Contrat vu.', document: null }],
    });
  });

  it('shows the applicant nothing before the notification, and neither proof nor receipt after it', () => {
    const before = decidedFor([proposed, sent, deferred, signed], { inside: false, notified: false, conditions });
    expect(before).toEqual({ decision: null, preparedDecision: null, deferrals: [], notification: null, conditions: [], closing: null });
    const after = decidedFor([proposed, sent, signed, told, read, met], { ...inside, inside: false });
    expect(after).toMatchObject({ decision: { outcome: 'conditional-award' }, preparedDecision: null, notification: { proof: null, document: null, accuse_lecture: null, appealUntil: '2027-06-07' }, conditions: [{ text: 'Recruter' }] });
  });

  it('is forgotten by an appeal that reopens the file', () => {
    expect(decidedFor([signed, told, entry('reopened', '2027-07-01')], { inside: true, notified: false })).toMatchObject({ decision: null, notification: null });
  });
});

describe('the documents that an applicant may open', () => {
  const signedWith = (document: string | null) => entry('decision-signed', '2027-04-04', { ...(document === null ? {} : { document }) });

  it('are those of decisions that were signed and notified, not what was uploaded and never signed', () => {
    expect([...notifiedDocuments([signedWith('a')])]).toEqual([]);
    expect([...notifiedDocuments([signedWith('a'), signedWith('b'), told])]).toEqual(['b']);
    expect([...notifiedDocuments([signedWith('a'), told, entry('reopened', '2027-07-01'), signedWith('b')])]).toEqual(['a']);
    expect([...notifiedDocuments([signedWith('a'), signedWith(null), told])]).toEqual([]);
  });
});
