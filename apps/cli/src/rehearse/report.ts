import { writeFileSync } from 'node:fs';
import { verifyJournal } from '../../../../libs/persistence/src/procedure/verify.js';
import { readWhole, type Whole } from '../../../../libs/persistence/src/procedure/whole.queries.js';
import { violationsOf } from './checks/violations.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { Rehearsed } from './rehearsal.js';
import { words } from './words.js';

/** What a rehearsal comes to. */
export interface Report {
  readonly whole: Whole;
  /** What became of each cohort, by its scheme's code. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** What happened against the rules; empty when all is well. */
  readonly violations: readonly string[];
  /** Journal entries whose chain of hashes was verified. */
  readonly entries: number;
}

/** Reads the database of a rehearsal and holds it against the rules. */
export async function reportOn({ time, cohorts, mails, db }: Rehearsed): Promise<Report> {
  const [whole, chains] = [await readWhole(db), await verifyJournal(db)];
  const parts = cohorts.map(({ world: { scheme } }) => ({ scheme, whole: ofScheme(whole, scheme.code) }));
  const violations = [
    ...chains.faults.map(({ subject, fault }) => `${subject}: ${fault}`),
    ...parts.flatMap((part) => violationsOf({ ...part, mails, end: time.end, today: time.today })),
  ];
  return { whole, outcomes: Object.fromEntries(parts.map((part) => [part.scheme.code, outcomeOf(part.whole)])), violations, entries: chains.entries };
}

/** What one scheme's procedures have left. */
function ofScheme(whole: Whole, code: string): Whole {
  const subjects = whole.subjects.filter(({ row }) => row.schemeId.startsWith(`${code}@`));
  const ids = new Set(subjects.map(({ row }) => row.id));
  const others = new Set(whole.subjects.map(({ row }) => row.id).filter((id) => !ids.has(id)));
  return { subjects, notifications: whole.notifications.filter(({ subject }) => !others.has(subject)), refused: whole.refused.filter(({ subject }) => !others.has(subject)), unsettled: whole.unsettled };
}

/** Everything, for other tools. Tokens stay out. */
export function writeJson(file: string, { time, api, seed, cohorts, mails, moments }: Rehearsed, { whole, outcomes, violations }: Report, milliseconds: number): void {
  const centres = cohorts.flatMap(({ world: { scheme }, cast }) => cast.centres.map(({ no, name, pole, traits }) => ({ scheme: scheme.code, no, name, pole, traits })));
  const routes = [...api.spent].map(([route, spent]) => ({ route, ...spent }));
  const everything = {
    seed, end: time.end, outcomes, violations, centres, refusals: time.refusals, mails,
    subjects: whole.subjects.map(({ row, entries }) => ({ id: row.id, kind: row.kind, status: row.status, pole: row.poleId, data: row.data, deadlines: row.deadlines, entries })),
    notifications: whole.notifications.map(({ key, template, state, subject, createdAt, sentAt }) => ({ key, template, state, subject, createdAt, sentAt })),
    machine: { milliseconds: Math.round(milliseconds), moments, routes },
  };
  writeFileSync(file, JSON.stringify(everything, null, 1));
}

/** The words of a report's last lines. */
export function verdict({ violations, entries }: Report, locale: 'fr' | 'en'): string[] {
  const say = (code: string): string => words[code]?.[locale] ?? code;
  if (violations.length === 0) return [`${say('no-violation')} (${entries} ${say('entries')}).`];
  return [`${say('violations')} : ${violations.length}`, ...violations.map((one) => `  ✗ ${one}`)];
}
