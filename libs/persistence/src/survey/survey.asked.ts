import { asc, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { surveyFirm } from './survey.tables.js';

/** True of a firm `f` of this survey whose address takes mail: none of its mails was refused for good, or came back. Looked up once, not once a firm. */
export function takesMail(survey: string): SQL {
  return sql`(not f.undeliverable and (f.id::text, f.email) not in (
    select n.facts ->> 'firm', n.mailbox from notification n
    where n.subject = ${survey} and n.facts ->> 'firm' is not null and n.mailbox is not null and (n.bounced_at is not null or n.state = 'failed')))`;
}

/** The firms of a survey that have not answered and may be asked again, with the address that is written to. */
export async function firmsStillAsked(tx: Database, survey: string): Promise<{ firm: string; email: string; locale: 'fr' | 'en' }[]> {
  return tx.select({ firm: sql<string>`f.id`, email: sql<string>`f.email`, locale: sql<'fr' | 'en'>`f.locale` })
    .from(sql`${surveyFirm} f`).where(sql`f.survey_id = ${survey} and not f.withheld and not f.unsubscribed and not f.answered and ${takesMail(survey)}`).orderBy(asc(sql`f.id`));
}
