import { resolveDate } from '../calendar/deadline.js';
import { impliedDecisionDate, type Suspension } from '../calendar/silence.js';
import type { CivilCalendar, CivilDate, IsoDuration } from '../calendar/types.js';
import { type Deadline, dueOf, isArmed } from '../procedure/deadline.js';
import type { ApplicationData } from './application.data.js';
import { undecided } from './application.status.js';

/** A file as it stands, for looking ahead. */
interface Standing {
  readonly status: string;
  readonly data: ApplicationData;
  readonly deadlines: readonly Deadline[];
}

/** The implied-decision clock as a region of its own. `stopped`: an express decision, or the file's end, came first. */
export interface SilenceView {
  readonly state: 'running' | 'suspended' | 'elapsed' | 'stopped';
  /** The day at whose end silence counts as a rejection; while the clock is suspended, if the suspension lasts until its limit. */
  readonly impliedOn: CivilDate | null;
  readonly suspensions: readonly Suspension[];
  readonly elapsedOn: CivilDate | null;
  readonly contestUntil: CivilDate | null;
}

const isUndecided = (status: string): boolean => (undecided as readonly string[]).includes(status);
const dateOf = ({ deadlines }: Standing, kind: string): CivilDate | undefined => dueOf(deadlines, kind)?.on;

/** The legal silence of a file. */
export function silenceOf(file: Standing): SilenceView {
  const { receivedOn, silence } = file.data;
  const { since, period, suspensions, elapsedOn, contestUntil = null } = silence;
  const open = isUndecided(file.status);
  const clock = { suspensions: suspensions.map(({ from, to }) => ({ from, to })), elapsedOn };
  if (elapsedOn !== null) return { state: 'elapsed', impliedOn: elapsedOn, ...clock, contestUntil: open ? contestUntil : null };
  if (!open) return { state: 'stopped', impliedOn: null, ...clock, contestUntil: null };
  const armed = file.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '' && isArmed(d));
  const impliedOn = armed?.on ?? impliedDecisionDate({ received: since ?? receivedOn, period, suspensions });
  return { state: armed ? 'running' : 'suspended', impliedOn, ...clock, contestUntil: null };
}

/** How long a scheme plans each phase to last. */
export interface Phases {
  readonly review: IsoDuration;
  readonly appraisal: IsoDuration;
  readonly committee: IsoDuration;
  readonly decision: IsoDuration;
}

/**
 * When an express decision may be expected, as the scheme plans: from where the file stands through the phases that remain, closed periods
 * skipped. A proposal or a signature does not move it: nobody learns from it that there is one. Null once decided.
 * @param committeeSince the day on which the committee took the file; without it, it hasn't
 */
export function expectedDecision(file: Standing, phases: Phases, calendar: CivilCalendar, committeeSince: CivilDate | undefined): CivilDate | null {
  if (!isUndecided(file.status)) return null;
  const { review, appraisal, committee, decision } = phases;
  const through = (from: CivilDate, ...periods: IsoDuration[]): CivilDate => periods.reduce((day, after) => resolveDate({ from: day, after, skipClosedPeriods: true }, calendar), from);
  const { receivedOn } = file.data;
  if (file.status === 'submitted') return through(dateOf(file, 'review-due') ?? through(receivedOn, review), appraisal, committee, decision);
  if (file.status === 'incomplete') return through(dateOf(file, 'pieces-due') ?? receivedOn, review, appraisal, committee, decision);
  if (committeeSince !== undefined) return through(committeeSince, committee, decision);
  return through(dateOf(file, 'appraisal-due') ?? through(receivedOn, review, appraisal), committee, decision);
}
