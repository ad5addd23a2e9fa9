import type { CivilDate } from '../calendar/types.js';
import type { Act, Fact, Facts } from '../procedure/act.js';
import { entry, type Message, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import type { DecisionOutcome, SignedDecision } from './application.data.js';
import { tellAuthority, tellCommittee, tellOfficer, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { endOpenAppeal } from './appeals.js';
import { conditionsIn } from './conditions.js';
import { checkConditions, conditionDue } from './conditions.rules.js';
import { toRenewal } from './messages.js';
import { belowGrid } from './grid.rules.js';
import { awaitsOpinions } from './opinion.rules.js';

type ApplicationTerms = Terms['application'];

const outcomes: readonly unknown[] = ['award', 'conditional-award', 'refuse'] satisfies DecisionOutcome[];
const isOutcome = (value: unknown): value is DecisionOutcome => outcomes.includes(value);

/** The committee proposes. Facts {outcome}; reasons are content. Refuses `outcome-unknown`, `opinions-awaited`, `conditional-not-allowed`, `below-threshold`, `below-criterion` (an award the grid does not allow). */
export function propose(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { outcome } = act.facts;
  if (!isOutcome(outcome)) return refuse('outcome-unknown');
  const awaited = awaitsOpinions(file);
  if (awaited) return awaited;
  if (outcome === 'conditional-award' && terms.conditional !== true) return refuse('conditional-not-allowed');
  const below = outcome === 'refuse' ? undefined : belowGrid(file, terms);
  if (below) return below;
  return { entries: [entry('decision-proposed', act, { outcome })], notices: [tellAuthority(file, 'decision-to-sign')] };
}

/**
 * The secretariat sends the prepared decision to the authority; what was sent before is replaced. Facts {outcome, sentOn, startsOn?,
 * endsOn?, grounds?, conditions?, reasoned?} as those of the signature; reasons and conditions are content. Refuses what the signature would.
 */
export function sendForSignature(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const sentOn = textFact(act.facts, 'sentOn');
  const fault = decisionFault(file, act, sentOn, terms);
  if (fault) return fault;
  const { outcome, startsOn, endsOn, grounds } = act.facts;
  const facts = given({ outcome, sentOn, startsOn, endsOn, grounds, conditions: conditionFacts(act) });
  return { entries: [entry('sent-for-signature', act, facts)], notices: [tellAuthority(file, 'sent-for-signature')] };
}

/**
 * The authority has signed: it decides, whatever was proposed, and nobody is told before the notification; or it defers, and the
 * proposal is forgotten. Facts {outcome, signedOn, startsOn?, endsOn?, document?, grounds?: codes of the scheme's reasons in law,
 * conditions?: [{dueOn}], reasoned?: true when reasons in law and in fact are given}; reasons and conditions are content.
 * Refuses `decision-signed`, `outcome-unknown`, `date-in-the-future`, `reasons-missing` (a refusal without them), `dates-missing`,
 * `dates-reversed`, and what `checkConditions` refuses.
 */
export function sign(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { outcome, startsOn, endsOn, document, grounds } = act.facts;
  const signedOn = textFact(act.facts, 'signedOn');
  const fault = decisionFault(file, act, signedOn, terms);
  if (fault) return fault;
  if (outcome === 'defer') return defer(file, act, signedOn, terms);
  if (outcome !== 'refuse') {
    if (typeof startsOn !== 'string' || typeof endsOn !== 'string') return refuse('dates-missing');
    if (endsOn <= startsOn) return refuse('dates-reversed');
  }
  const term = outcome === 'refuse' ? {} : given({ startsOn, endsOn });
  const facts = given({ outcome, signedOn, document, ...term, grounds, conditions: conditionFacts(act) });
  return { entries: [entry('decision-signed', act, facts)], notices: [tellOfficer(file, 'decision-to-notify', ['decision_proposed'])] };
}

/** What is wrong with a decision that is sent or signed on a date. */
function decisionFault(file: ApplicationFile, act: Act, on: CivilDate, terms: ApplicationTerms): Refusal | undefined {
  const { outcome, reasoned } = act.facts;
  if (file.data.decision) return refuse('decision-signed', { on: file.data.decision.signedOn });
  if (!isOutcome(outcome) && !(outcome === 'defer' && act.name === 'sign')) return refuse('outcome-unknown');
  if (on > act.on) return refuse('date-in-the-future', { to: on });
  const awaited = outcome === 'defer' ? undefined : awaitsOpinions(file);
  if (awaited) return awaited;
  if (outcome === 'refuse' && (!act.content || reasoned !== true)) return refuse('reasons-missing');
  return checkConditions(outcome, conditionsIn(act.facts), on, terms);
}

/** The file goes back to the committee, which proposes anew. */
function defer(file: ApplicationFile, act: Act, signedOn: CivilDate, terms: ApplicationTerms): Verdict {
  return {
    entries: [entry('decision-deferred', act, { signedOn })],
    notices: [tellOfficer(file, 'decision-deferred', ['in_committee']), ...(terms.withoutCommittee ? [] : [tellCommittee(file, 'to-propose')])],
  };
}

function conditionFacts(act: Act): Fact | undefined {
  const conditions = conditionsIn(act.facts);
  return conditions.length > 0 ? conditions.map((one) => ({ ...one })) : undefined;
}

/** Those that are given. */
function given(facts: { readonly [name: string]: Fact | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter((one): one is [string, Fact] => one[1] !== undefined));
}

/**
 * The applicant is notified: only now does the decision take effect, and the time for an appeal begins [code de justice administrative R421-1].
 * Facts {notifiedOn, channel, document? (the proof), embargo?: the date on which the call's results are published, while they are not}.
 * Refuses `not-signed`, `under-embargo`, `date-in-the-future`, `notified-before-signature`.
 */
export function notify(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { decision } = file.data;
  const notifiedOn = textFact(act.facts, 'notifiedOn');
  const { embargo, document, channel } = act.facts;
  if (!decision) return refuse('not-signed');
  if (typeof embargo === 'string') return refuse('under-embargo', { on: embargo });
  if (notifiedOn > act.on) return refuse('date-in-the-future', { to: notifiedOn });
  if (notifiedOn < decision.signedOn) return refuse('notified-before-signature', { on: decision.signedOn });
  const facts: Facts = { notifiedOn, channel: channel ?? null, ...(document === undefined ? {} : { document }) };
  const { startsOn, endsOn, outcome } = decision;
  const awarded = outcome !== 'refuse';
  const { conditions = [] } = file.data;
  return {
    entries: [{
      ...entry(notified[outcome].entry, act, facts),
      arm: [{ kind: 'appeal-limit', rule: { from: notifiedOn, after: terms.appeal, franc: true } }, ...conditionDue(conditions, terms)],
    }],
    notices: [tellPoleSignificantly(file, notified[outcome].template, {
      facts: { decidedOn: decision.signedOn, ...(conditions.length > 0 ? { conditions: conditions.map(({ dueOn }) => dueOn) } : {}) }, dates: { appealUntil: 'appeal-limit' },
    })],
    messages: [...(awarded ? [grant(file, decision)] : []), ...toRenewal(file.subject, file.data.renews, 'applicationDecided', { outcome: awarded ? 'award' : outcome, startsOn, endsOn }, file.seq + 1), ...endOpenAppeal(file, 'express-decision')],
  };
}

const notified = {
  'award': { entry: 'award-notified', template: 'decision-awarded' },
  'conditional-award': { entry: 'conditional-award-notified', template: 'decision-conditionally-awarded' },
  'refuse': { entry: 'refusal-notified', template: 'decision-refused' },
} as const satisfies Record<DecisionOutcome, object>;

function grant(file: ApplicationFile, { signedOn, startsOn, endsOn }: SignedDecision): Message {
  const { call, pole, structure, structureType, renews, renewsEndsOn } = file.data;
  return {
    to: `award/${keyOf(file.subject)}`,
    act: 'grant',
    key: 'grant',
    facts: { application: file.subject, call, pole, structure, structureType, startsOn, endsOn, decidedOn: signedOn, ...(renews ? { previous: renews, ...(renewsEndsOn ? { previousEndsOn: renewsEndsOn } : {}) } : {}) },
    start: { kind: 'award' },
  };
}

/** The time for an appeal is over: the decision is final. */
export function appealTimeOver(): Verdict {
  return { entries: [{ type: 'appeal-time-over', facts: {} }] };
}

/** The implied rejection can't be contested any more; the file is still being examined. */
export function silenceAppealTimeOver(): Verdict {
  return { entries: [{ type: 'silence-appeal-time-over', facts: {} }] };
}

/** One of the applicant's people opens the notified decision for the first time: recorded once. Refuses `read-already`. */
export function readDecision(file: ApplicationFile): Verdict {
  const { read } = file.data;
  return read ? refuse('read-already', { on: read.on }) : { entries: [{ type: 'decision-read', facts: {} }] };
}
