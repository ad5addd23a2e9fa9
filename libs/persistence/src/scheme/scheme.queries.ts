import { desc, eq } from 'drizzle-orm';
import type { CivilCalendar } from '../../../domain/src/calendar/types.js';
import type { Scheme } from '../../../domain/src/scheme/shape/scheme.js';
import type { Database } from '../database.js';
import { hashOf } from '../procedure/canonical.js';
import { clockNow } from '../procedure/clock.queries.js';
import { schemeVersion } from '../procedure/procedure.tables.js';

/** A version's id: `pole-innovation@3`. */
export function schemeIdOf(scheme: Pick<Scheme, 'code' | 'version'>): string {
  return `${scheme.code}@${scheme.version}`;
}

/** What a scheme says of its authority's days. */
export function calendarOf({ zone, holidays, closedPeriods }: Scheme): CivilCalendar {
  return { zone, holidays, closedPeriods };
}

/** Versions never change, so each is read from the database once a process. */
const known = new Map<string, Scheme>();

/**
 * A loaded scheme version.
 * @throws Error when it isn't loaded: files name only versions that are.
 */
export async function schemeById(db: Database, id: string): Promise<Scheme> {
  const cached = known.get(id);
  if (cached) return cached;
  const [row] = await db.select({ data: schemeVersion.data }).from(schemeVersion).where(eq(schemeVersion.id, id));
  if (!row) throw new Error(`Scheme ${id} is not loaded: put its file into the schemes folder and start again.`);
  known.set(id, row.data);
  return row.data;
}

/** The newest loaded version of each scheme, or of one. */
export async function newestSchemes(db: Database, code?: string): Promise<{ id: string; scheme: Scheme }[]> {
  const rows = await db.select({ id: schemeVersion.id, data: schemeVersion.data }).from(schemeVersion)
    .where(code === undefined ? undefined : eq(schemeVersion.code, code)).orderBy(desc(schemeVersion.loadedAt), desc(schemeVersion.id));
  const newest = new Map<string, { id: string; scheme: Scheme }>();
  for (const { id, data } of rows) {
    const before = newest.get(data.code);
    if (!before || before.scheme.version < data.version) newest.set(data.code, { id, scheme: data });
  }
  return [...newest.values()];
}

export type LoadedScheme = { readonly id: string; readonly is: 'loaded' | 'known' } | { readonly id: string; readonly is: 'changed-without-version' };

/** Stores a scheme version. The same version with other content is refused: running files count on it. */
export async function loadScheme(db: Database, scheme: Scheme): Promise<LoadedScheme> {
  const id = schemeIdOf(scheme);
  const hash = hashOf(scheme);
  const [added] = await db.insert(schemeVersion).values({ id, code: scheme.code, hash, data: scheme, loadedAt: new Date(await clockNow(db)) })
    .onConflictDoNothing().returning({ id: schemeVersion.id });
  if (added) return { id, is: 'loaded' };
  const [row] = await db.select({ hash: schemeVersion.hash }).from(schemeVersion).where(eq(schemeVersion.id, id));
  return row?.hash === hash ? { id, is: 'known' } : { id, is: 'changed-without-version' };
}
