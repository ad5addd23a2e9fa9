import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';
import type { Result } from './consolidate.js';
import type { Divergence } from './divergence.js';

/** What the experts' scores led to. */
export interface ScoringData {
  /** Two experts were too far apart, and one more was asked for. */
  readonly divergence: (Divergence & { readonly on: CivilDate; /** How many had written. */ readonly of: number }) | null;
  /** The consolidated appraisal, once nobody writes any more; null before, and in files begun when marks stayed with their experts. */
  readonly result: Result | null;
  /** The expert who writes the consensus report, a person. */
  readonly rapporteur: string | null;
  readonly consensus: { readonly on: CivilDate; readonly outcome: ConsensusOutcome; /** Numbers of the appraisals that differ. */ readonly minority: readonly number[] } | null;
  readonly repliedOn: CivilDate | null;
  /** The limit to reply, once it has passed without a reply; absent in what an older build folded. */
  readonly replyMissedOn?: CivilDate | null;
}

export type ConsensusOutcome = 'favourable' | 'unfavourable';

export const noScoring: ScoringData = { divergence: null, result: null, rapporteur: null, consensus: null, repliedOn: null, replyMissedOn: null };

/** What an entry changes of it. */
export function evolveScoring(entry: Entry): Partial<ScoringData> {
  const { facts, on, type } = entry;
  const result = facts['result'] === undefined ? {} : { result: facts['result'] as unknown as Result };
  switch (type) {
    case 'divergence-found':
      return { divergence: { ...(facts as unknown as Divergence & { of: number }), on } };
    case 'consensus-opened':
    case 'reply-opened':
      return result;
    case 'appraisals-complete':
      return entry.act === 'reply-due' ? { ...result, replyMissedOn: on } : result;
    case 'rapporteur-named':
      return { rapporteur: textFact(facts, 'expert') };
    case 'consensus-recorded':
      return { consensus: { on, outcome: facts['outcome'] as ConsensusOutcome, minority: facts['minority'] as readonly number[] } };
    case 'deadline-reopened':
      return facts['kind'] === 'reply-due' ? { replyMissedOn: null } : {};
    case 'reply-received':
      return { repliedOn: on, replyMissedOn: null };
    default:
      return {};
  }
}
