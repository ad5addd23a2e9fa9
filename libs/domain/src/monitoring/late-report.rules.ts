import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { daysOf } from './financial.notices.js';
import { periodNumbered } from './monitoring.data.js';
import { toAuthority, toFinancing, toOfficer, toPole } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';

/**
 * The report of a period whose default was recorded comes after all (content). The default stays in the journal. Facts: n, version?.
 * Refuses `report-missing`, `period-not-defaulted`.
 */
export function submitLateReport(file: File, act: Act): Verdict {
  if (!act.content) return refuse('report-missing');
  const { n, version } = act.facts;
  const period = periodNumbered(file.data, n);
  const there = period?.lateReport?.state;
  if (period?.outcome !== 'defaulted' || there === 'submitted' || there === 'validated') return refuse('period-not-defaulted', { n: n ?? null });
  return {
    entries: [entry('late-report-submitted', act, { n: period.n, ...(typeof version === 'number' ? { version } : {}) })],
    notices: [toOfficer(file, 'monitoring.late-report-submitted', `late-report/${period.n}/submitted/${file.seq + 1}`, { facts: daysOf(period) })],
  };
}

/** The secretariat returns it with its reasons (content). Facts: n. Refuses `reasons-missing`, `no-late-report`. */
export function returnLateReport(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const period = awaitingReview(file, act);
  if (!period) return refuse('no-late-report', { n: act.facts['n'] ?? null });
  return {
    entries: [entry('late-report-returned', act, { n: period.n })],
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
    entries: [entry('late-report-validated', act, { n: period.n })],
    notices: [
      toPole(file, 'monitoring.late-report-validated', key, { facts }),
      ...(file.data.suspendedOn === null ? [] : [toAuthority(file, 'monitoring.late-report-while-suspended', key, { facts })]),
    ],
    messages: toFinancing(file, terms, 'reportValidated', { n: period.n }),
  };
}

function awaitingReview(file: File, act: Act): ReturnType<typeof periodNumbered> {
  const period = periodNumbered(file.data, act.facts['n']);
  return period?.lateReport?.state === 'submitted' ? period : undefined;
}
