import { describe, expect, it } from '@jest/globals';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import { writtenFor } from './written.view.js';

const entry = (type: string, on: string, facts: object = {}, body: WrittenEntry['body'] = null): WrittenEntry => ({ type, on, facts: facts as never, armed: [], body });
const due = (on: string) => [{ kind: 'pieces-due', mark: '', on }] as unknown as WrittenEntry['armed'];
const applicant = { inside: false, notified: false };

describe('what was written in an application’s acts', () => {
  it('is each round of pieces with its own limit', () => {
    const shown = writtenFor([
      { ...entry('pieces-requested', '2027-03-01', {}, { pieces: [{ label: 'Comptes' }] }), armed: due('2027-03-31') },
      entry('deadline-moved', '2027-03-02', { kind: 'pieces-due', from: '2027-03-31', to: '2027-04-15' }, { reason: 'Congés' }),
      entry('pieces-supplied', '2027-04-01', {}, { comment: 'Voici.' }),
      { ...entry('pieces-requested', '2027-04-02', {}, { pieces: [{ label: 'Statuts' }], comment: 'Signés' }), armed: due('2027-05-03') },
      entry('deadline-moved', '2027-04-03', { kind: 'appraisal-due', from: '2027-05-01', to: '2027-05-02' }, { reason: 'Entre nous' }),
    ], [], applicant);
    expect(shown.requestedPieces).toEqual([
      { on: '2027-03-01', limitOn: '2027-04-15', pieces: [{ label: 'Comptes' }], comment: null },
      { on: '2027-04-02', limitOn: '2027-05-03', pieces: [{ label: 'Statuts' }], comment: 'Signés' },
    ]);
    expect(shown.suppliedPieces).toEqual([{ on: '2027-04-01', attachments: [], comment: 'Voici.' }]);
    expect(shown.movedDeadlines.map(({ reason }) => reason)).toEqual(['Congés']);
  });

  it('says why a file is inadmissible when nobody wrote it', () => {
    expect(writtenFor([entry('declared-inadmissible', '2027-04-01', { cause: 'pieces-missing' })], [], applicant).inadmissibility)
      .toEqual({ on: '2027-04-01', cause: 'pieces-missing', reasons: null });
  });

  it('shows a decision inside from its signature, to the applicant from its notification, without what was erased', () => {
    const signed = [entry('decision-signed', '2027-04-01', { outcome: 'refuse', signedOn: '2027-04-01' })];
    const decision = { outcome: 'refuse', signedOn: '2027-04-01', signatory: null, grounds: [], reasons: null, document: null };
    expect(writtenFor(signed, [], applicant).decision).toBeNull();
    expect(writtenFor(signed, [], { inside: true, notified: false }).decision).toEqual(decision);
    expect(writtenFor(signed, [], { inside: false, notified: true }).decision).toEqual(decision);
  });
});
