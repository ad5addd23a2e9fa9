import type { Act } from '../../domain/src/procedure/act.js';
import { rowsFor } from '../../domain/src/procedure/decide.js';
import { procedures } from '../../domain/src/procedures.js';
import type { SubjectRow } from '../../persistence/src/procedure/standing.queries.js';

/**
 * Whether a subject that has ended takes this act all the same, by its table: a signature that was posted in time, an appeal.
 * Its procedure then begins again from its journal, with the act; any other act finds it over.
 */
export function takesAfterEnd({ kind, status }: SubjectRow, act: Pick<Act, 'name' | 'by'>): boolean {
  return rowsFor(procedures[kind], status, act).length > 0;
}
