import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { statusForApplicant } from '../../../../libs/domain/src/application/shown-status.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Dossier, PastEntry } from '../act/dossier.service.js';

/** What an applicant is told only with the notification, or never. */
const internal = new Set(['appraisal-received', 'appraisal-lost', 'appraisal-overdue', 'review-overdue']);
const decided = new Set(['decision-proposed', 'decision-signed']);

/**
 * An application as these roles may see it. An applicant learns neither who the experts are nor what they wrote, and nothing of
 * a decision before its notification. Nobody sees totals before all appraisals are in.
 */
export function viewFor(dossier: Dossier, roles: readonly Role[]): Dossier {
  return worksOnFiles(roles) ? sealed(dossier) : forApplicant(dossier);
}

/** Whether one of these roles is staff’s or the committee’s. */
export function worksOnFiles(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'applicant' && role !== 'expert');
}

function sealed(dossier: Dossier): Dossier {
  if (dossier.status !== 'under_appraisal' && !neverComplete(dossier)) return dossier;
  const data = dossier.data as unknown as ApplicationData;
  return {
    ...dossier,
    data: { ...dossier.data, appraisals: data.appraisals.map((a) => ({ ...a, total: null })) } as unknown as Dossier['data'],
    timeline: { ...dossier.timeline, past: dossier.timeline.past.map((e) => (e.type === 'appraisal-received' ? { ...e, facts: { n: e.facts['n'] ?? null } } : e)) },
  };
}

/** A file that was withdrawn while experts were writing: what some wrote stays sealed. */
function neverComplete({ status, timeline }: Dossier): boolean {
  return status === 'withdrawn' && !timeline.past.some((e) => e.type === 'appraisals-complete');
}

function forApplicant(dossier: Dossier): Dossier {
  const data = dossier.data as unknown as ApplicationData;
  const notified = data.notifiedOn !== null;
  const { appraisals: _appraisals, proposed: _proposed, decision, ...rest } = data;
  const past = dossier.timeline.past.filter((e) => shown(e, notified)).map(withoutNames);
  return {
    ...dossier,
    status: statusForApplicant(dossier.status),
    // The moment of a proposal or of a signature would tell that there is one.
    changedAt: past.at(-1)?.at ?? dossier.openedAt,
    data: { ...rest, decision: notified ? decision : null } as unknown as Dossier['data'],
    timeline: { past, ahead: dossier.timeline.ahead },
  };
}

function shown({ type }: PastEntry, notified: boolean): boolean {
  return !internal.has(type) && (notified ? type !== 'decision-proposed' : !decided.has(type));
}

function withoutNames(entry: PastEntry): PastEntry {
  return entry.type === 'panel-staffed' ? { ...entry, facts: {} } : entry;
}
