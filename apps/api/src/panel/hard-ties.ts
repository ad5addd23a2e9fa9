import { type Conflict, type ConflictCode, tiesOf } from '../../../../libs/domain/src/appraisal/ties.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { Problem } from '../http/problem.js';
import { coolingOffOf, type StaffingReader } from './staffing.reader.js';

/** Ties outside the call itself: the others are refused by the procedure, or as `expert-of-pole`. */
const hardTies: readonly ConflictCode[] = ['carrier', 'partner', 'interest'];

/**
 * Who works for the carrier or a partner, or has declared an interest, is no more named by hand than suggested.
 * @param file call and application, as subject ids; an application that is not there ties nobody
 * @throws Problem 409 `expert-tied`, with the ties of each
 */
export async function refuseTied(pool: StaffingReader, file: { readonly call: string; readonly application: string }, experts: readonly string[], scheme: Scheme): Promise<void> {
  const { files: [found] } = await pool.read(file.call, { application: file.application });
  const tied = (found?.candidates ?? []).filter(({ id }) => experts.includes(id)).flatMap((one): { expert: string; conflicts: Conflict[] }[] => {
    const conflicts = found ? tiesOf(found.file, one, coolingOffOf(scheme)).conflicts.filter(({ code }) => hardTies.includes(code)) : [];
    return conflicts.length > 0 ? [{ expert: one.id, conflicts }] : [];
  });
  if (tied.length > 0) throw new Problem(409, 'expert-tied', { why: [...new Set(tied.flatMap(({ conflicts }) => conflicts.map(({ code }) => code)))].join(', ') }, undefined, { tied });
}
