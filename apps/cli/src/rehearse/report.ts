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
  readonly outcome: Outcome;
  /** What happened against the rules; empty when all is well. */
  readonly violations: readonly string[];
  /** Journal entries whose chain of hashes was verified. */
  readonly entries: number;
}

/** Reads the database of a rehearsal and holds it against the rules. */
export async function reportOn({ world, mails, db }: Rehearsed): Promise<Report> {
  const [whole, chains] = [await readWhole(db), await verifyJournal(db)];
  const violations = [
    ...chains.faults.map(({ subject, fault }) => `${subject}: ${fault}`),
    ...violationsOf({ whole, mails, scheme: world.scheme, end: world.end, today: world.today }),
  ];
  return { whole, outcome: outcomeOf(whole), violations, entries: chains.entries };
}

/** Everything, for other tools. Tokens stay out. */
export function writeJson(file: string, { world, cast, mails, moments }: Rehearsed, { whole, outcome, violations }: Report, milliseconds: number): void {
  const centres = cast.centres.map(({ no, name, pole, traits }) => ({ no, name, pole, traits }));
  const routes = [...world.api.spent].map(([route, spent]) => ({ route, ...spent }));
  const everything = {
    seed: world.seed, scheme: world.scheme.code, end: world.end, outcome, violations, centres, refusals: world.refusals, mails,
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
