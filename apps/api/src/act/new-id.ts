import { createHash, randomUUID } from 'node:crypto';
import type { Caller } from '../auth/caller.js';

/** A new id; from the caller's Idempotency-Key when there is one, so that the same request names the same record. */
export function newId(caller: Pick<Caller, 'personId'>, key: string | undefined): string {
  if (key === undefined) return randomUUID();
  const hex = createHash('sha256').update(`${caller.personId}/${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
