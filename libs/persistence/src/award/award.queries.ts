import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { inForce, today } from '../people/in-force.js';
import { pole, poleMember, structure } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';

/** A label in a list. Dates are civil days. */
export interface LabelRecord {
  readonly id: string;
  readonly status: string;
  readonly number: string;
  readonly call: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly signedOn: string | null;
  readonly countersignedOn: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly structure: { readonly name: string; readonly siren: string } | null;
}

export interface LabelFilter {
  /** Only labels of the poles to which this person belongs today. */
  readonly memberId?: string | undefined;
  readonly poleId?: string | undefined;
  /** Subject id. */
  readonly call?: string | undefined;
  readonly status?: string | undefined;
  /** [number] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

const fact = <T = string>(name: string) => sql<T>`${subject.data}->>${sql.raw(`'${name}'`)}`;

const record = {
  id: subject.id, status: subject.status, call: subject.callId, number: fact('number'), startsOn: fact('startsOn'), endsOn: fact('endsOn'),
  signedOn: fact<string | null>('signedOn'), countersignedOn: fact<string | null>('countersignedOn'),
  pole: { id: pole.id, name: pole.name },
  structure: { name: structure.name, siren: structure.siren },
};

/** Labels by number, unsigned and lapsed ones included. */
export async function listLabels(db: Database, filter: LabelFilter): Promise<LabelRecord[]> {
  const { memberId, poleId, call, status, after, limit } = filter;
  const conditions: SQL[] = [];
  if (memberId) conditions.push(sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${subject.poleId} and ${poleMember.personId} = ${memberId} and ${inForce(poleMember, today)})`);
  if (poleId) conditions.push(eq(subject.poleId, poleId));
  if (call) conditions.push(eq(subject.callId, call));
  if (status) conditions.push(eq(subject.status, status));
  if (after) conditions.push(sql`${fact('number')} > ${after[0]}`);
  return select(db, and(...conditions)).orderBy(asc(fact('number'))).limit(limit);
}

/** @param id subject id, `award/<uuid>` */
export async function findLabel(db: Database, id: string): Promise<LabelRecord | undefined> {
  const [row] = await select(db, eq(subject.id, id));
  return row;
}

function select(db: Database, condition: SQL | undefined) {
  return db.select(record).from(subject).innerJoin(pole, eq(pole.id, subject.poleId))
    .leftJoin(structure, sql`${structure.id}::text = ${subject.data}->>'structure'`)
    .where(and(eq(subject.kind, 'award'), condition)).$dynamic();
}
