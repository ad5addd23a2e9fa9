import { describe, expect, it } from '@jest/globals';
import { nextAttemptAt, retryDelay } from './retry.js';

const minutes = (attempts: number) => (retryDelay(attempts) ?? Number.NaN) / 60_000;

describe('when a mail is tried again', () => {
  it('waits 5 and 30 minutes, 2, 6 and 12 hours, then a day each', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(minutes)).toEqual([5, 30, 120, 360, 720, 1440, 1440]);
  });

  it('gives up once the waits add up to more than seven days', () => {
    expect(retryDelay(11)).toBe(86_400_000);
    expect(retryDelay(12)).toBeUndefined();
    expect(retryDelay(40)).toBeUndefined();
  });

  it('counts from the Clock’s instant', () => {
    expect(nextAttemptAt(1, '2027-03-28T00:58:00.000Z')).toBe('2027-03-28T01:03:00.000Z');
    expect(nextAttemptAt(12, '2027-03-28T00:58:00.000Z')).toBeUndefined();
  });
});
