import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { poleRoles, type PoleRole } from '../../../domain/src/procedure/pole-role.js';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';
import type { Database } from '../database.js';
import { inForce, today } from './in-force.js';
import { mandate, person, personRole, pole, poleMember } from './people.tables.js';

/** Somebody (or a mailbox, then without `personId`) to write to. */
export interface Recipient {
  readonly personId?: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
  readonly name: string;
}

/** Reads about people and poles; give it a transaction to read inside one. Civil dates are 'YYYY-MM-DD' in Paris. */
export class PeopleQueries {
  constructor(private readonly db: Database) {}

  /** Those whom significant notices reach: legal representatives, administrators and the shared mailbox of a pole, each once. */
  async recipientsOf(poleId: string): Promise<Recipient[]> {
    const people = await this.peopleOf(poleId, ['legal_representative', 'administrator']);
    const [own] = await this.db.select({ name: pole.name, mailbox: pole.sharedMailbox }).from(pole).where(eq(pole.id, poleId));
    if (!own?.mailbox || people.some((one) => one.email === own.mailbox)) return people;
    return [...people, { email: own.mailbox, locale: 'fr', name: own.name }];
  }

  /** The people of a pole today, each once; `roles`: only those who are one of these to it. */
  async peopleOf(poleId: string, roles: readonly PoleRole[] = poleRoles): Promise<(Recipient & { personId: string })[]> {
    return this.db
      .selectDistinct({ personId: person.id, email: person.email, locale: person.locale, name: person.name })
      .from(poleMember).innerJoin(person, eq(person.id, poleMember.personId))
      .where(and(eq(poleMember.poleId, poleId), inArray(poleMember.role, [...roles]), inForce(poleMember, today)))
      .orderBy(asc(person.email));
  }

  /** Everybody who holds a staff role, by name. */
  async peopleWithRole(role: GrantedRole): Promise<(Recipient & { personId: string })[]> {
    return this.db.select({ personId: person.id, email: person.email, locale: person.locale, name: person.name })
      .from(personRole).innerJoin(person, eq(person.id, personRole.personId))
      .where(eq(personRole.role, role)).orderBy(asc(person.name), asc(person.id));
  }

  /** What a person is to a pole on a civil date (today on the Clock when left out); empty when nothing. */
  async membershipOf(personId: string, poleId: string, onDate?: string): Promise<PoleRole[]> {
    const rows = await this.db.selectDistinct({ role: poleMember.role }).from(poleMember)
      .where(and(eq(poleMember.personId, personId), eq(poleMember.poleId, poleId), inForce(poleMember, onDate ?? today)))
      .orderBy(asc(poleMember.role));
    return rows.map((row) => row.role);
  }

  /** The same without a quality of legal representative that the secretariat has not confirmed: what the person may use. */
  async powersOf(personId: string, poleId: string, onDate?: string): Promise<PoleRole[]> {
    const rows = await this.db.selectDistinct({ role: poleMember.role }).from(poleMember)
      .where(and(eq(poleMember.personId, personId), eq(poleMember.poleId, poleId), eq(poleMember.toConfirm, false), inForce(poleMember, onDate ?? today)))
      .orderBy(asc(poleMember.role));
    return rows.map((row) => row.role);
  }

  /** True when the person may commit the pole on that date: its confirmed legal representative, or a member who holds a mandate in force. */
  async isCommitter(personId: string, poleId: string, onDate?: string): Promise<boolean> {
    const held = await this.powersOf(personId, poleId, onDate);
    if (held.includes('legal_representative')) return true;
    if (held.length === 0) return false;
    const [row] = await this.db.select({ one: sql`1` }).from(mandate)
      .where(and(eq(mandate.holderId, personId), eq(mandate.poleId, poleId),
        inForce({ since: mandate.dated, until: mandate.until, endedAt: mandate.endedAt }, onDate ?? today)))
      .limit(1);
    return row !== undefined;
  }

  /** The poles that a person belongs to today, with what they are there. */
  async polesOf(personId: string): Promise<{ id: string; name: string; roles: PoleRole[] }[]> {
    return this.db.select({ id: pole.id, name: pole.name, roles: sql<PoleRole[]>`array_agg(${poleMember.role} order by ${poleMember.role})` })
      .from(poleMember).innerJoin(pole, eq(pole.id, poleMember.poleId))
      .where(and(eq(poleMember.personId, personId), inForce(poleMember, today)))
      .groupBy(pole.id, pole.name).orderBy(asc(pole.name), asc(pole.id));
  }
}
