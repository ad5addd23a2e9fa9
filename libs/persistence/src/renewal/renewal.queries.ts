import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { memberOf } from '../people/member-of.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

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

export interface RenewalFilter {
  /** Only of the poles to which this person belongs today. */
  readonly memberId?: string | undefined;
  readonly poleId?: string | undefined;
  readonly status?: string | undefined;
  /** Labels that end on or before this day. */
  readonly endsBy?: CivilDate | undefined;
  /** [last day, id] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const fact = <T = string>(name: string): SQL<T> => sql<T>`${subject.data}->>${sql.raw(`'${name}'`)}`;
const endsOn = fact<CivilDate>('endsOn');

/** Renewals by the last day of their labels. */
export async function listRenewals(db: Database, filter: RenewalFilter): Promise<RenewalRecord[]> {
  const { memberId, poleId, status, endsBy, after, limit } = filter;
  const conditions: SQL[] = [eq(subject.kind, 'renewal')];
  if (memberId) conditions.push(memberOf(subject.poleId, memberId));
  if (poleId) conditions.push(eq(subject.poleId, poleId));
  if (status) conditions.push(eq(subject.status, status));
  if (endsBy) conditions.push(lte(endsOn, endsBy));
  if (after) conditions.push(sql`(${endsOn}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({
    id: subject.id, status: subject.status, label: sql<string>`${subject.parentId}`, call: subject.callId, pole: { id: pole.id, name: pole.name },
    endsOn, mode: fact<string>('mode'), application: fact<string | null>('application'), successor: fact<string | null>('successor'),
  }).from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(endsOn), asc(subject.id)).limit(limit);
}
