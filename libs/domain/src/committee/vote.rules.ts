import type { Act, Facts } from '../procedure/act.js';
import { entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { SessionTerms } from '../scheme/terms.js';
import { countOpen, countSecret, isRefused, type Counted } from './ballot.js';
import { onAgenda, type SessionFile } from './convene.rules.js';
import { ballotOf, isUsed } from './papers.js';
import { isReached, presidingIn, quorumOf, sittingFor } from './quorum.js';
import { choices, sessionOutcomes, type AgendaFile, type Choice, type ConditionDue, type Question, type SessionOutcome, type Tally } from './session.data.js';
import { percentFor } from './sitting.rules.js';

/**
 * A question is put to the members, each of whom casts a vote until it is counted. Facts {application, outcome, conditions?: [{n, dueOn}],
 * reasoned?: true when the content has reasons}. Refuses as `vote` does of the outcome and the quorum.
 */
export function putToVote(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const one = fileIn(file, act);
  if ('refused' in one) return one;
  const refused = unfitOutcome(one, act, terms) ?? inquorate(file, one, terms);
  if (refused) return refused;
  return { entries: [entry('put-to-vote', act, { application: one.application, outcome: act.facts['outcome'] ?? null, conditions: conditionsFor(act) as unknown as Facts[] })] };
}

/**
 * A member votes, for themselves or by proxy. Facts {application, member, vote, caster, paper?}; `caster` is who casts it, also when the
 * secretariat enters it from the signed paper, which is of this one ballot. What a member cast online stays theirs to change.
 * Refuses `not-on-this-agenda`, `no-question`, `not-entitled-to-vote`, `paper-missing`, `dated-too-early` {on, earliest}, `voted-online`, `paper-used`.
 */
export function castVote(file: SessionFile, act: Act): Verdict {
  const { vote: choice, caster, paper } = act.facts;
  const member = textFact(act.facts, 'member');
  const one = fileIn(file, act);
  if ('refused' in one) return one;
  if (!one.question) return refuse('no-question');
  const sits = sittingFor(file.data, one).find(({ person }) => person === member);
  if (sits?.castBy !== caster || !choices.includes(choice as Choice)) return refuse('not-entitled-to-vote', { person: member });
  const refused = act.by === 'secretariat' ? unfitPaper(file, act, one, one.question) : undefined;
  if (refused) return refused;
  return { entries: [entry('vote-cast', act, { application: one.application, member, vote: choice ?? null, ...(typeof paper === 'string' ? { paper } : {}) })] };
}

/** Why the secretariat may not enter this vote. */
function unfitPaper({ data }: SessionFile, act: Act, one: AgendaFile, question: Question): Refusal | undefined {
  const { paper } = act.facts;
  const member = textFact(act.facts, 'member');
  if (typeof paper !== 'string') return refuse('paper-missing');
  const earliest = question.on ?? data.openedOn ?? data.on;
  if (act.on < earliest) return refuse('dated-too-early', { on: act.on, earliest });
  if (question.cast.some((cast) => cast.person === member && cast.paper === undefined)) return refuse('voted-online', { person: member });
  return isUsed(data, paper, ballotOf(one, member)) ? refuse('paper-used') : undefined;
}

/**
 * The vote is counted: the votes that were cast on the open question (facts {application}); or a show of hands that the secretary noted, with the
 * signed sheet (facts {application, outcome, votes: [{person, vote}], sheet, conditions?, reasoned?}); or a secret vote (facts {application, outcome,
 * tally: {for, against, abstain}, casting?, conditions?, reasoned?}). A motion that is rejected leaves the file open for another.
 * Refuses `not-on-this-agenda`, `no-question`, `outcome-unknown`, `below-threshold`, `conditional-not-allowed`, `conditions-missing`, `reasons-missing`,
 * `reserve-list-off`, `secret-vote-off`, `sheet-missing`, `paper-used` (the sheet is one member's ballot), `voted-online` (the sheet says otherwise than
 * a member said online), `file-inquorate` {entitled, sitting, needed}, and what the count refuses (`ballot.ts`).
 */
export function vote(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const one = fileIn(file, act);
  if ('refused' in one) return one;
  const { votes, tally } = act.facts;
  const open = votes === undefined && tally === undefined;
  if (open && !one.question) return refuse('no-question');
  const refused = (open ? undefined : unfitOutcome(one, act, terms)) ?? inquorate(file, one, terms);
  if (refused) return refused;
  const counted = count(file, one, act, terms);
  if (isRefused(counted)) return counted;
  const asked = open && one.question ? { outcome: one.question.outcome, conditions: one.question.conditions, content: one.question.content } : { outcome: act.facts['outcome'], conditions: conditionsFor(act) };
  const { sheet } = act.facts;
  const facts = {
    application: one.application, ...asked, secret: tally !== undefined, ...counted, quorum: quorumOf(file.data, percentFor(file, terms), one), ...(typeof sheet === 'string' ? { sheet } : {}),
  } as unknown as Facts;
  return { entries: [entry('voted', act, facts)] };
}

function fileIn(file: SessionFile, act: Act): AgendaFile | Refusal {
  const application = textFact(act.facts, 'application');
  return onAgenda(file, application) ?? refuse('not-on-this-agenda', { application });
}

function inquorate(file: SessionFile, one: AgendaFile, terms: SessionTerms): Refusal | undefined {
  const quorum = quorumOf(file.data, percentFor(file, terms), one);
  return isReached(quorum) ? undefined : refuse('file-inquorate', { ...quorum });
}

function count(file: SessionFile, one: AgendaFile, act: Act, terms: SessionTerms): Counted | Refusal {
  const sides = { sitting: sittingFor(file.data, one), chair: presidingIn(file.data), castingVote: terms.chairHasCastingVote };
  const { votes, tally, casting, sheet } = act.facts;
  if (tally !== undefined) {
    if (!terms.secretVote) return refuse('secret-vote-off');
    return countSecret(tally as unknown as Tally, casting === 'for' || casting === 'against' ? casting : null, sides);
  }
  // Whoever left since they voted sits no longer.
  if (votes === undefined) return countOpen(one.question?.cast.filter(({ person }) => sides.sitting.some((sits) => sits.person === person)) ?? [], sides);
  if (typeof sheet !== 'string') return refuse('sheet-missing');
  if (isUsed(file.data, sheet, 'sheet')) return refuse('paper-used');
  const noted = votes as unknown as { person: string; vote: Choice }[];
  const asked = one.question?.outcome === act.facts['outcome'] ? one.question : null;
  const gainsaid = asked?.cast.find((cast) => cast.paper === undefined && noted.some(({ person, vote: said }) => person === cast.person && said !== cast.vote));
  return gainsaid ? refuse('voted-online', { person: gainsaid.person }) : countOpen(noted, sides);
}

function conditionsFor(act: Act): readonly ConditionDue[] {
  return act.facts['outcome'] === 'conditional-award' ? conditionsIn(act.facts) : [];
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
  const one = fileIn(file, act);
  if ('refused' in one) return one;
  return { entries: [entry('put-off', act, { application: one.application, cause: inquorate(file, one, terms) ? 'inquorate' : 'put-off' })] };
}
