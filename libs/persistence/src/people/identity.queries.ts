import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import type { GrantedRole } from '../../../domain/src/procedure/granted-role.js';
import type { Database } from '../database.js';
import { calendarAddress } from '../task/calendar.tables.js';
import { inForce, today } from './in-force.js';
import { hashSecret } from './people.commands.js';
import { apiToken, person, personRole, poleMember, session } from './people.tables.js';

/** A person as known from a session or a token. `belongs`: to at least one pole today on the Clock. */
export interface Identity {
  readonly personId: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly roles: GrantedRole[];
  readonly belongs: boolean;
}

const rolesHeld = sql<GrantedRole[]>`coalesce((select array_agg(${personRole.role} order by ${personRole.role}) from ${personRole} where ${personRole.personId} = ${person.id}), '{}')`;
const belongs: SQL<boolean> = sql<boolean>`exists (select 1 from ${poleMember} where ${poleMember.personId} = ${person.id} and ${inForce(poleMember, today)})`;
const identity = { personId: person.id, name: person.name, locale: person.locale, roles: rolesHeld, belongs };

/** Who holds this session secret; undefined when unknown or past its (real) expiry. */
export async function identityOfSession(db: Database, secret: string): Promise<Identity | undefined> {
  const [found] = await db.select(identity).from(session).innerJoin(person, eq(person.id, session.personId))
    .where(and(eq(session.id, hashSecret(secret)), gt(session.expiresAt, new Date())));
  return found;
}

/** Who holds this bearer token; undefined when unknown, revoked or past its (real) expiry. */
export async function identityOfToken(db: Database, token: string): Promise<Identity | undefined> {
  const [found] = await db.select(identity).from(apiToken).innerJoin(person, eq(person.id, apiToken.personId))
    .where(and(eq(apiToken.hash, hashSecret(token)), isNull(apiToken.revokedAt), gt(apiToken.expiresAt, new Date())));
  return found;
}

/** Whose calendar this secret address is; undefined when unknown or revoked. */
export async function identityOfCalendar(db: Database, secret: string): Promise<Identity | undefined> {
  const [found] = await db.select(identity).from(calendarAddress).innerJoin(person, eq(person.id, calendarAddress.personId))
    .where(and(eq(calendarAddress.hash, hashSecret(secret)), isNull(calendarAddress.revokedAt)));
  return found;
}
