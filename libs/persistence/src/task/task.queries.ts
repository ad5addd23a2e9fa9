import { sql, type SQL } from 'drizzle-orm';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Role } from '../../../domain/src/procedure/role.js';
import type { SubjectKind } from '../../../domain/src/procedure/subject.js';
import type { Ask } from '../../../domain/src/task/asks.js';
import { hasNoPart } from '../committee/recusal.queries.js';
import type { Database } from '../database.js';
import { inForce, today } from '../people/in-force.js';
import { mandate, poleMember } from '../people/people.tables.js';

/** One subject that asks something of a person in one role. */
export interface TaskRecord {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly status: string;
  readonly role: Role;
  /** Empty when the act is taken elsewhere. */
  readonly acts: readonly string[];
  readonly pole: { readonly id: string; readonly name: string } | null;
  readonly call: string | null;
  /** The first date by which the person must act; null without one. */
  readonly dueOn: CivilDate | null;
  /** Kind of that deadline. */
  readonly deadline: string | null;
  readonly overdue: boolean;
}

export interface TaskFilter {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** Staff: also files of which others are the officers. */
  readonly everybodys: boolean;
  /** [date or 'none', subject, role] of the last one shown. */
  readonly after?: readonly string[] | undefined;
  readonly limit: number;
}

/** Sorts behind every date. */
export const noDate = '9999-12-31';

/**
 * A person's tasks, the most urgent first: subjects whose status asks an act of a role that the person has there, as the
 * procedures' tables say (`asks`), with the first of their deadlines, and unfinished drafts. An applicant's are those of the poles, an expert's the
 * own appraisals, the staff's those of files whose officer they are (a deputy while the officer is absent) or that have none.
 */
export async function tasksOf(db: Database, asks: readonly Ask[], { personId, roles, everybodys, after, limit }: TaskFilter): Promise<TaskRecord[]> {
  const own = asks.filter((ask) => roles.includes(ask.role));
  if (own.length === 0) return [];
  const { rows } = await db.execute<TaskRow>(sql`
    with ask as (
      select * from jsonb_to_recordset(${JSON.stringify(own.map(flat))}::jsonb) as a(
        kind text, status text, role text, act text, deadlines jsonb, unless text, "when" text, few_of text, few_than text,
        after_kind text, after_statuses jsonb, committer boolean)),
    task as (
      select s.id as subject, s.kind, s.status, s.pole_id, s.call_id, a.role,
        coalesce(jsonb_agg(a.act order by a.act) filter (where a.act is not null), '[]') as acts, jsonb_path_query_array(jsonb_agg(a.deadlines), '$[*][*]') as deadlines
      from ask a
      join subject s on s.kind = a.kind and s.status = a.status and not s.ended
      join scheme_version v on v.id = s.scheme_id
      where ${isTheirs(personId, everybodys)}
        and (a.unless is null or not jsonb_path_exists(s.data, a.unless::jsonpath, jsonb_build_object('me', ${personId}::text)))
        and (a."when" is null or jsonb_path_exists(s.data, a."when"::jsonpath, jsonb_build_object('me', ${personId}::text)))
        and (a.few_of is null or jsonb_array_length(jsonb_path_query_array(s.data, a.few_of::jsonpath)) < (jsonb_path_query_first(v.data, a.few_than::jsonpath))::int)
        and (a.after_kind is null or not exists (select 1 from subject o where o.call_id = s.id and o.kind = a.after_kind and a.after_statuses ? o.status))
        and (a.committer is null or ${isCommitter(personId, sql`s.pole_id`)})
        and not (s.kind = 'renewal' and ${isBegun})
      group by s.id, a.role),
    dated(subject, kind, status, pole_id, call_id, role, acts, on_date, deadline, urgency) as (
      ${unfinishedDrafts(personId)}
      union all
      select t.subject, t.kind, t.status, t.pole_id, t.call_id, t.role, t.acts, d.on_date, d.kind as deadline, coalesce(d.on_date, ${noDate}::date) as urgency
      from task t left join lateral (
        select d.on_date, d.kind from deadline d
        where d.subject_id = t.subject and d.mark = '' and d.state in ('armed', 'passed') and t.deadlines ? d.kind
        order by d.on_date, d.kind limit 1) d on true)
    select t.subject, t.kind, t.status, t.role, t.acts, t.call_id as call, t.deadline, t.on_date::text as due_on,
      coalesce(t.on_date < ${today}, false) as overdue, p.id as pole_id, p.name as pole_name
    from dated t left join pole p on p.id = t.pole_id
    where ${after ? sql`(t.urgency, t.subject, t.role) > (${after[0]}::date, ${after[1]}, ${after[2]})` : sql`true`}
    order by t.urgency, t.subject, t.role limit ${limit}`);
  return rows.map(({ due_on, pole_id, pole_name, ...row }) => ({ ...row, dueOn: due_on, pole: pole_id === null ? null : { id: pole_id, name: pole_name ?? '' } }));
}

