import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { today } from '../people/in-force.js';
import { person } from '../people/people.tables.js';
import { committeeMember } from './committee.tables.js';

/** A seat on a scheme's committee. */
export interface SeatRecord {
  readonly id: string;
  readonly scheme: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly capacity: string;
  readonly themes: string[] | null;
  readonly chair: boolean;
  readonly voting: boolean;
  readonly since: string;
  readonly until: string | null;
}

export type NewSeat = Pick<SeatRecord, 'scheme' | 'capacity' | 'themes' | 'chair' | 'voting'> & { readonly personId: string; readonly addedBy: string };

const record = {
  id: committeeMember.id, scheme: committeeMember.scheme, person: { id: person.id, name: person.name }, capacity: committeeMember.capacity,
  themes: committeeMember.themes, chair: committeeMember.chair, voting: committeeMember.voting, since: committeeMember.since, until: committeeMember.until,
};

/** The seats that count today, the chair first, then by name. */
export async function seatsOf(db: Database, scheme?: string): Promise<SeatRecord[]> {
  return db.select(record).from(committeeMember).innerJoin(person, eq(person.id, committeeMember.personId))
    .where(and(scheme === undefined ? undefined : eq(committeeMember.scheme, scheme), sql`${committeeMember.since} <= ${today}`, or(isNull(committeeMember.until), sql`${committeeMember.until} >= ${today}`)))
    .orderBy(asc(committeeMember.scheme), sql`${committeeMember.chair} desc`, asc(person.name), asc(committeeMember.id));
}

export async function findSeat(db: Database, id: string): Promise<SeatRecord | undefined> {
  const [row] = await db.select(record).from(committeeMember).innerJoin(person, eq(person.id, committeeMember.personId)).where(eq(committeeMember.id, id));
  return row;
}

/** A new seat from today; its id. The database refuses a second one of the same person (`committee_member_current`) and a second chair (`committee_chair`). */
export async function addSeat(db: Database, seat: NewSeat): Promise<string> {
  const id = randomUUID();
  await db.insert(committeeMember).values({ ...seat, id, since: today, addedAt: sql`estampille_now()` });
  return id;
}

/** The seat ends yesterday: from today on its holder is no longer called. False when it had ended. */
export async function endSeat(db: Database, id: string): Promise<boolean> {
  const ended = await db.update(committeeMember).set({ until: sql`${today} - 1` }).where(and(eq(committeeMember.id, id), isNull(committeeMember.until))).returning({ id: committeeMember.id });
  return ended.length > 0;
}

/** Names and last known capacities of people, by person. */
export async function capacitiesOf(db: Database, scheme: string, people: readonly string[]): Promise<Record<string, { name: string; capacity: string }>> {
  if (people.length === 0) return {};
  const rows = await db.select({ id: person.id, name: person.name, capacity: committeeMember.capacity }).from(person)
    .leftJoin(committeeMember, and(eq(committeeMember.personId, person.id), eq(committeeMember.scheme, scheme)))
    .where(inArray(person.id, [...people])).orderBy(asc(committeeMember.addedAt));
  return Object.fromEntries(rows.map(({ id, name, capacity }) => [id, { name, capacity: capacity ?? '' }]));
}
