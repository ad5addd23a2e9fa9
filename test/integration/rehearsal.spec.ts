import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../apps/cli/src/rehearse/outcome.js';
import { rehearse } from '../../apps/cli/src/rehearse/rehearsal.js';
import { reportOn, type Report } from '../../apps/cli/src/rehearse/report.js';
import { servers } from '../stack/stack.js';

const play = (seed: number): Promise<Report> => {
  const name = `rehearsal-${randomBytes(3).toString('hex')}`;
  return rehearse(servers(), { name, centres: 3, years: 1, seed }, () => undefined, reportOn);
};

const ofPoles = ({ outcomes }: Report): Outcome => {
  const outcome = outcomes['pole-innovation'];
  if (!outcome) throw new Error('no outcome');
  return outcome;
};

describe('a rehearsal', () => {
  it('obeys the rules, and the same seed gives the same outcome', async () => {
    const report = await play(11);
    expect(report.violations).toEqual([]);
    const first = ofPoles(report);
    expect(first.acts).toBeGreaterThan(40);
    const applied = Object.values(first.applications.initial).reduce((sum, n) => sum + n, first.tooLate);
    expect(applied).toBe(3);
    expect(ofPoles(await play(11))).toEqual(first);
  }, 240_000);
});
