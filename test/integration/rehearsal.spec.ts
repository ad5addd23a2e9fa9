import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../apps/cli/src/rehearse/rehearsal.js';
import { reportOn, type Report } from '../../apps/cli/src/rehearse/report.js';
import { servers } from '../stack/stack.js';

const play = (seed: number): Promise<Report> => {
  const name = `rehearsal-${randomBytes(3).toString('hex')}`;
  return rehearse(servers(), { name, centres: 3, years: 1, seed }, () => undefined, reportOn);
};

describe('a rehearsal', () => {
  it('obeys the rules, and the same seed gives the same outcome', async () => {
    const first = await play(11);
    expect(first.violations).toEqual([]);
    expect(first.outcome.acts).toBeGreaterThan(40);
    const applied = Object.values(first.outcome.applications.initial).reduce((sum, n) => sum + n, first.outcome.tooLate);
    expect(applied).toBe(3);
    expect((await play(11)).outcome).toEqual(first.outcome);
  }, 240_000);
});
