import { asc, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { surveyFirm } from './survey.tables.js';

/** True of a firm `f` whose address takes mail: none of its mails was refused for good, or came back. */
const reachable = sql`not f.undeliverable and not exists (
  select 1 from notification n where n.subject = f.survey_id and n.facts ->> 'firm' = f.id::text and n.mailbox = f.email and (n.bounced_at is not null or n.state = 'failed'))`;

/** Conditions on a firm `f`. */
export const stillAsked = { reachable, all: sql`not f.withheld and not f.unsubscribed and not f.answered and ${reachable}` };

/** The firms of a survey that have not answered and may be asked again, with the address that is written to. */
export async function firmsStillAsked(tx: Database, survey: string): Promise<{ firm: string; email: string; locale: 'fr' | 'en' }[]> {
  return tx.select({ firm: sql<string>`f.id`, email: sql<string>`f.email`, locale: sql<'fr' | 'en'>`f.locale` })
    .from(sql`${surveyFirm} f`).where(sql`f.survey_id = ${survey} and ${stillAsked.all}`).orderBy(asc(sql`f.id`));
}
