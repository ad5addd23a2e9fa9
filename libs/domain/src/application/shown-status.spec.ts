import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../procedure/record.js';
import { outcomeFor } from './shown-status.js';

const refused = (status: string): Outcome => ({ is: 'refused', code: 'not-now', params: { act: 'supplyPieces', status } });

describe('outcomeFor', () => {
  it('tells an applicant nothing of a decision that was not notified', () => {
    expect(outcomeFor('applicant', refused('decision_proposed'))).toEqual(refused('in_committee'));
    expect(outcomeFor('applicant', refused('refused'))).toEqual(refused('refused'));
  });

  it('tells the staff how it is', () => {
    expect(outcomeFor('secretariat', refused('decision_proposed'))).toEqual(refused('decision_proposed'));
  });
});
