import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import type { AppraisalData } from './appraisal.data.js';
import { toOfficer } from './appraisal.notices.js';

type File = Standing<string, AppraisalData>;
type AppraisalTerms = Terms['appraisal'];

/** The time for the visit, from acceptance; nothing where the scheme wants none. */
export function visitDue(on: CivilDate, { visit }: AppraisalTerms): DeadlineSpec[] {
  return visit ? [{ kind: 'visit-due', rule: { from: on, after: visit.within, skipClosedPeriods: true }, marks: reminders(visit.reminders) }] : [];
}

/**
 * The expert has been to see the applicant; the account of the visit is content. Facts {visitedOn?, the day of the act when left out}.
 * Refuses `no-visit` (the scheme wants none), `visited-already`, `date-in-the-future`.
 */
export function recordVisit(file: File, act: Act, { visit }: AppraisalTerms): Verdict {
  if (!visit) return refuse('no-visit');
  if (file.data.visitedOn) return refuse('visited-already', { on: file.data.visitedOn });
  const visitedOn = optionalText(act.facts, 'visitedOn') ?? act.on;
  if (visitedOn > act.on) return refuse('date-in-the-future', { to: visitedOn });
  return { entries: [{ ...entry('visited', act, { visitedOn }), disarm: ['visit-due'] }] };
}

/** The visit is late: the case officer is told. */
export function visitOverdue(file: File, act: Act): Verdict {
  return { entries: [entry('visit-overdue', act)], notices: [toOfficer(file, 'appraisal.visit-overdue', `visit-overdue/${act.on}`, { facts: { dueOn: act.on }, whileStatus: ['accepted'] })] };
}

/** Nothing is scored before the visit. Refuses `visit-missing`. */
export function owesVisit({ data }: File, { visit }: AppraisalTerms): Refusal | undefined {
  return visit && !data.visitedOn ? refuse('visit-missing') : undefined;
}
