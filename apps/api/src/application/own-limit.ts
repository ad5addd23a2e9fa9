import { closesOnFor } from '../../../../libs/domain/src/call/extension.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { RenewalData } from '../../../../libs/domain/src/renewal/renewal.data.js';
import type { CallRecord } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
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

/** Until when the renewal of a label is filed without a call. */
export interface RenewalLimit extends OwnLimit {
  /** Kind of the renewal's deadline that says so. */
  readonly kind: 'lapse' | 'restoration-limit';
  /** The last day on which a file is taken, restoration included. */
  readonly last: CivilDate;
  /** The label ended before its day: there is nothing to renew. */
  readonly moot: boolean;
}

/** As the label's end stands now: an extension moves it. @param label subject id */
export async function renewalLimit(db: Database, label: string): Promise<RenewalLimit> {
  const row = await subjectById(db, `renewal/${keyOf(label)}`);
  const { endsOn, restorableUntil } = { endsOn: '', restorableUntil: null, ...(row?.data as Partial<RenewalData> | undefined) };
  const last = restorableUntil ?? endsOn;
  const restoring = row?.status === 'restorable';
  return { on: restoring ? last : endsOn, last, kind: restoring ? 'restoration-limit' : 'lapse', open: restoring || row?.status === 'window_open', moot: row?.status === 'moot' };
}
