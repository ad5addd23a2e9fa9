import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database.js';
import { changePerson, type Absence } from '../people/person.commands.js';
import { person } from '../people/people.tables.js';
import type { ExpertRecord } from './expert.queries.js';
import { expertEmployer, expertInterest, expertProfile } from './panel.tables.js';

/** What changes of a profile; what is left out stays, a list replaces the list that stands. */
export interface ProfileChange {
  readonly themes?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly maximumLoad?: number | null | undefined;
  readonly employers?: readonly ExpertRecord['employers'][number][] | undefined;
  readonly interests?: readonly ExpertRecord['interests'][number][] | undefined;
  readonly absences?: readonly Absence[] | undefined;
}

/** Saves a profile, unless somebody else has since `seen`. @returns the version that stands when it is another one, undefined when it was saved */
export async function saveProfile(db: Database, id: string, change: ProfileChange, { by, seen }: { by: string; seen: number | undefined }): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    await tx.select({ id: person.id }).from(person).where(eq(person.id, id)).for('update');
    const [before] = await tx.select().from(expertProfile).where(eq(expertProfile.personId, id));
    const version = before?.version ?? 0;
    if (seen !== undefined && seen !== version) return version;
    const value = {
      themes: [...(change.themes ?? before?.themes ?? [])], regions: [...(change.regions ?? before?.regions ?? [])], languages: [...(change.languages ?? before?.languages ?? [])],
      maximumLoad: change.maximumLoad === undefined ? (before?.maximumLoad ?? null) : change.maximumLoad, version: version + 1, savedAt: sql`estampille_now()`, savedBy: by,
    };
    await tx.insert(expertProfile).values({ personId: id, ...value }).onConflictDoUpdate({ target: expertProfile.personId, set: value });
    await replaceTies(tx, id, change);
    if (change.absences) await changePerson(tx, id, { absences: change.absences });
    return undefined;
  });
}

async function replaceTies(tx: Database, personId: string, { employers, interests }: ProfileChange): Promise<void> {
  if (employers) {
    await tx.delete(expertEmployer).where(eq(expertEmployer.personId, personId));
    if (employers.length > 0) await tx.insert(expertEmployer).values(employers.map((one) => ({ id: randomUUID(), personId, ...one })));
  }
  if (interests) {
    await tx.delete(expertInterest).where(eq(expertInterest.personId, personId));
    if (interests.length > 0) await tx.insert(expertInterest).values(interests.map(({ pole, ...one }) => ({ id: randomUUID(), personId, poleId: pole, ...one })));
  }
}
