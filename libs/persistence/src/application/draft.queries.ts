import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { confirmedBy } from '../../../domain/src/application/prefill.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { Database } from '../database.js';
import { now } from '../people/in-force.js';
import { person } from '../people/people.tables.js';
import { canonical } from '../procedure/canonical.js';
import { subject } from '../procedure/procedure.tables.js';
import { applicationDraft } from './application.tables.js';

export type DraftRow = typeof applicationDraft.$inferSelect;

export async function findDraft(db: Database, id: string): Promise<(DraftRow & { savedByName: string }) | undefined> {
  const [row] = await db.select({ draft: applicationDraft, name: person.name }).from(applicationDraft)
    .innerJoin(person, eq(person.id, applicationDraft.savedBy)).where(eq(applicationDraft.id, id));
  return row && { ...row.draft, savedByName: row.name };
}

/** Locks a draft for whatever changes it. */
export async function lockDraft(tx: Database, id: string): Promise<DraftRow | undefined> {
  const [row] = await tx.select().from(applicationDraft).where(eq(applicationDraft.id, id)).for('update');
  return row;
}

export type NewDraft = Pick<DraftRow, 'callId' | 'poleId' | 'schemeId' | 'renews' | 'closesOn' | 'answers' | 'carried'> & Partial<Pick<DraftRow, 'enteredBy'>> & { readonly by: string };
export type NewDraftResult = { readonly is: 'created'; readonly id: string } | { readonly is: 'exists'; readonly id: string };

/** Begins a draft; one a pole, call and label that it renews. After a withdrawal, or a renewal found inadmissible or closed without action, another may begin. */
export async function createDraft(db: Database, { by, ...draft }: NewDraft): Promise<NewDraftResult> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`update application_draft d set superseded = true from subject s
      where d.call_id = ${draft.callId} and d.pole_id = ${draft.poleId} and d.renews is not distinct from ${draft.renews} and not d.superseded
        and s.id = 'application/' || d.id and (s.status = 'withdrawn' or (s.status in ('inadmissible', 'closed_without_action') and d.renews is not null))`);
    const [created] = await tx.insert(applicationDraft)
      .values({ id: randomUUID(), ...draft, version: 1, createdAt: now, createdBy: by, savedAt: now, savedBy: by })
      .onConflictDoNothing().returning({ id: applicationDraft.id });
    if (created) return { is: 'created', id: created.id };
    const [there] = await tx.select({ id: applicationDraft.id }).from(applicationDraft)
      .where(and(eq(applicationDraft.callId, draft.callId), eq(applicationDraft.poleId, draft.poleId), eq(applicationDraft.superseded, false),
        sql`${applicationDraft.renews} is not distinct from ${draft.renews}`));
    if (!there) throw new Error('The draft was superseded while it was looked for.');
    return { is: 'exists', id: there.id };
  });
}

export type Saved = { readonly is: 'saved'; readonly version: number } | { readonly is: 'stale' } | { readonly is: 'submitted' };

/** Replaces the answers, if `seen` is still the stored version and nothing was submitted. What was carried over is confirmed by a change, or when it is named. */
export async function saveAnswers(db: Database, { id, answers, seen, by, confirmed }: { id: string; answers: Answers; seen: number; by: string; confirmed: readonly string[] }): Promise<Saved> {
  return db.transaction(async (tx) => {
    const row = await lockDraft(tx, id);
    if (!row || (await isSubmitted(tx, id))) return { is: 'submitted' };
    if (row.version !== seen) return { is: 'stale' };
    const changed = (code: string) => canonical(row.answers[code] ?? null) !== canonical(answers[code] ?? null);
    const version = await touch(tx, id, by, { answers, carried: confirmedBy(row.carried, { confirmed, changed }) });
    return { is: 'saved', version };
  });
}

/** A change to a locked draft: its version counts on. */
export async function touch(tx: Database, id: string, by: string, change: Partial<Pick<DraftRow, 'answers' | 'carried'>> = {}): Promise<number> {
  const [row] = await tx.update(applicationDraft).set({ ...change, version: sql`${applicationDraft.version} + 1`, savedAt: now, savedBy: by })
    .where(eq(applicationDraft.id, id)).returning({ version: applicationDraft.version });
  return row?.version ?? 0;
}

/** The draft that asks to renew this label and was not submitted yet. @param label subject id */
export async function renewalDraft(db: Database, label: string): Promise<string | undefined> {
  const [row] = await db.select({ id: applicationDraft.id }).from(applicationDraft).where(and(
    eq(applicationDraft.renews, label), eq(applicationDraft.superseded, false), sql`not exists (select 1 from ${subject} where ${subject.id} = 'application/' || ${applicationDraft.id})`,
  )).limit(1);
  return row?.id;
}

export async function isSubmitted(db: Database, id: string): Promise<boolean> {
  const [row] = await db.select({ id: subject.id }).from(subject).where(eq(subject.id, `application/${id}`));
  return row !== undefined;
}
