import type { Act } from '../procedure/act.js';
import { refuse, type DraftEntry, type Notice, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import type { AppealOutcome } from './application.data.js';
import { tellCommittee, tellOfficer, type ApplicationFile } from './application.notices.js';
import { silenceRuns } from './application.status.js';
import { begunAnew } from './contest.evolve.js';
import { toRenewal } from './messages.js';
import { review } from './receipt.rules.js';
import { impliedDecision, impliedOn } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/** An appeal was lodged against this file's decision: the file stays open until it is settled. Facts {appeal, against, lodgedOn, dueOn}. Refuses `appeal-known`. */
export function appealLodged(file: ApplicationFile, act: Act): Verdict {
  const { appeal = null, against = null, lodgedOn = null } = act.facts;
  const dueOn = textFact(act.facts, 'dueOn');
  if (file.data.appeals.some((one) => one.appeal === appeal)) return refuse('appeal-known');
  return { entries: [{ type: 'appeal-lodged', facts: { appeal, against, lodgedOn, dueOn }, arm: [{ kind: 'appeal-outcome', rule: { on: dueOn } }] }] };
}

/** The appeal's own clock tells its end; here it only stood in the timeline. */
export function appealOutcomeDue(): Verdict {
  return { entries: [{ type: 'appeal-outcome-due', facts: {} }] };
}

/**
 * The appeal has its outcome. Facts {appeal, outcome}. Upheld, it reopens a file that was decided, once: a refused one before the committee, an
 * inadmissible one at the review; an implied rejection is withdrawn, and the file goes on where it is. Either way the clock of silence begins anew.
 * Refuses `no-such-appeal` (or settled before), `already-reopened`.
 */
export function appealSettled(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const appeal = textFact(act.facts, 'appeal');
  const outcome = textFact(act.facts, 'outcome') as AppealOutcome;
  if (!file.data.appeals.some((one) => one.appeal === appeal && one.outcome === null)) return refuse('no-such-appeal');
  const settled: DraftEntry = { type: 'appeal-settled', facts: { appeal, outcome }, disarm: ['appeal-outcome'] };
  if (outcome !== 'upheld') return { entries: [settled] };
  if (file.status !== 'refused' && file.status !== 'inadmissible') return { entries: [settled, ...silenceWithdrawn(file, act, terms)] };
  if (file.data.reopenedOn !== null) return refuse('already-reopened', { on: file.data.reopenedOn });
  return reopen(file, settled, act, terms);
}

function reopen(file: ApplicationFile, settled: DraftEntry, act: Act, terms: ApplicationTerms): Verdict {
  const decided = file.status === 'refused';
  const notices: Notice[] = [tellOfficer(file, 'reopened', decided ? ['in_committee'] : ['submitted'])];
  return {
    entries: [settled, { type: 'reopened', facts: { appeal: textFact(act.facts, 'appeal') }, arm: [clockAnew(file, act, terms), ...(decided ? [] : [review(act, terms)])] }],
    notices: decided ? [...notices, tellCommittee(file, 'to-propose')] : notices,
    messages: toRenewal(file.subject, file.data.renews, 'applicationReopened', {}),
  };
}

/** An appeal against silence is upheld while the file is examined. While pieces are awaited the new clock stands still, and is set when they come. */
function silenceWithdrawn(file: ApplicationFile, act: Act, terms: ApplicationTerms): DraftEntry[] {
  if (file.data.silence.elapsedOn === null) return [];
  const runs = (silenceRuns as readonly string[]).includes(file.status);
  return [{ type: 'implied-rejection-withdrawn', facts: {}, disarm: ['silence-appeal-limit', 'reasons-due'], arm: runs ? [clockAnew(file, act, terms)] : [] }];
}

function clockAnew({ data }: ApplicationFile, act: Act, terms: ApplicationTerms) {
  return impliedDecision(impliedOn(data, begunAnew(data.silence, act.on)), terms);
}
