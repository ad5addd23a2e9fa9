import type { Act, Facts } from '../procedure/act.js';
import { refuse, type Refusal, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import { countOpen, countSecret, isRefused, type Counted } from './ballot.js';
import { entry, onAgenda, type SessionFile, type SessionTerms } from './convene.rules.js';
import { isReached, quorumOf, sittingFor } from './quorum.js';
import { sessionOutcomes, type AgendaFile, type Choice, type ConditionDue, type SessionOutcome, type Tally } from './session.data.js';
import { percentFor } from './sitting.rules.js';

/**
 * An outcome is put to the vote. Facts {application, outcome, votes: [{person, vote}] | tally: {for, against, abstain}, casting?, conditions?:
 * [{n, dueOn}], reasoned?: true when the content has reasons}. A motion that is rejected leaves the file open for another.
 * Refuses `not-on-this-agenda`, `outcome-unknown`, `below-threshold`, `conditional-not-allowed`, `conditions-missing`, `reasons-missing`,
 * `reserve-list-off`, `secret-vote-off`, `file-inquorate` {entitled, sitting, needed}, and what the count refuses (`ballot.ts`).
 */
export function vote(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const application = textFact(act.facts, 'application');
  const one = onAgenda(file, application);
  if (!one) return refuse('not-on-this-agenda', { application });
  const unfit = unfitOutcome(one, act, terms);
  if (unfit) return unfit;
  const quorum = quorumOf(file.data, percentFor(file, terms), one);
  if (!isReached(quorum)) return refuse('file-inquorate', { ...quorum });
  const counted = count(file, one, act, terms);
  if (isRefused(counted)) return counted;
  const { votes, tally, casting, adopted } = counted;
  const facts = {
    application, outcome: textFact(act.facts, 'outcome'), secret: act.facts['votes'] === undefined, votes, tally, casting, adopted, quorum,
    conditions: act.facts['outcome'] === 'conditional-award' ? conditionsIn(act.facts) : [],
  } as unknown as Facts;
  return { entries: [entry('voted', act, facts)] };
}

function count(file: SessionFile, one: AgendaFile, act: Act, terms: SessionTerms): Counted | Refusal {
  const sides = { sitting: sittingFor(file.data, one), chair: file.data.members.find(({ chair }) => chair), castingVote: terms.chairHasCastingVote };
  const { votes, tally, casting } = act.facts;
  if (votes !== undefined) return countOpen(votes as unknown as { person: string; vote: Choice }[], sides);
  if (tally === undefined) return refuse('votes-missing', { missing: sides.sitting.length });
  if (!terms.secretVote) return refuse('secret-vote-off');
  return countSecret(tally as unknown as Tally, casting === 'for' || casting === 'against' ? casting : null, sides);
}

function unfitOutcome(one: AgendaFile, act: Act, terms: SessionTerms): Refusal | undefined {
  const outcome = act.facts['outcome'] as SessionOutcome;
  if (!sessionOutcomes.includes(outcome)) return refuse('outcome-unknown');
  if (['award', 'conditional-award', 'reserve'].includes(outcome) && !one.awardable) return refuse('below-threshold', { threshold: terms.threshold });
  if (outcome === 'reserve' && !terms.reserveList) return refuse('reserve-list-off');
  if (outcome === 'refuse' && !(act.content && act.facts['reasoned'] === true)) return refuse('reasons-missing');
  if (outcome !== 'conditional-award') return undefined;
  if (!terms.conditional) return refuse('conditional-not-allowed');
  return act.content && conditionsIn(act.facts).length > 0 ? undefined : refuse('conditions-missing');
}

function conditionsIn(facts: Facts): readonly ConditionDue[] {
  return (facts['conditions'] as unknown as ConditionDue[] | undefined) ?? [];
}

/** Put off to another session without a vote: where a recusal let the quorum fall, or as the committee wishes. Facts {application}; content: why. */
export function putOff(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const application = textFact(act.facts, 'application');
  const one = onAgenda(file, application);
  if (!one) return refuse('not-on-this-agenda', { application });
  const quorate = isReached(quorumOf(file.data, percentFor(file, terms), one));
  return { entries: [entry('put-off', act, { application, cause: quorate ? 'put-off' : 'inquorate' })] };
}
