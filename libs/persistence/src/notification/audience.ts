import type { Audience } from '../../../domain/src/procedure/decision.js';
import type { Database } from '../database.js';
import { PeopleQueries } from '../people/people.queries.js';
import { officersOf, personRecipients, polesWithDraftsOf } from './audience.queries.js';

/** Somebody to write to: a person, or a pole's shared mailbox when `personId` is absent. */
export interface Recipient {
  readonly personId?: string | undefined;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

/**
 * Who an audience is, now. Significant notices reach the legal representative, the administrators and the shared mailbox;
 * ordinary ones its people, and the mailbox only when there is nobody else.
 */
export async function recipientsOfAudience(tx: Database, audience: Audience): Promise<Recipient[]> {
  const people = new PeopleQueries(tx);
  if ('pole' in audience) return poleRecipients(people, audience.pole, audience.significant ?? false);
  if ('person' in audience) return personRecipients(tx, [audience.person]);
  if ('role' in audience) return people.peopleWithRole(audience.role);
  if ('officerOf' in audience) {
    const officers = await officersOf(tx, audience.officerOf);
    return officers.length > 0 ? personRecipients(tx, officers) : people.peopleWithRole('secretariat');
  }
  const poles = await polesWithDraftsOf(tx, audience.draftsOf);
  return (await Promise.all(poles.map((pole) => poleRecipients(people, pole, false)))).flat();
}

async function poleRecipients(people: PeopleQueries, pole: string, significant: boolean): Promise<Recipient[]> {
  const all: Recipient[] = await people.recipientsOf(pole);
  const persons = all.filter((r) => r.personId);
  return significant || persons.length === 0 ? all : persons;
}
