import type { Act } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { daysOf } from './financial.notices.js';
import { periodNumbered } from './monitoring.data.js';
import { toAuthority, toFinancing, toOfficer, toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';

const due = 'late-review-due';

/**
 * The report of a period whose default was recorded comes after all (content). The default stays in the journal. Facts: n, version?.
 * Refuses `report-missing`, `period-not-defaulted`.
 */
export function submitLateReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  if (!act.content) return refuse('report-missing');
  const { n, version } = act.facts;
  const period = periodNumbered(file.data, n);
  const there = period?.lateReport?.state;
  if (period?.outcome !== 'defaulted' || there === 'submitted' || there === 'validated') return refuse('period-not-defaulted', { n: n ?? null });
  return {
    entries: [{
      ...entry('late-report-submitted', act, { n: period.n, ...(typeof version === 'number' ? { version } : {}) }),
      arm: [{ kind: due, rule: { from: act.on, after: terms.review, skipClosedPeriods: true } }],
    }],
    notices: [toOfficer(file, 'monitoring.late-report-submitted', `late-report/${period.n}/submitted/${file.seq + 1}`, { facts: daysOf(period), dates: { dueOn: due } })],
  };
}

/** The secretariat returns it with its reasons (content). Facts: n. Refuses `reasons-missing`, `no-late-report`. */
export function returnLateReport(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const period = awaitingReview(file, act);
  if (!period) return refuse('no-late-report', { n: act.facts['n'] ?? null });
  return {
    entries: [{ ...entry('late-report-returned', act, { n: period.n }), disarm: reviewed(file, period.n) }],
    notices: [toPole(file, 'monitoring.late-report-returned', `late-report/${period.n}/returned/${file.seq + 1}`, { facts: daysOf(period) })],
  };
}

/**
 * The secretariat accepts it: what waited for the report goes on. The authority hears of it while the label is suspended, which it may lift.
 * Facts: n. Refuses `no-late-report`.
 */
export function validateLateReport(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const period = awaitingReview(file, act);
  if (!period) return refuse('no-late-report', { n: act.facts['n'] ?? null });
  const key = `late-report/${period.n}/validated`;
  const facts = daysOf(period);
  return {
    entries: [{ ...entry('late-report-validated', act, { n: period.n }), disarm: reviewed(file, period.n) }],
    notices: [
      toPole(file, 'monitoring.late-report-validated', key, { facts }),
      ...(file.data.suspendedOn === null ? [] : [toAuthority(file, 'monitoring.late-report-while-suspended', key, { facts })]),
    ],
    messages: toFinancing(file, terms, 'reportValidated', { n: period.n }),
  };
}

/** The secretariat is late with its review of a report that came late. */
export function lateReviewOverdue(file: File, act: Act): Verdict {
  return {
    entries: [{ type: 'late-review-overdue', facts: {} }],
    notices: [toOfficer(file, 'monitoring.review-overdue', `late-review-overdue/${act.on}`, { facts: { dueOn: act.on } })],
  };
}

/** The review's date ends with the last late report under review. */
function reviewed(file: File, n: number): string[] {
  const others = file.data.periods.some((period) => period.n !== n && period.lateReport?.state === 'submitted');
  return others || !dueOf(file.deadlines, due) ? [] : [due];
}

function awaitingReview(file: File, act: Act): ReturnType<typeof periodNumbered> {
  const period = periodNumbered(file.data, act.facts['n']);
  return period?.lateReport?.state === 'submitted' ? period : undefined;
}
