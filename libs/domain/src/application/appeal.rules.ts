import type { Act } from '../procedure/act.js';
import { refuse, type DraftEntry, type Notice, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import type { AppealOutcome, Contested } from './application.data.js';
import { tellCommittee, tellOfficer, type ApplicationFile } from './application.notices.js';
import { givenUp, silenceRuns, undecided } from './application.status.js';
import { superseding } from './appeals.js';
import { begunAnew } from './contest.evolve.js';
import { toRenewal } from './messages.js';
import { review } from './receipt.rules.js';
import { impliedDecision, impliedOn } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/**
 * An appeal was lodged against this file's decision: the file stays open until it is settled. Facts {appeal, against, lodgedOn, dueOn}.
 * When the decision went while the message was on its way, the appeal hears that it has lost its object. Refuses `appeal-known`.
 */
export function appealLodged(file: ApplicationFile, act: Act): Verdict {
  const appeal = textFact(act.facts, 'appeal');
  const against = textFact(act.facts, 'against') as Contested;
  const { lodgedOn = null } = act.facts;
  const dueOn = textFact(act.facts, 'dueOn');
  if (file.data.appeals.some((one) => one.appeal === appeal)) return refuse('appeal-known');
  return {
    entries: [{ type: 'appeal-lodged', facts: { appeal, against, lodgedOn, dueOn }, arm: [{ kind: 'appeal-outcome', rule: { on: dueOn } }] }],
    messages: stands(file, against) ? [] : [superseding(appeal, (givenUp as readonly string[]).includes(file.status) ? 'application-ended' : 'express-decision')],
  };
}

/** The appeal's own clock tells its end; here it only stood in the timeline. */
export function appealOutcomeDue(): Verdict {
  return { entries: [{ type: 'appeal-outcome-due', facts: {} }] };
}

/**
 * The appeal has its outcome. Facts {appeal, outcome}. Upheld, it undoes the decision that it contested, and no other: a refused file is
 * reopened before the committee, an inadmissible one at the review, once; an implied rejection is withdrawn, and the file goes on where it is.
 * Either way the clock of silence begins anew. When another decision took the contested one's place meanwhile, the appeal is settled alone.
 * Refuses `no-such-appeal` (or settled before), `already-reopened`.
 */
export function appealSettled(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const appeal = textFact(act.facts, 'appeal');
  const outcome = textFact(act.facts, 'outcome') as AppealOutcome;
  const lodged = file.data.appeals.find((one) => one.appeal === appeal && one.outcome === null);
  if (!lodged) return refuse('no-such-appeal');
  const settled: DraftEntry = { type: 'appeal-settled', facts: { appeal, outcome }, disarm: ['appeal-outcome'] };
  if (outcome !== 'upheld' || !stands(file, lodged.against)) return { entries: [settled] };
  if (lodged.against === 'implied-rejection') return { entries: [settled, silenceWithdrawn(file, act, terms)] };
  if (file.data.reopenedOn !== null) return refuse('already-reopened', { on: file.data.reopenedOn });
  return reopen(file, settled, act, terms);
}

/** Whether the decision that an appeal contests is the one by which the file stands. */
function stands({ status, data }: ApplicationFile, against: Contested): boolean {
  if (against === 'implied-rejection') return (undecided as readonly string[]).includes(status) && data.silence.elapsedOn !== null;
  return status === (against === 'refusal' ? 'refused' : 'inadmissible');
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
function silenceWithdrawn(file: ApplicationFile, act: Act, terms: ApplicationTerms): DraftEntry {
  const runs = (silenceRuns as readonly string[]).includes(file.status);
  return { type: 'implied-rejection-withdrawn', facts: {}, disarm: ['silence-appeal-limit', 'reasons-due'], arm: runs ? [clockAnew(file, act, terms)] : [] };
}

function clockAnew({ data }: ApplicationFile, act: Act, terms: ApplicationTerms) {
  return impliedDecision(impliedOn(data, begunAnew(data.silence, act.on)), terms);
}
