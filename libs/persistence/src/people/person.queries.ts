import { and, asc, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';
import type { Database } from '../database.js';
import { absence, person, personRole } from './people.tables.js';

/** A person as staff and the person themselves see them. Dates are civil days. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly roles: GrantedRole[];
  readonly absences: { from: string; to: string }[];
}

// Written out: drizzle leaves table names off the columns of a select from one table, and `id` inside a subquery would be the subquery's own.
const record = {
  id: person.id, name: person.name, email: person.email, locale: person.locale,
  roles: sql<GrantedRole[]>`coalesce((select array_agg(held.role order by held.role) from ${personRole} held where held.person_id = person.id), '{}')`,
  absences: sql<PersonRecord['absences']>`coalesce((select json_agg(json_build_object('from', away.from_date, 'to', away.to_date) order by away.from_date) from ${absence} away where away.person_id = person.id), '[]')`,
};

export async function findPerson(db: Database, id: string): Promise<PersonRecord | undefined> {
  const [found] = await db.select(record).from(person).where(eq(person.id, id));
  return found;
}

/**
 * People by name, then id.
 * @param filter `words` is looked for in name and e-mail; `after` is the [name, id] of the last one shown
 */
export async function listPeople(
  db: Database,
  filter: { words?: string | undefined; email?: string | undefined; role?: GrantedRole | undefined; after?: readonly string[] | undefined; descending?: boolean | undefined; limit: number },
): Promise<PersonRecord[]> {
  const { words, email, role, after, descending = false, limit } = filter;
  const conditions: (SQL | undefined)[] = [];
  if (words) conditions.push(or(ilike(person.name, contains(words)), ilike(person.email, contains(words))));
  if (email) conditions.push(eq(person.email, email));
  if (role) conditions.push(sql`exists (select 1 from ${personRole} held where held.person_id = person.id and held.role = ${role})`);
  if (after) conditions.push(descending
    ? sql`(${person.name}, ${person.id}::text) < (${after[0]}, ${after[1]})`
    : sql`(${person.name}, ${person.id}::text) > (${after[0]}, ${after[1]})`);
  const order = descending ? [desc(person.name), desc(sql`${person.id}::text`)] : [asc(person.name), asc(sql`${person.id}::text`)];
  return db.select(record).from(person).where(and(...conditions)).orderBy(...order).limit(limit);
}

/** A LIKE pattern for text that holds these words, whose own % and _ count as themselves. */
export function contains(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
