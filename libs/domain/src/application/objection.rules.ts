import type { Act, Facts } from '../procedure/act.js';
import { type DraftEntry, entry, type Message, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import type { ApplicationData, Objection } from './application.data.js';
import { tellOfficer, tellPole, type ApplicationFile } from './application.notices.js';
import type { ApplicationStatus } from './application.status.js';
import { appraisalOf, shortBy, type Appraisal } from './panel.js';

/** As far as the applicant knows, the experts have not all written. */
export const objectionsOpen = ['submitted', 'incomplete', 'admissible', 'under_appraisal', 'divergent', 'third_review', 'consensus'] as const satisfies readonly ApplicationStatus[];

/**
 * The applicant names an expert who should not see the file. Facts {expert}; the reason is content.
 * Refuses `reason-missing`, `already-objected` (while the first objection is open or accepted).
 */
export function objectToExpert(file: ApplicationFile, act: Act): Verdict {
  const expert = textFact(act.facts, 'expert');
  if (barredFrom(file.data).includes(expert)) return refuse('already-objected');
  if (!act.content) return refuse('reason-missing');
  return {
    entries: [{ type: 'expert-objected', facts: { expert }, content: act.content }],
    notices: [tellOfficer(file, 'expert-objected', objectionsOpen)],
  };
}

/**
 * The secretariat's decision. Facts {expert, accepted}. Accepted, an expert who has the file already loses it at once: the appraisal is
 * told, and one that was submitted counts no more, unless it has been compared with the others already: then it is kept (fact `kept`), and
 * only who has not written yet loses the file. Refuses `no-such-objection`.
 */
export function decideObjection(file: ApplicationFile, act: Act, terms: Terms['application']): Verdict {
  const expert = textFact(act.facts, 'expert');
  const accepted = act.facts['accepted'] === true;
  if (!objectionsOf(file.data).some((one) => one.expert === expert && one.state === 'open')) return refuse('no-such-objection');
  const compared = ['divergent', 'third_review', 'consensus'].includes(file.status);
  const facts: Facts = { expert, accepted, ...(accepted && compared ? { kept: true } : {}) };
  const decided: DraftEntry = entry('objection-decided', act, facts);
  const taken = accepted ? file.data.appraisals.filter((a) => a.expert === expert && (a.state === 'writing' || (a.state === 'submitted' && !compared))) : [];
  return {
    entries: [decided],
    notices: [tellPole(file, accepted ? 'objection-accepted' : 'objection-rejected'), ...shortOf(file, taken, terms)],
    messages: taken.map((a) => takenFrom(file, a)),
  };
}

/** The experts who may not be named: an objection is open or was accepted. */
export function barredFrom(data: ApplicationData): string[] {
  return objectionsOf(data).filter((one) => one.state !== 'rejected').map((one) => one.expert);
}

/** An objection to the expert of appraisal `n` was accepted. */
export function isTaken({ data }: ApplicationFile, n: number): boolean {
  return data.appraisals.some((a) => a.n === n && objectionsOf(data).some((one) => one.expert === a.expert && one.state === 'accepted'));
}

/** What an entry about an objection adds up to. */
export function evolveObjections(data: ApplicationData, type: string, facts: Facts): ApplicationData {
  const expert = textFact(facts, 'expert');
  const others = objectionsOf(data).filter((one) => one.expert !== expert);
  if (type === 'expert-objected') return { ...data, objections: [...others, { expert, state: 'open' }] };
  const accepted = facts['accepted'] === true;
  const appraisals = data.appraisals.map((a): Appraisal => (accepted && facts['kept'] !== true && a.expert === expert && a.state === 'submitted' ? { ...a, state: 'lost', cause: 'objected', total: null } : a));
  return { ...data, appraisals, objections: [...others, { expert, state: accepted ? 'accepted' : 'rejected' }] };
}

/** Files opened by older builds carry no such list. */
function objectionsOf(data: Pick<ApplicationData, 'objections'>): readonly Objection[] {
  return data.objections ?? [];
}

/** Who still writes answers the message by a loss; what was submitted is counted as lost here, and says no more. */
function takenFrom(file: ApplicationFile, { n, state }: Appraisal): Message {
  return { to: appraisalOf(keyOf(file.subject), n), act: 'takeFromObjected', key: `take-from-objected/${n}`, facts: { from: file.subject, settled: state === 'submitted' } };
}

function shortOf(file: ApplicationFile, taken: readonly Appraisal[], terms: Terms['application']): Notice[] {
  if (!taken.some((a) => a.state === 'submitted')) return [];
  const rest = file.data.appraisals.filter((a) => !taken.includes(a));
  return shortBy(rest, terms.experts) > 0 ? [tellOfficer(file, 'panel-short', ['under_appraisal'])] : [];
}
