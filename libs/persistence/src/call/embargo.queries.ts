import type { CallData } from '../../../domain/src/call/call.data.js';
import type { CivilDate } from '../../../domain/src/calendar/types.js';
import type { Database } from '../database.js';
import { subjectById } from '../procedure/standing.queries.js';

/** The day until which a call's results are held back; null when nothing is, or when they are published. */
export async function embargoOf(db: Database, callId: string | null): Promise<CivilDate | null> {
  const call = callId === null ? undefined : await subjectById(db, callId);
  return call?.status === 'published' ? null : ((call?.data as unknown as CallData | undefined)?.embargoUntil ?? null);
}
