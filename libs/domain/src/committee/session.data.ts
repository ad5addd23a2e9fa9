import type { CivilDate } from '../calendar/types.js';
import type { ContentRef } from '../procedure/act.js';

/** What a committee may propose on a file, or do with it. `reserve`: good enough, and no place left. */
export const sessionOutcomes = ['award', 'conditional-award', 'refuse', 'defer', 'reserve'] as const;
export type SessionOutcome = (typeof sessionOutcomes)[number];

export const choices = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** How a member attends; who is none of these and gave no proxy is absent. */
export const attendances = ['on-site', 'remote', 'excused'] as const;
export type Attendance = (typeof attendances)[number];

/** Somebody called to the session. Ids alone: names are read when they are shown. */
export interface Member {
  readonly person: string;
  /** Null for a permanent member; a thematic one sits for the files of these themes alone. */
  readonly themes: readonly string[] | null;
  readonly chair: boolean;
  /** One without a vote advises, and counts for no quorum. */
  readonly voting: boolean;
}

export interface Proxy {
  readonly from: string;
  readonly to: string;
}

/** Why a member has no part in a file: by their own word or the secretariat's, as its expert, or tied to its pole by SIREN. */
export interface Recusal {
  readonly person: string;
  readonly cause: 'declared' | 'expert' | 'siren';
}

/** A condition of an award: its text is content. */
export interface ConditionDue {
  readonly n: number;
  readonly dueOn: CivilDate;
}

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** Whole numbers of members: entitled to sit, present or represented, and how many were needed. */
export interface Quorum {
  readonly entitled: number;
  readonly sitting: number;
  readonly needed: number;
}

/** One question put to the vote. */
export interface Motion {
  readonly outcome: SessionOutcome;
  readonly secret: boolean;
  /** Member by member; empty when the vote was secret. */
  readonly votes: readonly { readonly person: string; readonly vote: Choice }[];
  readonly tally: Tally;
  /** How the chair parted a tie. */
  readonly casting: 'for' | 'against' | null;
  readonly adopted: boolean;
  readonly quorum: Quorum;
  readonly conditions: readonly ConditionDue[];
  /** Reasons and texts of conditions. */
  readonly content: ContentRef | null;
}

/** What is being voted on; members cast their votes until it is counted. */
export interface Question {
  readonly outcome: SessionOutcome;
  readonly conditions: readonly ConditionDue[];
  readonly content: ContentRef | null;
  /** `paper`: the secretariat entered the vote from it; the member cast it online when it is left out. */
  readonly cast: readonly { readonly person: string; readonly vote: Choice; readonly paper?: string }[];
  /** The day on which it was put. */
  readonly on?: CivilDate;
}

/** What the session leaves the file with. */
export interface Result {
  readonly outcome: SessionOutcome;
  /** A vote, a quorum that fell for this file, or put off without a vote. */
  readonly by: 'vote' | 'inquorate' | 'put-off';
}

/** One file of the agenda. */
export interface AgendaFile {
  /** Subject id. */
  readonly application: string;
  readonly pole: string;
  readonly themes: readonly string[];
  /** The appraisals let it be proposed for an award. */
  readonly awardable: boolean;
  readonly recusals: readonly Recusal[];
  readonly motions: readonly Motion[];
  readonly question: Question | null;
  readonly result: Result | null;
}

/** Where a file stands in the ranking: within the limit, or on the reserve list with a rank of its own. */
export interface Ranked {
  readonly application: string;
  readonly rank: number;
  readonly reserve: number | null;
}

export interface Ranking {
  readonly places: number | null;
  readonly budgetCents: number | null;
  /** Empty while outdated. */
  readonly list: readonly Ranked[];
  /** Something changed since: the limit holds, and the files are to be ranked under one again before the session closes. */
  readonly outdated?: true;
}

/** What a session's journal adds up to. Places, reasons and remarks are content. */
export interface SessionData {
  readonly scheme: string;
  readonly on: CivilDate;
  /** Local time of day, `14:30`. */
  readonly time: string;
  /** The person of the secretariat who convened it, and answers for it. */
  readonly officer: string;
  readonly deputy: string | null;
  /** Convened again after it lacked its quorum: then none is needed [CRPA R133-10]. */
  readonly reconvened: boolean;
  readonly members: readonly Member[];
  readonly files: readonly AgendaFile[];
  readonly presences: { readonly [person: string]: Attendance };
  readonly proxies: readonly Proxy[];
  /** Who presides when it is not the committee's chair; absent in what an older build folded. */
  readonly presides?: string | null;
  /** As it was found at the opening. */
  readonly quorum: Quorum | null;
  readonly openedOn: CivilDate | null;
  readonly ranking: Ranking | null;
  /** Signed papers and what each was used for; left out where none was. */
  readonly papers?: readonly { readonly paper: string; readonly use: string }[];
  /** Who has said yes to the minutes. */
  readonly approvals: readonly string[];
  readonly circulatedOn: CivilDate | null;
  readonly adopted: { readonly on: CivilDate; readonly by: 'silence' | 'approval' | 'secretariat' } | null;
}

export const noSession: SessionData = {
  scheme: '', on: '', time: '', officer: '', deputy: null, reconvened: false, members: [], files: [], presences: {}, proxies: [], presides: null, quorum: null,
  openedOn: null, ranking: null, approvals: [], circulatedOn: null, adopted: null,
};
