import { and, asc, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import { givenUp } from '../../../domain/src/application/application.status.js';
import { appraisalLost, appraisalReading } from '../../../domain/src/appraisal/appraisal.status.js';
import { hasNoPart } from '../committee/recusal.queries.js';
import type { Database } from '../database.js';
import { person, pole, poleCarrier, structure } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { dueOn, narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';

/** An appraisal in a list, with the names that an expert needs to declare a conflict and no more. */
export interface AppraisalRecord {
  readonly id: string;
  readonly status: string;
  readonly application: string;
  readonly call: string | null;
  readonly expert: { readonly id: string; readonly name: string };
  readonly pole: { readonly id: string; readonly name: string };
  readonly structure: { readonly name: string; readonly siren: string } | null;
  /** The next date on which the expert must act, if any. */
  readonly dueOn: string | null;
  readonly openedAt: Date;
}

export interface AppraisalFilter extends Pick<SubjectFilter, 'status' | 'after' | 'limit'> {
  /** Those of this person that were not lost. */
  readonly expertId?: string | undefined;
  /** Subject id. */
  readonly application?: string | undefined;
  /** With `expertId`: also everybody's that are revealed, of applications in these statuses. */
  readonly revealedOf?: readonly string[] | undefined;
}

const record = {
  id: subject.id, status: subject.status, application: sql<string>`${subject.parentId}`, call: subject.callId, openedAt: subject.openedAt,
  expert: { id: person.id, name: person.name },
  pole: { id: pole.id, name: pole.name },
  structure: { name: structure.name, siren: structure.siren },
  dueOn,
};

/** Appraisals in the order of their invitations; `after` is [opening instant, id]. */
export async function listAppraisals(db: Database, filter: AppraisalFilter): Promise<AppraisalRecord[]> {
  const { expertId, application, status, revealedOf = [], after, limit } = filter;
  const conditions = narrowedBy({ status });
  if (expertId) {
    const own = sql`(${and(eq(subject.assigneeId, expertId), notInArray(subject.status, [...appraisalLost]))})`;
    conditions.push(revealedOf.length > 0 ? sql`(${own} or (${isRevealedOf(revealedOf)} and not ${hasNoPart(expertId, sql`${subject.parentId}`)}))` : own);
  }
  if (application) conditions.push(eq(subject.parentId, application));
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return select(db, and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

function isRevealedOf(statuses: readonly string[]): SQL {
  return sql`${subject.status} = 'revealed' and exists (select 1 from subject f where f.id = ${subject.parentId} and f.status in ${[...statuses]})`;
}

/** @param id subject id, `appraisal/<application uuid>/<n>` */
export async function findAppraisal(db: Database, id: string): Promise<AppraisalRecord | undefined> {
  const [row] = await select(db, eq(subject.id, id));
  return row;
}

function select(db: Database, condition: SQL | undefined) {
  return db.select(record).from(subject)
    .innerJoin(person, eq(person.id, subject.assigneeId)).innerJoin(pole, eq(pole.id, subject.poleId))
    .leftJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to))).leftJoin(structure, eq(structure.id, poleCarrier.structureId))
    .where(and(eq(subject.kind, 'appraisal'), condition)).$dynamic();
}

/** Whether this person has written one of an application's appraisals, and all of them are revealed. @param application subject id */
export async function isRevealedTo(db: Database, personId: string, application: string): Promise<boolean> {
  const [row] = await db.select({ one: sql`1` }).from(subject)
    .where(and(eq(subject.kind, 'appraisal'), eq(subject.parentId, application), eq(subject.assigneeId, personId), eq(subject.status, 'revealed'))).limit(1);
  return row !== undefined;
}

/** Whether this person appraises a label at mid-term, free of conflict, or has. @param monitoring subject id */
export async function appraisesLabel(db: Database, personId: string, monitoring: string): Promise<boolean> {
  const [row] = await db.select({ one: sql`1` }).from(subject)
    .where(and(eq(subject.kind, 'appraisal'), eq(subject.parentId, monitoring), eq(subject.assigneeId, personId), inArray(subject.status, [...appraisalReading]))).limit(1);
  return row !== undefined;
}

/**
 * Whether this person, as an expert, may read the answers and attachments of an application now: from the declaration without
 * conflict on, and no longer once recused, declined, replaced, gone or cancelled, or once the application is given up.
 * @param applicationId the application's uuid
 */
export async function expertMayRead(db: Database, personId: string, applicationId: string): Promise<boolean> {
  const [row] = await db.select({ one: sql`1` }).from(subject).where(and(
    eq(subject.kind, 'appraisal'), eq(subject.parentId, `application/${applicationId}`), eq(subject.assigneeId, personId), inArray(subject.status, [...appraisalReading]),
    sql`not exists (select 1 from subject file where file.id = ${`application/${applicationId}`} and file.status in ${[...givenUp]})`,
  )).limit(1);
  return row !== undefined;
}
