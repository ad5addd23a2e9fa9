import { describe, expect, it } from '@jest/globals';
import { dealCentres, moodOf, reportOf } from './traits.js';

describe('traits', () => {
  it('are the same for the same seed', () => {
    expect(dealCentres(7, 22)).toEqual(dealCentres(7, 22));
    expect(dealCentres(7, 22)).not.toEqual(dealCentres(8, 22));
    expect(moodOf(7, 1, 2, '2027')).toBe(moodOf(7, 1, 2, '2027'));
  });

  it('give every trouble its share, whatever the seed', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const told = dealCentres(seed, 22).map((c) => c.destiny);
      for (const one of ['contests', 'contests-in-vain', 'too-late', 'extended', 'ineligible', 'silent-on-pieces', 'posts-pieces', 'withdraws', 'moot', 'objects', 'divides', 'conditional', 'never-signs', 'silent-reporter', 'fades', 'leaves'] as const) expect(told).toContain(one);
    }
    expect(dealCentres(1, 3).map((c) => c.destiny).sort()).toEqual(['contests', 'forgets-pieces', 'steady']);
    expect(dealCentres(1, 50)).toHaveLength(50);
  });

  it('let some experts vanish, decline or recuse themselves, and most write', () => {
    const moods = Array.from({ length: 500 }, (_, i) => moodOf(3, i % 10, Math.floor(i / 10), '2027'));
    for (const mood of ['writes-late', 'asks-for-time', 'declines', 'has-conflict', 'never-answers', 'never-writes'] as const) expect(moods).toContain(mood);
    expect(moods.filter((m) => m === 'writes').length).toBeGreaterThan(250);
  });

  it('of reports follow the centre', () => {
    const [centre] = dealCentres(1, 1);
    if (!centre) throw new Error('no centre');
    expect(reportOf(1, { ...centre, destiny: 'silent-reporter' }, 1, 2).daysAfterDue).toBeNull();
    expect(reportOf(1, { ...centre, destiny: 'late-reporter' }, 1, 2).daysAfterDue).toBeGreaterThan(30);
    expect(reportOf(1, { ...centre, destiny: 'steady' }, 1, 2).daysAfterDue).toBeLessThan(0);
  });
});
