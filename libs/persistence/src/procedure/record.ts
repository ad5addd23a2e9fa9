import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { CivilDate, Instant } from '../../../domain/src/calendar/types.js';
import { armDeadline } from '../../../domain/src/procedure/arm.js';
import { type Deadline, deadlineId, isArmed } from '../../../domain/src/procedure/deadline.js';
import type { DraftEntry, Message, Notice } from '../../../domain/src/procedure/decision.js';
import { type Entry, momentOf } from '../../../domain/src/procedure/entry.js';
import { apply, blank } from '../../../domain/src/procedure/fold.js';
import { datedFacts } from '../../../domain/src/procedure/notice-dates.js';
import type { Standing } from '../../../domain/src/procedure/procedure.js';
import type { DoneOutcome, RecordAnswer, RecordRequest } from '../../../domain/src/procedure/record.js';
import { kindOf } from '../../../domain/src/procedure/subject.js';
import { procedures } from '../../../domain/src/procedures.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import { releaseDecisions } from '../batch/batch.commands.js';
import type { Database } from '../database.js';
import { enqueueNotices, hushNotices } from '../notification/enqueue.js';
import { calendarOf } from '../scheme/scheme.queries.js';
import { surveyTally } from '../survey/survey.tally.js';
import { clockNow } from './clock.queries.js';
import { earlierOutcome, originOf, settle, type Origin } from './origin.js';
import { chainHash, entriesAfter } from './journal.queries.js';
import { standingOf } from './standing.queries.js';
import { command, counter, deadline, journal, message, subject } from './procedure.tables.js';
import { violatedConstraint } from './violated.js';

type SubjectRow = typeof subject.$inferSelect;

/**
 * The one transaction by which a procedure changes: journal entries, read model, deadlines, notifications, messages and the
 * outcome of the act behind them; all of it or nothing. Asking again for the same act gives the same answer.
 */
export async function record(db: Database, request: RecordRequest): Promise<RecordAnswer> {
  try {
    return await db.transaction((tx) => recordIn(tx, request));
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === undefined) throw error;
    return refuseByDatabase(db, request, constraint);
  }
}

async function recordIn(tx: Database, request: RecordRequest): Promise<RecordAnswer> {
  const row = await lockSubject(tx, request.subject);
  const earlier = await earlierOutcome(tx, request.act.source);
  if (earlier?.is === 'done') return { is: 'recorded', entries: await entriesAfter(tx, request.subject, request.seq), outcome: earlier };
  if (earlier?.is === 'refused') return { is: 'refused', outcome: earlier };
  if (row && row.seq > request.seq) return { is: 'adopted', entries: await entriesAfter(tx, request.subject, request.seq) };
  if ((row?.seq ?? 0) < request.seq) throw new Error(`${request.subject}: the journal ends at ${row?.seq ?? 0}, its workflow is at ${request.seq}: reconcile`);
  if (row && 'deadline' in request.act.source && !(await hasPassed(tx, row, request.act.source.deadline))) return { is: 'not-yet' };
  return write(tx, request, row);
}

async function lockSubject(tx: Database, id: string): Promise<SubjectRow | undefined> {
  const [row] = await tx.select().from(subject).where(eq(subject.id, id)).for('update');
  return row;
}

/**
 * Whether a deadline may be taken: by the Clock it has come (Temporal's machines have clocks of their own), and nothing from before it is
 * still on its way.
 */
async function hasPassed(tx: Database, row: SubjectRow, id: string): Promise<boolean> {
  const due = row.deadlines.find((d) => deadlineId(d) === id);
  if (!due) return true;
  return due.firesAt <= (await clockNow(tx)) && !(await actsPending(tx, row, due));
}

/**
 * Whether an act or a message from before this deadline passed is still on its way. Receiving an act takes the same lock, so none can slip in.
 */
async function actsPending(tx: Database, row: SubjectRow, due: Deadline): Promise<boolean> {
  const firesAt = new Date(due.firesAt);
  const acts = tx.select({ one: sql`1` }).from(command).where(and(eq(command.subjectId, row.id), isNull(command.outcome), lt(command.receivedAt, firesAt)));
  const messages = tx.select({ one: sql`1` }).from(message).where(and(eq(message.receiverId, row.id), isNull(message.outcome), lt(message.at, firesAt)));
  return (await acts.unionAll(messages).limit(1)).length > 0;
}