interface TaskRow extends Record<string, unknown>, Omit<TaskRecord, 'dueOn' | 'pole'> {
  readonly due_on: CivilDate | null;
  readonly pole_id: string | null;
  readonly pole_name: string | null;
}

function flat({ fewer, after, ...ask }: Ask) {
  return { ...ask, ...(fewer ? { few_of: fewer.of, few_than: fewer.than } : {}), ...(after ? { after_kind: after.kind, after_statuses: after.statuses } : {}) };
}

const notSubmitted = sql`not exists (select 1 from subject a where a.id = 'application/' || f.id)`;

/** The renewal's application is being written: its own draft asks for the rest. */
const isBegun = sql`exists (select 1 from application_draft f where f.renews = s.parent_id and f.closes_on is not null and not f.superseded and ${notSubmitted})`;

/**
 * A draft is rows only, not yet a subject: it asks for its submission while its call is open, by the call's last day; for a
 * renewal on its own, by the last day of the label.
 */
function unfinishedDrafts(personId: string): SQL {
  return sql`select 'application/' || f.id, 'application', a.status, f.pole_id, f.call_id, a.role, jsonb_build_array(a.act), d.on_date, d.kind, d.on_date
    from ask a join application_draft f on not f.superseded
    join deadline d on d.mark = '' and d.state = 'armed' and d.subject_id = case when f.closes_on is null then f.call_id else replace(f.renews, 'award/', 'renewal/') end
      and d.kind = any(case when f.closes_on is null then array['closing'] else array['lapse', 'restoration-limit'] end)
    where a.kind = 'application' and a.status = 'draft' and a.role = 'applicant' and ${isMember(personId, sql`f.pole_id`)}
      and (f.closes_on is not null or exists (select 1 from subject c where c.id = f.call_id and c.status = 'open')) and ${notSubmitted}`;
}

export function isMember(personId: string, poleId: SQL): SQL {
  return sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${poleId} and ${poleMember.personId} = ${personId} and ${inForce(poleMember, today)})`;
}

/** As PeopleQueries.isCommitter: the confirmed legal representative, or a member with a mandate in force. */
function isCommitter(personId: string, poleId: SQL): SQL {
  return sql`exists (select 1 from ${poleMember} where ${poleMember.poleId} = ${poleId} and ${poleMember.personId} = ${personId} and not ${poleMember.toConfirm} and ${inForce(poleMember, today)}
    and (${poleMember.role} = 'legal_representative' or exists (select 1 from ${mandate} where ${mandate.poleId} = ${poleId} and ${mandate.holderId} = ${personId}
      and ${inForce({ since: mandate.dated, until: mandate.until, endedAt: mandate.endedAt }, today)})))`;
}

function isTheirs(personId: string, everybodys: boolean): SQL {
  return sql`case a.role when 'applicant' then s.kind <> 'appraisal' and ${isMember(personId, sql`s.pole_id`)}
    when 'expert' then s.assignee_id = ${personId}
    when 'committee' then s.kind <> 'application' or not ${hasNoPart(personId, sql`s.id`)}
    when 'secretariat' then ${everybodys ? sql`true` : isOfficer(personId)}
    else true end`;
}

/** Committee and authority act as bodies; of the secretariat, one person answers for a file. */
export function isOfficer(personId: string): SQL {
  return sql`(s.officer_id is null or s.officer_id = ${personId} or (s.deputy_id = ${personId} and exists (
    select 1 from absence x where x.person_id = s.officer_id and ${today} between x.from_date and x.to_date)))`;
}
