import { Chance } from './chance.js';
import type { Destiny } from './destiny.js';

/** What happens to a label once it is in force, besides its yearly reports. */
const laterLives = ['renames', 'closes', 'moves', 'renounces', 'amends', 'own-survey', 'extended', 'fraud', 'merges'] as const;
export type LaterLife = (typeof laterLives)[number] | 'plain' | 'suspended' | 'suspended-for-good';

/** Those who will hold a label, and whose reports leave room for it. */
const quiet: readonly Destiny[] = ['steady', 'forgets-pieces', 'posts-pieces', 'returned-reporter', 'divides', 'conditional', 'extended', 'objects', 'leaves', 'fades'];

/** Deals them out among the centres that will be labelled, in the order of the cohort. */
export function dealLaterLives(seed: number, destinies: readonly Destiny[]): LaterLife[] {
  const wanted = new Chance(seed, 'later lives').shuffled(laterLives);
  return destinies.map((destiny) => {
    if (destiny === 'late-reporter') return 'suspended';
    if (destiny === 'silent-reporter') return 'suspended-for-good';
    return quiet.includes(destiny) ? (wanted.pop() ?? 'plain') : 'plain';
  });
}