async function write(tx: Database, request: RecordRequest, row: SubjectRow | undefined): Promise<RecordAnswer> {
  const now = await clockNow(tx);
  const origin = await originOf(tx, request, row?.schemeId);
  const procedure = procedures[kindOf(request.subject)];
  let standing: Standing = row ? standingOf(row) : blank(procedure, request.subject);
  let head = row?.head ?? '';
  const entries: Entry[] = [];
  const rows: (typeof journal.$inferInsert)[] = [];
  const figures = request.decision.entries.some((e) => e.tally) ? await surveyTally(tx, request.subject, origin.scheme.survey) : {};
  for (const draft of request.decision.entries) {
    const entry = await complete(tx, request, draft.tally ? { ...draft, facts: { ...draft.facts, ...figures } } : draft, standing.seq + 1, origin.scheme, now);
    standing = apply(procedure, standing, entry);
    const hash = chainHash(request.subject, entry, head);
    rows.push(journalRow(request, entry, { previousHash: head, hash, recordedAt: new Date(now) }));
    entries.push(entry);
    head = hash;
  }
  await saveSubject(tx, { request, row, standing, head, origin, now });
  if (rows.length > 0) await tx.insert(journal).values(rows);
  await saveDeadlines(tx, standing);
  if (request.decision.hushes) await hushNotices(tx, request.subject);
  const notices = await tallied(tx, await applicable(tx, request.decision.notices ?? [], origin.scheme.code), origin.scheme.code);
  await enqueueNotices(tx, request.subject, notices.map((n) => ({ ...n, facts: { ...(n.tallied ? figures : {}), ...datedFacts(n, standing.deadlines) } })), now);
  if (request.decision.releases) await release(tx, standing, entries.at(-1)?.on ?? request.act.on);
  const messages = (request.decision.messages ?? []).map((m) => (m.tallied ? { ...m, facts: { ...m.facts, ...figures } } : m));
  if (messages.length > 0) await saveMessages(tx, request, messages, origin, now);
  const outcome: DoneOutcome = {
    is: 'done', subject: request.subject, seq: standing.seq, status: standing.status,
    entries: entries.map((e) => e.type), pending: [...new Set(messages.map((m) => m.to))],
  };
  await settle(tx, request.act.source, outcome);
  await tx.execute(sql`select pg_notify('relay', '')`);
  return { is: 'recorded', entries, outcome };
}

async function complete(tx: Database, request: RecordRequest, draft: DraftEntry, seq: number, scheme: Scheme, now: Instant): Promise<Entry> {
  const { act } = request;
  const drawn = draft.draw ? { [draft.draw.as]: `${draft.draw.prefix}${String(await drawNumber(tx, draft.draw)).padStart(4, '0')}` } : {};
  return {
    seq, type: draft.type, ...momentOf(draft, act, scheme.zone), act: act.name, by: act.by, source: act.source,
    facts: { ...draft.facts, ...drawn },
    ...(draft.content ? { content: draft.content } : {}),
    armed: (draft.arm ?? []).flatMap((spec) => armDeadline(spec, calendarOf(scheme), now)),
    disarmed: draft.disarm ?? [],
  };
}

/** The next figure of a series, which its prefix names: after the last one drawn, and after those of the labels that came here with their numbers. */
async function drawNumber(tx: Database, { prefix }: NonNullable<DraftEntry['draw']>): Promise<number> {
  const next = sql`(select coalesce(max(substr(s.data->>'number', ${prefix.length + 1}::int)::int), 0) + 1 from subject s
    where s.kind = 'award' and starts_with(s.data->>'number', ${prefix}) and substr(s.data->>'number', ${prefix.length + 1}::int) ~ '^[0-9]{1,9}$')`;
  const [row] = await tx.insert(counter).values({ name: prefix, value: next })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`greatest(${counter.value} + 1, ${next})` } }).returning({ value: counter.value });
  return row?.value ?? 1;
}

function journalRow(request: RecordRequest, entry: Entry, chain: { previousHash: string; hash: string; recordedAt: Date }): typeof journal.$inferInsert {
  return {
    subjectId: request.subject, seq: entry.seq, type: entry.type, act: entry.act, by: entry.by, source: entry.source, at: new Date(entry.at),
    effectiveOn: entry.on, commandId: 'command' in entry.source ? entry.source.command : null, facts: entry.facts, content: entry.content ?? null,
    armed: entry.armed, disarmed: entry.disarmed, ...chain,
  };
}

interface Saving {
  readonly request: RecordRequest;
  readonly row: SubjectRow | undefined;
  readonly standing: Standing;
  readonly head: string;
  readonly origin: Origin;
  readonly now: Instant;
}

