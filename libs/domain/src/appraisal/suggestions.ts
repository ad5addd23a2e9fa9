import { addDays, daysBetween } from '../calendar/civil-date.js';
import type { CivilDate, CivilPeriod, IsoDuration } from '../calendar/types.js';
import { tiesOf, type Candidate, type Conflict, type FileToStaff } from './ties.js';

/** What speaks for or against an expert, for a page to say in words. */
export type Reason =
  | { readonly code: 'theme-match'; readonly themes: readonly string[] }
  | { readonly code: 'no-theme' }
  | { readonly code: 'same-region'; readonly region: string }
  | { readonly code: 'load'; readonly load: number; readonly maximum: number }
  | { readonly code: 'full'; readonly load: number; readonly maximum: number }
  | { readonly code: 'absent'; readonly days: number; readonly periods: readonly CivilPeriod[] }
  | { readonly code: 'past-tie'; readonly siren?: string; readonly to: CivilDate }
  | { readonly code: 'appraised-before'; readonly files: number };

/** An expert who may have the file, with the reasons for the rank. */
export interface Suggestion {
  readonly expert: string;
  readonly reasons: readonly Reason[];
  /** False for one who is full, or away all the time: named by hand perhaps, never in bulk. */
  readonly available: boolean;
}

export interface Suggestions {
  /** The best first. */
  readonly ranked: readonly Suggestion[];
  /** Those who may not have the file, by id. */
  readonly excluded: readonly { readonly expert: string; readonly conflicts: readonly Conflict[] }[];
}

/**
 * Ranks experts for a file. In this order: who is available; more themes in common; no tie, even an old one; fewer days away; a
 * smaller part of the own maximum taken; the same region (A: it knows the ground); the id, so that the order of the input never matters.
 */
export function suggest(file: FileToStaff, candidates: readonly Candidate[], coolingOff: IsoDuration): Suggestions {
  const seen = candidates.map((candidate) => ({ candidate, ...tiesOf(file, candidate, coolingOff) }));
  const free = seen.filter(({ conflicts }) => conflicts.length === 0).map(({ candidate, old }) => standing(file, candidate, old));
  return {
    ranked: free.sort(byRank).map(({ suggestion }) => suggestion),
    excluded: seen.filter(({ conflicts }) => conflicts.length > 0).map(({ candidate, conflicts }) => ({ expert: candidate.id, conflicts })).sort((a, b) => compare(a.expert, b.expert)),
  };
}

interface Standing {
  readonly suggestion: Suggestion;
  readonly candidate: Candidate;
  readonly themes: number;
  readonly old: number;
  readonly away: number;
  readonly near: boolean;
}

function standing(file: FileToStaff, candidate: Candidate, old: readonly { readonly siren?: string; readonly to: CivilDate }[]): Standing {
  const themes = [...new Set(candidate.themes)].filter((theme) => file.themes.includes(theme)).sort();
  const { load, maximum } = candidate;
  const full = load >= maximum;
  const periods = candidate.absences.filter(({ from, to }) => from <= file.period.to && to >= file.period.from);
  const away = daysAway(file.period, periods);
  const near = candidate.regions.some((region) => sameWords(region, file.region));
  const reasons: Reason[] = [
    themes.length > 0 ? { code: 'theme-match', themes } : { code: 'no-theme' },
    ...(near ? [{ code: 'same-region', region: file.region } as const] : []),
    { code: full ? 'full' : 'load', load, maximum },
    ...(away > 0 ? [{ code: 'absent', days: away, periods } as const] : []),
    ...old.map((tie): Reason => ({ code: 'past-tie', ...tie })),
    ...(candidate.appraisedBefore > 0 ? [{ code: 'appraised-before', files: candidate.appraisedBefore } as const] : []),
  ];
  const available = !full && away <= daysBetween(file.period.from, file.period.to);
  return { suggestion: { expert: candidate.id, reasons, available }, candidate, themes: themes.length, old: old.length + candidate.appraisedBefore, away, near };
}

function byRank(a: Standing, b: Standing): number {
  return Number(b.suggestion.available) - Number(a.suggestion.available) || b.themes - a.themes || Number(a.old > 0) - Number(b.old > 0) || a.away - b.away
    // Parts of the maximum compared without a division.
    || a.candidate.load * b.candidate.maximum - b.candidate.load * a.candidate.maximum || Number(b.near) - Number(a.near) || compare(a.candidate.id, b.candidate.id);
}

/** Days of the period on which somebody is away; overlapping absences count once. */
function daysAway(period: CivilPeriod, absences: readonly CivilPeriod[]): number {
  let next = period.from;
  let days = 0;
  for (const { from, to } of [...absences].sort((a, b) => compare(a.from, b.from))) {
    const first = from > next ? from : next;
    const last = to < period.to ? to : period.to;
    if (first > last) continue;
    days += daysBetween(first, last) + 1;
    next = addDays(last, 1);
  }
  return days;
}

/** Regions are free text: capitals, accents and spaces don't part them. */
function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b) && plain(a) !== '';
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
