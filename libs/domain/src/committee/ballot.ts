import { refuse, type Refusal } from '../procedure/decision.js';
import { choices, type Choice, type Member, type Tally } from './session.data.js';
import type { Sitting } from './quorum.js';

/** A counted vote. Adopted by the majority of the votes cast; the chair parts a tie where the scheme says so [CRPA R133-11]. */
export interface Counted {
  readonly votes: readonly { readonly person: string; readonly vote: Choice }[];
  readonly tally: Tally;
  readonly casting: 'for' | 'against' | null;
  readonly adopted: boolean;
}

interface Sides {
  readonly sitting: readonly Sitting[];
  readonly chair: Member | undefined;
  readonly castingVote: boolean;
}

/**
 * A vote by show of hands: one vote for each member who sits, by that member or the holder of the proxy.
 * Refuses `not-entitled-to-vote`, `votes-missing` {missing}.
 */
export function countOpen(given: readonly { person: string; vote: Choice }[], { sitting, chair, castingVote }: Sides): Counted | Refusal {
  const stranger = given.find(({ person, vote }, i) => !sitting.some((one) => one.person === person) || !choices.includes(vote) || given.findIndex((one) => one.person === person) !== i);
  if (stranger) return refuse('not-entitled-to-vote', { person: stranger.person });
  if (given.length < sitting.length) return refuse('votes-missing', { missing: sitting.length - given.length });
  const count = (choice: Choice) => given.filter(({ vote }) => vote === choice).length;
  const tally = { for: count('for'), against: count('against'), abstain: count('abstain') };
  // Who holds the chair's proxy votes for the chair, and does not preside.
  const own = presides(sitting, chair) ? given.find(({ person }) => person === chair?.person)?.vote : undefined;
  const casting = castingVote && tally.for === tally.against && (own === 'for' || own === 'against') ? own : null;
  return { votes: given.map(({ person, vote }) => ({ person, vote })), tally, casting, adopted: isAdopted(tally, casting) };
}

/**
 * A secret vote: counts alone, one ballot for each member who sits. On a tie the chair, when sitting, says which way.
 * Refuses `ballot-sum-wrong` {expected, counted}, `casting-vote-needed`, `no-tie`.
 */
export function countSecret(tally: Tally, casting: 'for' | 'against' | null, { sitting, chair, castingVote }: Sides): Counted | Refusal {
  const counted = tally.for + tally.against + tally.abstain;
  if (counted !== sitting.length) return refuse('ballot-sum-wrong', { expected: sitting.length, counted });
  const tied = tally.for === tally.against;
  const decides = castingVote && presides(sitting, chair);
  if (casting !== null && !(tied && decides)) return refuse('no-tie');
  if (casting === null && tied && decides && tally.for > 0) return refuse('casting-vote-needed');
  return { votes: [], tally, casting, adopted: isAdopted(tally, casting) };
}

function presides(sitting: readonly Sitting[], chair: Member | undefined): boolean {
  return chair !== undefined && sitting.some(({ person, castBy }) => person === chair.person && castBy === person);
}

function isAdopted(tally: Tally, casting: 'for' | 'against' | null): boolean {
  return tally.for > tally.against || (tally.for === tally.against && casting === 'for');
}

export function isRefused(counted: Counted | Refusal): counted is Refusal {
  return 'refused' in counted;
}
