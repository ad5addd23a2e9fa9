import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { absencesOf } from '../../../../libs/persistence/src/panel/expert.queries.js';

/** The absences of experts that are not over, by person, as the fact of an act; people without any are left out. */
export async function absenceFacts(db: Database, experts: readonly string[], on: CivilDate): Promise<{ readonly [person: string]: readonly Facts[] }> {
  const found = [...(await absencesOf(db, experts, on))].filter(([, periods]) => periods.length > 0);
  return Object.fromEntries(found.map(([id, periods]) => [id, periods.map(({ from, to }) => ({ from, to }))]));
}
