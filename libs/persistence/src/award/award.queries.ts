import { and, asc, eq, ilike, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { pole, structure } from '../people/people.tables.js';
import { contains } from '../people/person.queries.js';
import { subject } from '../procedure/procedure.tables.js';
import { fact, narrowedBy, type SubjectFilter } from '../procedure/subject.columns.js';
import { stuckLabel } from './saga.queries.js';

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

const record = {
  id: subject.id, status: subject.status, call: subject.callId, number: fact('number'), startsOn: fact('startsOn'), endsOn: fact('endsOn'),
  signedOn: fact<string | null>('signedOn'), countersignedOn: fact<string | null>('countersignedOn'),
  pole: { id: pole.id, name: pole.name },
  structure: { name: structure.name, siren: structure.siren },
};

/** What labels may be narrowed by beside what every list is. */
export interface LabelFilter extends SubjectFilter {
  /** Code of a theme of the pole. */
  readonly theme?: string | undefined;
  /** Code of the type of the structure that carried the pole. */
  readonly structureType?: string | undefined;
  /** Looked for in the pole's territory. */
  readonly region?: string | undefined;
  /** The case officer. */
  readonly officer?: string | undefined;
  /** Those whose award does not go on by itself. */
  readonly stuck?: boolean | undefined;
}

/** Labels by number, unsigned and lapsed ones included; `after` is [number]. */
export async function listLabels(db: Database, { after, limit, theme, structureType, region, officer, stuck, ...filter }: LabelFilter): Promise<LabelRecord[]> {
  const conditions = narrowedBy(filter);
  if (theme) conditions.push(sql`${theme} = any(${pole.themes})`);
  if (structureType) conditions.push(eq(structure.legalForm, structureType));
  if (region) conditions.push(ilike(pole.territory, contains(region)));
  if (officer) conditions.push(eq(subject.officerId, officer));
  if (stuck) conditions.push(stuckLabel(subject.id));
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
