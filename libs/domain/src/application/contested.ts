import type { CivilDate } from '../calendar/types.js';
import { type Deadline, dueOf } from '../procedure/deadline.js';
import type { ApplicationData, Contested, LodgedAppeal } from './application.data.js';
import { undecided } from './application.status.js';

/** A decision that may be contested before the authority: since when it stands, and until when. */
export interface Contestable {
  readonly against: Contested;
  readonly on: CivilDate;
  /** Null while no time runs: the reasons that were asked for have not come. */
  readonly limitOn: CivilDate | null;
}

/** What the applicant of a file may contest as it stands, in time or not; nothing when there is no rejection. */
export function contestedIn(file: { readonly status: string; readonly data: ApplicationData; readonly deadlines: readonly Deadline[] }): Contestable | undefined {
  const { status, data, deadlines } = file;
  const limit = (kind: string) => dueOf(deadlines, kind)?.on ?? null;
  if (status === 'refused') return { against: 'refusal', on: data.notifiedOn ?? '', limitOn: limit('appeal-limit') };
  if (status === 'inadmissible') return { against: 'inadmissibility', on: data.inadmissible?.on ?? '', limitOn: limit('appeal-limit') };
  if ((undecided as readonly string[]).includes(status) && data.silence.elapsedOn !== null) {
    return { against: 'implied-rejection', on: data.silence.elapsedOn, limitOn: limit('silence-appeal-limit') };
  }
  return undefined;
}

/** The appeal that this decision has met already; one that was withdrawn or lost its object leaves the way free. */
export function appealAgainst({ against, on }: Contestable, appeals: readonly LodgedAppeal[]): LodgedAppeal | undefined {
  return appeals.find((one) => one.against === against && one.lodgedOn >= on && one.outcome !== 'cancelled' && one.outcome !== 'upheld');
}