async function saveSubject(tx: Database, { request, row, standing, head, origin, now }: Saving): Promise<void> {
  const procedure = procedures[kindOf(request.subject)];
  const links = procedure.links(standing.data);
  const changing = {
    status: standing.status, seq: standing.seq, data: standing.data as SubjectRow['data'], deadlines: [...standing.deadlines], head, changedAt: new Date(now),
    // A label that came here in mid-life has no call and no application.
    callId: links.call || null, poleId: links.pole || null, parentId: links.parent || null, assigneeId: links.assignee ?? null,
    ended: procedure.ended.includes(standing.status) && !standing.deadlines.some(isArmed),
  };
  if (row) {
    await tx.update(subject).set(changing).where(eq(subject.id, row.id));
  } else {
    await tx.insert(subject).values({ id: request.subject, kind: kindOf(request.subject), schemeId: origin.schemeId, openedAt: new Date(now), ...(await officers(tx, links, standing)), ...changing });
  }
}

/** A file begins with the case officer and deputy of the file that it hangs on, else of its call; a call names its own. */
async function officers(tx: Database, links: { call?: string; parent?: string }, standing: Standing): Promise<{ officerId: string | null; deputyId: string | null }> {
  const own = standing.data as { officer?: string; deputy?: string };
  if (own.officer) return { officerId: own.officer, deputyId: own.deputy ?? null };
  for (const above of [links.parent, links.call]) {
    const [row] = above ? await tx.select({ officerId: subject.officerId, deputyId: subject.deputyId }).from(subject).where(eq(subject.id, above)) : [];
    if (row && (row.officerId ?? row.deputyId) !== null) return row;
  }
  return { officerId: null, deputyId: null };
}

async function saveDeadlines(tx: Database, standing: Standing): Promise<void> {
  await tx.delete(deadline).where(eq(deadline.subjectId, standing.subject));
  if (standing.deadlines.length === 0) return;
  await tx.insert(deadline).values(standing.deadlines.map((d) => ({
    subjectId: standing.subject, kind: d.kind, mark: d.mark, offset: d.offset, state: isArmed(d) ? ('armed' as const) : ('passed' as const),
    on: d.on, zone: d.zone, at: new Date(d.at), firesAt: new Date(d.firesAt),
  })));
}

/** A call's results come out: what is signed under it is notified. */
async function release(tx: Database, { subject: call, data }: Standing, notifiedOn: CivilDate): Promise<void> {
  const { officer } = data as { officer?: string | null };
  if (officer) await releaseDecisions(tx, call, { officer, notifiedOn });
}

/** Some notices depend on whether a call of the scheme is open: nobody is asked to file what cannot be filed. */
async function applicable(tx: Database, notices: readonly Notice[], schemeCode: string): Promise<Notice[]> {
  if (notices.every((n) => !n.condition)) return [...notices];
  const { rows } = await tx.execute(sql`select 1 from subject s join scheme_version v on v.id = s.scheme_id where s.kind = 'call' and s.status = 'open' and v.code = ${schemeCode} limit 1`);
  const now = rows.length > 0 ? 'call-open' : 'no-call-open';
  return notices.filter((n) => !n.condition || n.condition === now);
}

/** Fills in what only the record can count: the labels of the scheme that end on a day, without a file of renewal. */
async function tallied(tx: Database, notices: readonly Notice[], schemeCode: string): Promise<Notice[]> {
  return Promise.all(notices.map(async (notice) => {
    if (!notice.tally) return notice;
    const { as, unrenewedOn } = notice.tally;
    const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from subject s join scheme_version v on v.id = s.scheme_id
      where s.kind = 'renewal' and v.code = ${schemeCode} and s.data->>'endsOn' = ${unrenewedOn} and s.status in ('not_due', 'window_open')`);
    return { ...notice, facts: { ...notice.facts, [as]: rows[0]?.n ?? 0 } };
  }));
}

async function saveMessages(tx: Database, request: RecordRequest, messages: readonly Message[], origin: Origin, now: Instant): Promise<void> {
  await tx.insert(message).values(messages.map((m) => ({
    senderId: request.subject, key: m.key, receiverId: m.to, act: m.act, facts: { ...m.facts, from: request.subject },
    at: new Date(now), effectiveOn: m.on ?? request.act.on, starts: m.start !== undefined, schemeId: origin.schemeId, nextAttemptAt: sql`clock_timestamp()`,
  }))).onConflictDoNothing();
}

async function refuseByDatabase(db: Database, request: RecordRequest, constraint: string): Promise<RecordAnswer> {
  const outcome = { is: 'refused' as const, code: constraint, params: {} };
  await db.transaction((tx) => settle(tx, request.act.source, outcome));
  return { is: 'refused', outcome };
}
