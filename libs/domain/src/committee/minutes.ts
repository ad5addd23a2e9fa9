import type { CivilDate } from '../calendar/types.js';
import type { Choice, Quorum, SessionOutcome, Tally } from './session.data.js';

/** Somebody as the minutes name them: name and capacity [CRPA R133-13]. */
export interface Named {
  readonly name: string;
  /** « Présidente », « Représentant de la DGER »; empty when nobody wrote it down. */
  readonly capacity: string;
}

/** One file in the minutes. Whoever was recused is under `left` and nowhere in `votes`. */
export interface MinutesItem {
  /** Subject id. */
  readonly application: string;
  readonly pole: string;
  /** Who left the room for this file, and why, in French. */
  readonly left: readonly (Named & { readonly why: string })[];
  /** Null for a file that was put off without a vote. */
  readonly quorum: Quorum | null;
  readonly votes: readonly MinutesVote[];
  readonly outcome: SessionOutcome | 'withdrawn' | null;
  /** « Le comité propose l’attribution du label. » */
  readonly sentence: string;
  readonly reasons: string;
  readonly conditions: readonly { readonly n: number; readonly dueOn: CivilDate; readonly text: string }[];
  /** What the secretary adds on this file before the minutes go round. */
  readonly remark: string;
}

/** One question put to the vote, in order; the last one adopted is the outcome. */
export interface MinutesVote {
  readonly outcome: SessionOutcome;
  readonly secret: boolean;
  /** By name when the vote was open; empty when it was secret. */
  readonly open: readonly (Named & { readonly vote: Choice })[];
  readonly tally: Tally;
  readonly casting: 'for' | 'against' | null;
  readonly adopted: boolean;
  /** « 4 pour, 1 contre, 0 abstention : adopté. » */
  readonly sentence: string;
}

/** The minutes of a session (procès-verbal), as data in French: the PDF is made from this alone. */
export interface Minutes {
  readonly language: 'fr';
  /** Subject id. */
  readonly session: string;
  /** Name of the label in French. */
  readonly label: string;
  /** « Procès-verbal de la séance du 12 avril 2027 ». */
  readonly title: string;
  readonly state: 'draft' | 'circulated' | 'adopted';
  readonly heldOn: CivilDate;
  readonly time: string;
  readonly place: string;
  /** Where remote members joined. */
  readonly remoteAddress: string;
  readonly reconvened: boolean;
  readonly attendance: {
    readonly chair: Named | null;
    readonly onSite: readonly Named[];
    readonly remote: readonly Named[];
    /** Absent, and voting by somebody present. */
    readonly represented: readonly (Named & { readonly by: string })[];
    readonly excused: readonly Named[];
    readonly absent: readonly Named[];
  };
  readonly quorum: Quorum & { readonly sentence: string };
  readonly items: readonly MinutesItem[];
  readonly ranking: {
    readonly places: number | null;
    readonly budgetCents: number | null;
    /** `reserve`: the rank on the reserve list; null within the limit. */
    readonly list: readonly { readonly rank: number; readonly pole: string; readonly reserve: number | null }[];
  } | null;
  /** The secretary's, on the session as a whole. */
  readonly remark: string;
  /** Members' remarks, kept with the minutes. */
  readonly remarks: readonly (Named & { readonly on: CivilDate; readonly text: string })[];
  readonly circulatedOn: CivilDate | null;
  readonly adopted: { readonly on: CivilDate; readonly sentence: string } | null;
}
