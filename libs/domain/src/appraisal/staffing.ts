import type { IsoDuration } from '../calendar/types.js';
import { suggest, type Suggestions } from './suggestions.js';
import type { Candidate, FileToStaff } from './ties.js';

/** A file with the pool as it looks from there: ties with its pole differ from file to file. */
export interface Staffable {
  readonly file: FileToStaff;
  readonly candidates: readonly Candidate[];
}

/** Why experts are missing: how many of the pool could not be taken, by cause. */
export interface Shortage {
  readonly code: 'conflict' | 'full' | 'away';
  readonly experts: number;
}

/** What a bulk assignment does, and what it leaves. */
export interface StaffingPlan {
  readonly assigned: readonly { readonly application: string; readonly experts: readonly string[] }[];
  readonly unassigned: readonly { readonly application: string; readonly wanted: number; readonly found: number; readonly why: readonly Shortage[] }[];
}

/**
 * Names experts for the files of a call, one file after the other: that with the fewest experts to choose from goes first and takes its
 * best ranked. Nobody gets more files than `maximumLoad` or the own maximum, counting those already there. No search for the best of
 * all plans: what is left is said, and named by hand.
 */
export function planStaffing(files: readonly Staffable[], { maximumLoad, coolingOff }: { readonly maximumLoad: number; readonly coolingOff: IsoDuration }): StaffingPlan {
  const added = new Map<string, number>();
  const loaded = ({ file, candidates }: Staffable): Suggestions =>
    suggest(file, candidates.map((one) => ({ ...one, load: one.load + (added.get(one.id) ?? 0), maximum: Math.min(one.maximum, maximumLoad) })), coolingOff);
  const choice = (one: Staffable): number => loaded(one).ranked.filter(({ available }) => available).length;
  const order = files.map((one) => ({ one, choice: choice(one) }))
    .sort((a, b) => a.choice - b.choice || (a.one.file.application < b.one.file.application ? -1 : 1)).map(({ one }) => one);
  const assigned: StaffingPlan['assigned'][number][] = [];
  const unassigned: StaffingPlan['unassigned'][number][] = [];
  for (const staffable of order) {
    const { application, wanted, named } = staffable.file;
    if (wanted <= 0) continue;
    const suggestions = loaded(staffable);
    const found = suggestions.ranked.filter(({ available }) => available).slice(0, wanted).map(({ expert }) => expert);
    const taken = found.length < wanted && named.length === 0 ? [] : found;
    for (const expert of taken) added.set(expert, (added.get(expert) ?? 0) + 1);
    if (taken.length > 0) assigned.push({ application, experts: taken });
    if (taken.length < wanted) unassigned.push({ application, wanted, found: found.length, why: shortages(suggestions) });
  }
  return { assigned, unassigned };
}

function shortages({ ranked, excluded }: Suggestions): Shortage[] {
  const passed = ranked.filter(({ available }) => !available);
  const full = passed.filter(({ reasons }) => reasons.some(({ code }) => code === 'full')).length;
  const all: Shortage[] = [{ code: 'conflict', experts: excluded.length }, { code: 'full', experts: full }, { code: 'away', experts: passed.length - full }];
  return all.filter(({ experts }) => experts > 0);
}
