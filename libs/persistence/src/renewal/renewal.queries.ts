import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { fact, narrowedBy, type SubjectFilter } from '../procedure/subject.columns.js';

/** The renewal of a label in a list. Ids are subject ids. */
export interface RenewalRecord {
  readonly id: string;
  readonly status: string;
  readonly label: string;
  readonly call: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly endsOn: CivilDate;
  readonly mode: string;
  readonly application: string | null;
  readonly successor: string | null;
}

export interface RenewalFilter extends SubjectFilter {
  /** Labels that end on or before this day. */
  readonly endsBy?: CivilDate | undefined;
}

const endsOn = fact<CivilDate>('endsOn');

/** Renewals by the last day of their labels; `after` is [last day, id]. */
export async function listRenewals(db: Database, { endsBy, after, limit, ...filter }: RenewalFilter): Promise<RenewalRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'renewal'), ...narrowedBy(filter)];
  if (endsBy) conditions.push(lte(endsOn, endsBy));
  if (after) conditions.push(sql`(${endsOn}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({
    id: subject.id, status: subject.status, label: sql<string>`${subject.parentId}`, call: subject.callId, pole: { id: pole.id, name: pole.name },
    endsOn, mode: fact<string>('mode'), application: fact<string | null>('application'), successor: fact<string | null>('successor'),
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(endsOn), asc(subject.id)).limit(limit);
}
