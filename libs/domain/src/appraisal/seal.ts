import type { Facts } from '../procedure/act.js';

/** Whether this person may see marks, total and comments: the expert always, others once every appraisal of the application is in. */
export function maySeeScores(status: string, expert: string, personId: string): boolean {
  return status === 'revealed' || expert === personId;
}

/** The data of an appraisal without marks and total. */
export function sealData(data: Facts): Facts {
  return { ...data, marks: null, total: null };
}

/** An entry of an appraisal without its scores. */
export function sealEntry<E extends { readonly type: string; readonly facts: Facts }>(entry: E): E {
  return entry.type === 'scores-submitted' ? { ...entry, facts: {} } : entry;
}
