import { and, asc, eq, inArray, not, notInArray, sql } from 'drizzle-orm';
import { applicationDraft } from '../application/application.tables.js';
import type { Database } from '../database.js';
import type { Recipient } from '../people/people.queries.js';
import { today } from '../people/in-force.js';
import { person } from '../people/people.tables.js';

/** The people of these ids, with their language; the address is read again when the mail is sent. */
export async function personRecipients(tx: Database, ids: readonly string[]): Promise<Recipient[]> {
  return tx.select({ personId: person.id, email: person.email, locale: person.locale, name: person.name })
    .from(person).where(inArray(person.id, [...ids])).orderBy(asc(person.id));
}

/**
 * The case officer of a subject, or the deputy on a day when the officer is absent; those of what it hangs on when it has none
 * itself (an appraisal's are its application's). Empty until somebody is named, and then the whole secretariat is told.
 */
export async function officersOf(tx: Database, subjectId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ officer: string | null; deputy: string | null; absent: boolean }>(sql`
    with recursive line as (
      select s.id, s.parent_id, s.officer_id, s.deputy_id, 1 as depth from subject s where s.id = ${subjectId}
      union all
      select s.id, s.parent_id, s.officer_id, s.deputy_id, line.depth + 1 from line join subject s on s.id = line.parent_id where line.depth < 5)
    select officer_id as officer, deputy_id as deputy, exists (
      select 1 from absence a where a.person_id = officer_id
        and ${today} between a.from_date and a.to_date) as absent
    from line where officer_id is not null or deputy_id is not null order by depth limit 1`);
  const [own] = rows;
  if (!own) return [];
  const told = own.officer === null || (own.absent && own.deputy !== null) ? own.deputy : own.officer;
  return told === null ? [] : [told];
}

/** The unfinished drafts under a call (its subject id), each with its pole; of one pole alone, or of all but some. */
export async function unfinishedDrafts(tx: Database, { draftsOf: call, of: pole, except = [] }: { draftsOf: string; of?: string; except?: readonly string[] }): Promise<{ id: string; pole: string }[]> {
  return tx.select({ id: applicationDraft.id, pole: applicationDraft.poleId }).from(applicationDraft)
    .where(and(eq(applicationDraft.callId, call), pole === undefined ? undefined : eq(applicationDraft.poleId, pole), except.length > 0 ? notInArray(applicationDraft.poleId, [...except]) : undefined, not(applicationDraft.superseded),
      sql`not exists (select 1 from subject s where s.id = 'application/' || ${applicationDraft.id})`))
    .orderBy(asc(applicationDraft.id));
}

/** The poles whose label comes to its end, or may be restored, with no file yet, and is renewed under the calls of this one's scheme. @param call subject id */
export async function polesToRenewUnder(tx: Database, call: string): Promise<string[]> {
  const { rows } = await tx.execute<{ pole: string }>(sql`
    select distinct r.pole_id as pole from subject r join scheme_version v on v.id = r.scheme_id
    where r.kind = 'renewal' and r.status in ('window_open', 'restorable') and r.data->>'mode' = 'by-call' and r.pole_id is not null
      and v.code = (select c.code from subject s join scheme_version c on c.id = s.scheme_id where s.id = ${call}) order by 1`);
  return rows.map(({ pole }) => pole);
}
