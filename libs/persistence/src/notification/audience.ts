import type { Audience } from '../../../domain/src/procedure/decision.js';
import type { Database } from '../database.js';
import { PeopleQueries, type Recipient as Addressee } from '../people/people.queries.js';
import { firmsStillAsked } from '../survey/survey.asked.js';
import { officersOf, personRecipients, polesToRenewUnder, unfinishedDrafts } from './audience.queries.js';

/** Somebody to write to, about an unfinished draft when `draft` is its id; a firm that a survey asks when `firm` is its id there. */
export type Recipient = Addressee & { readonly draft?: string; readonly firm?: string };

/**
 * Who an audience is, now. Significant notices reach the legal representative, the administrators and the shared mailbox;
 * ordinary ones all its people, and the mailbox only when there is nobody else.
 */
export async function recipientsOfAudience(tx: Database, audience: Audience): Promise<Recipient[]> {
  const people = new PeopleQueries(tx);
  if ('pole' in audience) return poleRecipients(people, audience.pole, audience.significant ?? false);
  if ('person' in audience) return personRecipients(tx, [audience.person]);
  // An applicant is one by belonging to a pole, so "every applicant" is nobody in particular.
  if ('role' in audience) {
    if (audience.role === 'applicant') return [];
    const { except = [] } = audience;
    return (await people.peopleWithRole(audience.role)).filter(({ personId }) => personId == null || !except.includes(personId));
  }
  if ('officerOf' in audience) {
    const officers = await officersOf(tx, audience.officerOf);
    return officers.length > 0 ? personRecipients(tx, officers) : people.peopleWithRole('secretariat');
  }
  if ('firmsOf' in audience) return (await firmsStillAsked(tx, audience.firmsOf)).map(({ firm, email, locale }) => ({ email, locale, name: '', firm }));
  if ('renewsUnder' in audience) return (await Promise.all((await polesToRenewUnder(tx, audience.renewsUnder)).map((pole) => people.recipientsOf(pole)))).flat();
  const recipients: Recipient[] = [];
  for (const { id, pole } of await unfinishedDrafts(tx, audience)) {
    recipients.push(...(await poleRecipients(people, pole, false)).map((one) => ({ ...one, draft: id })));
  }
  return recipients;
}

async function poleRecipients(people: PeopleQueries, pole: string, significant: boolean): Promise<Addressee[]> {
  const members = significant ? [] : await people.peopleOf(pole);
  return members.length > 0 ? members : people.recipientsOf(pole);
}
