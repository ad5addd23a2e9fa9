import { describe, expect, it } from '@jest/globals';
import { renewalTransitions } from './renewal.status.js';
import { entriesToAppraisal, renewalTurns } from './renewal.turns.js';

describe('the entries of a renewal', () => {
  it('say by themselves whether its file is under appraisal', () => {
    expect(entriesToAppraisal).toEqual(['renewal-submitted', 'renewal-resumed']);
    for (const { entry, to } of renewalTransitions) {
      expect([entry, entriesToAppraisal.includes(entry)]).toEqual([entry, to === 'submitted']);
      expect([entry, renewalTurns.includes(entry)]).toEqual([entry, to !== 'same']);
    }
  });
});
