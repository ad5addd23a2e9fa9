import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '../database.js';
import { subject } from '../procedure/procedure.tables.js';
import { today } from './in-force.js';
import { person } from './people.tables.js';
import { reassignment } from './reassignment.tables.js';

/** Who gave how many files to whom, and why. */
export interface ReassignmentRecord {
  readonly id: string;
  readonly officer: { readonly id: string; readonly name: string };
  readonly deputyId: string | null;
  readonly reason: string;
  readonly files: number;
  readonly by: string;
  readonly at: Date;
}

/** The last first; `before` is [instant, id] of the last one shown. */
export async function listReassignments(db: Database, { before, limit }: { before?: readonly string[] | undefined; limit: number }): Promise<ReassignmentRecord[]> {
  return db.select({ id: reassignment.id, officer: { id: person.id, name: person.name }, deputyId: reassignment.deputyId, reason: reassignment.reason, files: reassignment.files, by: reassignment.by, at: reassignment.at })
    .from(reassignment).innerJoin(person, eq(person.id, reassignment.officerId))
    .where(before && sql`(${reassignment.at}, ${reassignment.id}) < (${before[0]}::timestamptz, ${before[1]}::uuid)`)
    .orderBy(desc(reassignment.at), desc(reassignment.id)).limit(limit);
}

/** Who answers for a file. */
export interface FileOfficers {
  readonly officer: { readonly id: string; readonly name: string } | null;
  readonly deputy: { readonly id: string; readonly name: string } | null;
  /** The officer is away today: tasks and mails go to the deputy, if there is one. */
  readonly officerAbsent: boolean;
}

export async function officersOfFile(db: Database, subjectId: string): Promise<FileOfficers> {
  const standIn = alias(person, 'stand_in');
  const [row] = await db.select({
    officer: { id: person.id, name: person.name }, deputy: { id: standIn.id, name: standIn.name },
    officerAbsent: sql<boolean>`exists (select 1 from absence a where a.person_id = ${subject.officerId} and ${today} between a.from_date and a.to_date)`,
  }).from(subject).leftJoin(person, eq(person.id, subject.officerId)).leftJoin(standIn, eq(standIn.id, subject.deputyId)).where(eq(subject.id, subjectId));
  return row ?? { officer: null, deputy: null, officerAbsent: false };
}
