import { sql } from 'drizzle-orm';
import type { Facts } from '../../../domain/src/procedure/act.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import type { Database } from '../database.js';
import { takesMail } from './survey.asked.js';

/**
 * The figures of a survey as they stand, for the record that launches or closes it: sent, bounced, unsubscribed, answered, and `mean` of
 * the question on satisfaction in hundredths, left out when fewer have answered than the scheme asks for.
 */
export async function surveyTally(tx: Database, survey: string, terms: Scheme['survey']): Promise<Facts> {
  if (!terms) return {};
  const { rows } = await tx.execute<{ sent: number; bounced: number; unsubscribed: number; answered: number; marked: number; mean: number | null }>(sql`
    select f.*, a.* from
      (select count(*) filter (where not withheld)::int as sent, count(*) filter (where not withheld and not ${takesMail(survey)})::int as bounced,
         count(*) filter (where unsubscribed)::int as unsubscribed from survey_firm f where survey_id = ${survey}) f,
      (select count(*)::int as answered, count(answers -> ${terms.satisfaction}::text)::int as marked,
         round(avg((answers ->> ${terms.satisfaction}::text)::numeric) * 100)::int as mean from survey_answer where survey_id = ${survey}) a`);
  const { sent = 0, bounced = 0, unsubscribed = 0, answered = 0, marked = 0, mean = null } = rows[0] ?? {};
  return { sent, bounced, unsubscribed, answered, ...(mean === null || marked < terms.minimumAnswers ? {} : { mean }) };
}
