import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Decision, DraftEntry, Message, Notice } from '../procedure/decision.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import { tellCommittee, tellOfficer, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { consolidate, type Result } from './consolidate.js';
import { divergenceIn, totalsOf, type Divergence, type ThirdReview } from './divergence.js';
import { appraisalOf, submitted, type Appraisal } from './panel.js';

type ApplicationTerms = Terms['application'];

/**
 * Nobody writes any more. Two experts too far apart: one more is asked for, and all stays sealed. Otherwise, and always after a third
 * review, the appraisals are added up and shown, and the file goes on: to the consensus report, to the applicant's reply or to the
 * committee, as the scheme says. There is never a fourth review.
 * @param settled the entry of the appraisal that came last
 */
export function allIn(file: ApplicationFile, panel: readonly Appraisal[], settled: DraftEntry, terms: ApplicationTerms, on: CivilDate): Decision {
  const diverges = file.data.divergence ? null : divergenceOf(panel, terms);
  if (diverges) return diverged(file, settled, diverges, submitted(panel).length);
  const result = resultOf(panel, terms, file.data.divergence ? thirdReviewIn(terms) : undefined);
  const next = opens(file, terms, on, 'panel', result);
  return { ...next, entries: [settled, ...next.entries], messages: reveals(file, panel) };
}

/**
 * A third review is lost: another expert is asked for. Unless an expert of before is back among them: then the file waits for who
 * still writes, or goes on with who has written.
 * @param settled the entry `appraisal-lost`
 */
export function thirdLost(file: ApplicationFile, panel: readonly Appraisal[], settled: DraftEntry, terms: ApplicationTerms, on: CivilDate): Decision {
  const dropped = { ...settled, type: 'appraisal-dropped' };
  if (panel.some((a) => a.state === 'writing')) return { entries: [dropped] };
  if (submitted(panel).length > (file.data.divergence?.of ?? 0)) return allIn(file, panel, dropped, terms, on);
  return { entries: [settled], notices: [tellOfficer(file, 'third-expert-needed', ['divergent'])] };
}

/** Schemes of before say nothing of a third review. */
export function thirdReviewIn({ thirdReview }: Pick<ApplicationTerms, 'thirdReview'>): ThirdReview {
  return thirdReview ?? 'nearest';
}

function divergenceOf(panel: readonly Appraisal[], terms: ApplicationTerms): Divergence | null {
  if (terms.divergence === undefined) return null;
  const rule = { gap: terms.divergence, threshold: terms.threshold, belowThreshold: terms.divergenceBelowThreshold ?? false };
  return divergenceIn(totalsOf(submitted(panel), terms.criteria), rule);
}

function diverged(file: ApplicationFile, settled: DraftEntry, { gap, between }: Divergence, of: number): Decision {
  return {
    entries: [settled, { type: 'divergence-found', facts: { gap, between, of } }],
    notices: [tellOfficer(file, 'third-expert-needed', ['divergent'])],
  };
}

/** Nothing for a file whose terms or appraisals know no marks: it began before they were told to the application. */
function resultOf(panel: readonly Appraisal[], { criteria, threshold, groups }: ApplicationTerms, third: ThirdReview | undefined): Result | null {
  const marked = submitted(panel).flatMap(({ n, marks }) => (marks ? [{ n, marks }] : []));
  if (!criteria || marked.length < submitted(panel).length) return null;
  return consolidate(marked, { criteria, threshold, ...(groups ? { groups } : {}) }, third);
}

/**
 * What a file comes to once `after` is done: the report of the experts, the applicant's reply, the committee.
 * @param result the consolidated appraisal, a fact of the first entry after the panel's
 */
export function opens(file: ApplicationFile, terms: ApplicationTerms, on: CivilDate, after: 'panel' | 'consensus' | 'reply', result: Result | null = null): Pick<Decision, 'entries' | 'notices'> {
  const facts: Facts = result ? { result } : {};
  if (after === 'panel' && terms.consensus !== undefined) {
    return {
      entries: [{ type: 'consensus-opened', facts, arm: [{ kind: 'consensus-due', rule: { from: on, after: terms.consensus, skipClosedPeriods: true } }] }],
      notices: [tellOfficer(file, 'consensus-opened', ['consensus'], { dates: { dueOn: 'consensus-due' } })],
    };
  }
  if (after !== 'reply' && terms.reply !== undefined) {
    return {
      entries: [{ type: 'reply-opened', facts, arm: [{ kind: 'reply-due', rule: { from: on, after: terms.reply, roll: 'working-day' } }] }],
      notices: [tellPoleSignificantly(file, 'reply-opened', { dates: { replyUntil: 'reply-due' }, whileStatus: ['right_of_reply'] })],
    };
  }
  return { entries: [{ type: 'appraisals-complete', facts }], notices: toCommittee(file, terms) };
}

/** Where no committee sits, the case officer proposes. */
function toCommittee(file: ApplicationFile, { withoutCommittee }: ApplicationTerms): Notice[] {
  return [tellOfficer(file, 'appraisals-complete', ['in_committee']), ...(withoutCommittee ? [] : [tellCommittee(file, 'to-propose')])];
}

/** The experts see each other's appraisals, now that nobody has anything left to write. */
function reveals(file: ApplicationFile, panel: readonly Appraisal[]): Message[] {
  return submitted(panel).map(({ n }) => ({ to: appraisalOf(keyOf(file.subject), n), act: 'reveal', key: `reveal/${n}`, facts: { from: file.subject } }));
}
