import { closesOnFor } from '../../../../libs/domain/src/call/extension.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { CallRecord } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';

/** Until when a pole may submit under a call, and whether it may today: a limit of its own may lie after the call's closing. */
export interface OwnLimit {
  readonly on: CivilDate;
  readonly open: boolean;
}

export async function ownLimit(db: Database, call: CallRecord, pole: string): Promise<OwnLimit> {
  const on = closesOnFor(call.data, pole);
  if (call.status !== 'closed' || on <= call.data.closesOn) return { on, open: call.status === 'open' };
  const { zone } = await schemeById(db, call.schemeId);
  return { on, open: civilDateOf(await clockNow(db), zone) <= on };
}
