import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { sealed as sealedStatuses } from '../../../../libs/domain/src/application/application.status.js';
import { statusForApplicant } from '../../../../libs/domain/src/application/shown-status.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Dossier, PastEntry } from '../act/dossier.service.js';

/** What an applicant is told only with the notification, or never. */
const internal = new Set([
  'appraisal-received', 'appraisal-lost', 'appraisal-dropped', 'appraisal-resumed', 'appraisal-overdue', 'review-overdue',
  'divergence-found', 'consensus-opened', 'rapporteur-named', 'consensus-recorded', 'consensus-overdue',
]);
/** Deadlines that would tell an applicant of it. */
const internalDeadlines: readonly unknown[] = ['appraisal-due', 'consensus-due'];
const decided = new Set(['decision-proposed', 'decision-signed', 'opinion-given', 'opinions-closed']);
/** Acts that are taken by opening a page: no page offers them. */
const byOpening: ReadonlySet<string> = new Set(['readDecision']);
/** The way of a file through committee and signature. */
const onTheWay = new Set(['put-on-agenda', 'taken-off-agenda', 'deferred-by-committee', 'reserved', 'sent-for-signature', 'decision-deferred']);

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
  if (!(sealedStatuses as readonly string[]).includes(dossier.status) && dossier.timeline.past.some((e) => opening.has(e.type))) return dossier;
  const data = dossier.data as unknown as ApplicationData;
  return {
    ...dossier,
    data: { ...dossier.data, appraisals: data.appraisals.map((a) => ({ ...a, total: null, marks: null })), divergence: null } as unknown as Dossier['data'],
    timeline: { ...dossier.timeline, past: dossier.timeline.past.map(withoutScores) },
  };
}

/** With one of these the appraisals are revealed; a file that ends without them keeps sealed what some experts wrote. */
const opening = new Set(['appraisals-complete', 'consensus-opened', 'reply-opened']);

function withoutScores(entry: PastEntry): PastEntry {
  if (entry.type === 'divergence-found') return { ...entry, facts: {} };
  return entry.type === 'appraisal-received' ? { ...entry, facts: { n: entry.facts['n'] ?? null } } : entry;
}

function forApplicant(dossier: Dossier): Dossier {
  const data = dossier.data as unknown as ApplicationData;
  const notified = data.notifiedOn !== null;
  const { appraisals: _appraisals, proposed: _proposed, divergence: _divergence, result: _result, rapporteur: _rapporteur, consensus: _consensus,
    opinions, agenda: _agenda, reserveRank: _reserveRank, sentForSignatureOn: _sentForSignatureOn, read: _read, conditions, decision, ...rest } = data;
  // What an appeal withdrew had been notified.
  const reopened = dossier.timeline.past.findLastIndex((e) => e.type === 'reopened');
  // Experts named later are a replacement, or a sign that two differ.
  const staffed = dossier.timeline.past.findIndex((e) => e.type === 'panel-staffed');
  // Numbered anew: gaps would count what is hidden.
  const past = dossier.timeline.past.filter((e, i) => shown(e, notified || i < reopened) && (e.type !== 'panel-staffed' || i === staffed)).map((e, i) => ({ ...withoutNames(e), seq: i + 1 }));
  return {
    ...dossier,
    status: statusForApplicant(dossier.status),
    // The moment of a proposal or of a signature would tell that there is one.
    changedAt: past.at(-1)?.at ?? dossier.openedAt,
    allowedActions: dossier.allowedActions.filter((act) => !byOpening.has(act)),
    data: { ...rest, decision: notified ? decision : null, ...(notified && opinions ? { opinions } : {}), ...(notified && conditions.length > 0 ? { conditions } : {}) } as unknown as Dossier['data'],
    timeline: { past, ahead: dossier.timeline.ahead.filter(({ kind, mark, actor }) => !internalDeadlines.includes(kind) && (mark === '' || actor === 'applicant')) },
  };
}

function shown({ type, facts }: PastEntry, notified: boolean): boolean {
  return !internal.has(type) && !onTheWay.has(type) && !internalDeadlines.includes(facts['kind']) && (notified ? type !== 'decision-proposed' : !decided.has(type));
}

/** Without the experts' names, and without their marks: of these the result tells what may be told. */
function withoutNames(entry: PastEntry): PastEntry {
  if (entry.type === 'objection-decided') return { ...entry, facts: { expert: entry.facts['expert'] ?? null, accepted: entry.facts['accepted'] ?? null } };
  return entry.type === 'panel-staffed' || opening.has(entry.type) ? { ...entry, facts: {} } : entry;
}
