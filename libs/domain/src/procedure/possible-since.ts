import type { CivilDate } from '../calendar/types.js';
import type { Entry } from './entry.js';
import type { Procedure } from './procedure.js';

/**
 * The first day from which an act has been possible without a break: the day of the entry that led to the first of the statuses, back from the
 * present one, which all take it. A phase that time has ended takes it too where the table says `inTime`. Undefined where the present status does not take it.
 * @param entries the subject's whole journal, in its order
 */
export function possibleSince({ transitions, initial }: Pick<Procedure, 'transitions' | 'initial'>, entries: readonly Pick<Entry, 'type' | 'act' | 'on'>[], act: string): CivilDate | undefined {
  let status = initial.status;
  let since: CivilDate | undefined;
  for (const entry of entries) {
    const row = transitions.find((one) => one.act === entry.act && one.entry === entry.type && one.from.includes(status));
    if (!row || row.to === 'same' || row.to === status) continue;
    status = row.to;
    const takes = transitions.some((one) => one.act === act && one.from.includes(row.to as string));
    since = takes ? (since ?? entry.on) : undefined;
  }
  return since;
}
