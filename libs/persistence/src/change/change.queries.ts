import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { standing } from '../../../domain/src/award/award.status.js';
import type { ChangeData } from '../../../domain/src/change/change.data.js';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';
import { pole, poleCarrier, poleMember, structure } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { dueOn, narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';
import { poleChange } from './change.tables.js';

/** A change in a list. */
export interface ChangeRecord {
  readonly id: string;
  readonly status: string;
  readonly pole: { readonly id: string; readonly name: string };
  readonly data: ChangeData;
  readonly dueOn: string | null;
  readonly openedAt: Date;
}

const record = { id: subject.id, status: subject.status, openedAt: subject.openedAt, pole: { id: pole.id, name: pole.name }, data: sql<ChangeData>`${subject.data}`, dueOn };

/** Changes in the order in which they were requested; `after` is [opening instant, id]; `label` a subject id. */
export async function listChanges(db: Database, { after, limit, label, ...filter }: SubjectFilter & { readonly label?: string | undefined }): Promise<ChangeRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'change'), ...narrowedBy(filter)];
  if (label) conditions.push(eq(subject.parentId, label));
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select(record).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

/** Subject ids of the labels of a pole that stand: in force or suspended. */
export async function standingLabels(db: Database, poleId: string): Promise<string[]> {
  const rows = await db.select({ id: subject.id }).from(subject).where(and(eq(subject.kind, 'award'), eq(subject.poleId, poleId), inArray(subject.status, [...standing]))).orderBy(asc(subject.id));
  return rows.map(({ id }) => id);
}

/** First day of the pole's standing label that was the last to begin; undefined while none has begun. Days are those of the Clock. */
export async function lastBeginning(db: Database, poleId: string): Promise<string | undefined> {
  const startsOn = sql<string>`${subject.data} ->> 'startsOn'`;
  const [row] = await db.select({ startsOn: sql<string | null>`max(${startsOn})` }).from(subject)
    .where(and(eq(subject.kind, 'award'), eq(subject.poleId, poleId), inArray(subject.status, [...standing]), sql`${startsOn} <= ${today}::text`));
  return row?.startsOn ?? undefined;
}

/** Person ids of those who represent a pole in law today, confirmed or not. */
export async function representativesOf(db: Database, poleId: string): Promise<string[]> {
  const rows = await db.selectDistinct({ id: poleMember.personId }).from(poleMember).where(and(eq(poleMember.poleId, poleId), eq(poleMember.role, 'legal_representative'), isNull(poleMember.endedAt)));
  return rows.map(({ id }) => id).sort();
}

/** SIREN of the structure that has this RNA number, and the RNA number that is known of the structure with this SIREN. */
export async function rnaHeld(db: Database, siren: string, rna: string): Promise<{ readonly holder: string | undefined; readonly known: string | undefined }> {
  const rows = await db.select({ siren: structure.siren, rna: structure.rna }).from(structure).where(or(eq(structure.siren, siren), eq(structure.rna, rna)));
  return { holder: rows.find((one) => one.rna === rna)?.siren, known: rows.find((one) => one.siren === siren)?.rna ?? undefined };
}

/** Where a pole stands now, for what may change in it. */
export interface PolePlace {
  readonly name: string;
  readonly siret: string;
  /** First day at that place. */
  readonly since: string;
  readonly closedOn: string | null;
}

export async function placeOf(db: Database, poleId: string): Promise<PolePlace | undefined> {
  const [row] = await db.select({ name: pole.name, siret: poleCarrier.siret, since: poleCarrier.from, closedOn: pole.closedOn })
    .from(pole).innerJoin(poleCarrier, and(eq(poleCarrier.poleId, pole.id), isNull(poleCarrier.to))).where(eq(pole.id, poleId));
  return row;
}

/** What a change did to the records; undefined before its effect. */
export async function recordedChange(db: Database, changeId: string): Promise<Pick<typeof poleChange.$inferSelect, 'before' | 'after' | 'effectiveOn'> | undefined> {
  const [row] = await db.select({ before: poleChange.before, after: poleChange.after, effectiveOn: poleChange.effectiveOn }).from(poleChange).where(eq(poleChange.changeId, changeId));
  return row;
}
