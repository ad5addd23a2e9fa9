import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../procedure/record.js';
import { outcomeFor, statusesShownAs, statusForApplicant } from './shown-status.js';

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

describe('the status as an applicant is told it', () => {
  it.each(['divergent', 'third_review', 'consensus'])('says nothing of experts who differ: %s', (status) => {
    expect(statusForApplicant(status)).toBe('under_appraisal');
    expect(outcomeFor('applicant', refused(status))).toEqual(refused('under_appraisal'));
    expect(statusesShownAs(status)).toEqual([]);
  });

  it('stands for all that are told alike', () => {
    expect(statusesShownAs('under_appraisal')).toEqual(['under_appraisal', 'divergent', 'third_review', 'consensus']);
    expect(statusesShownAs('in_committee')).toContain('decision_proposed');
    expect(statusesShownAs('right_of_reply')).toEqual(['right_of_reply']);
  });
});
