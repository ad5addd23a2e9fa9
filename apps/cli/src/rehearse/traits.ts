import { Chance } from './chance.js';
import { destinies, type Destiny } from './destiny.js';
import { dealLaterLives, type LaterLife } from './later.js';

/** Refused, and not content with it: the authority answers the first, and nobody the second. */
const contesting: readonly Destiny[] = ['contests', 'contests-in-vain'];

/** How a centre behaves, known from the seed alone. */
export interface CentreTraits {
  readonly destiny: Destiny;
  /** What experts will find, of 100: at the first application, and at the renewal. */
  readonly quality: number;
  readonly laterQuality: number;
  /** Hands in early, or in the last days. */
  readonly early: boolean;
  /** What happens once it holds a label. */
  readonly later: LaterLife;
}

/** Deals out the destinies: a cohort of any size has its share of each trouble. */
export function dealCentres(seed: number, count: number): CentreTraits[] {
  const dealt = Array.from({ length: count }, (_, i) => destinies[i % destinies.length] as Destiny);
  const shuffled = new Chance(seed, 'destinies').shuffled(dealt);
  const laterLives = dealLaterLives(seed, shuffled);
  return shuffled.map((destiny, i) => {
    const chance = new Chance(seed, 'centre', i + 1);
    const good = chance.int(74, 92);
    const poor = chance.int(35, 45);
    const fair = chance.int(66, 69);
    const quality = contesting.includes(destiny) ? poor : destiny === 'conditional' ? fair : good;
    return { destiny, quality, laterQuality: destiny === 'fades' ? poor : good, early: chance.happens(0.4), later: laterLives[i] ?? 'plain' };
  });
}

/** What an expert does with one invitation. */
export type ExpertMood = 'writes' | 'writes-late' | 'asks-for-time' | 'declines' | 'has-conflict' | 'never-answers' | 'never-writes';

/** Drawn for each invitation: the same expert is diligent on one file and vanishes on another. */
export function moodOf(seed: number, expert: number, centre: number, year: string): ExpertMood {
  const drawn = new Chance(seed, 'expert', expert, 'centre', centre, year).real();
  if (drawn < 0.06) return 'declines';
  if (drawn < 0.11) return 'has-conflict';
  if (drawn < 0.15) return 'never-answers';
  if (drawn < 0.19) return 'never-writes';
  if (drawn < 0.23) return 'asks-for-time';
  return drawn < 0.34 ? 'writes-late' : 'writes';
}

/** What becomes of one year's report. `n` is the period, from 1. */
export interface ReportMood {
  /** Days after the due date; negative is before. Null: it never comes. */
  readonly daysAfterDue: number | null;
  /** The secretariat returns it, once. */
  readonly returned: boolean;
}

export function reportOf(seed: number, { destiny }: CentreTraits, centre: number, n: number): ReportMood {
  const chance = new Chance(seed, 'report', centre, n);
  const early = -chance.int(1, 25);
  if (destiny === 'silent-reporter' && n > 1) return { daysAfterDue: null, returned: false };
  if (destiny === 'late-reporter') return { daysAfterDue: n === 1 ? chance.int(2, 12) : chance.int(32, 45), returned: false };
  return { daysAfterDue: early, returned: destiny === 'returned-reporter' ? n < 3 : chance.happens(0.08) };
}
