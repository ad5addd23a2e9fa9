import type { Suspension } from '../calendar/silence.js';
import type { CivilDate, IsoDuration } from '../calendar/types.js';
import type { Appraisal } from './panel.js';
import { noScoring, type ScoringData } from './scoring.evolve.js';

/** What the authority may decide and the committee propose; a deferral decides nothing. */
export type DecisionOutcome = 'award' | 'conditional-award' | 'refuse';

/** What the authority signed. The label's dates come from here alone. */
export interface SignedDecision {
  readonly outcome: DecisionOutcome;
  readonly signedOn: CivilDate;
  /** First and last day of the label, for an award. */
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

/** A condition of an award; what it says is content of the signature. */
export interface Condition {
  /** 1, 2, 3…, as in the decision. */
  readonly n: number;
  readonly dueOn: CivilDate;
  readonly metOn: CivilDate | null;
  /** Its date passed before it was met. */
  readonly overdue: boolean;
}

/** The implied-decision clock: what it was set to, and when it stood still. */
export interface Silence {
  readonly period: IsoDuration;
  readonly suspensions: readonly Suspension[];
  readonly elapsedOn: CivilDate | null;
  /** Begun on this day: anew by an appeal that was upheld, or of an application on paper when it came; absent: from receipt. */
  readonly since?: CivilDate;
  /** Last day to contest the implied rejection; null before it, and while reasons that were asked for are awaited [CRPA L232-4]. */
  readonly contestUntil?: CivilDate | null;
}

/** Reasons for the implied rejection, asked for by the applicant [CRPA L232-4]. */
export interface AskedReasons {
  readonly requestedOn: CivilDate;
  readonly givenOn: CivilDate | null;
}

/** What an appeal contests. */
export type Contested = 'refusal' | 'inadmissibility' | 'implied-rejection';
export type AppealOutcome = 'upheld' | 'dismissed' | 'impliedly-dismissed' | 'cancelled';

/** An appeal against this application's decision, as the application knows of it. */
export interface LodgedAppeal {
  /** Subject id, `appeal/<uuid>/<n>`. */
  readonly appeal: string;
  readonly against: Contested;
  readonly lodgedOn: CivilDate;
  /** Null while it is open. */
  readonly outcome: AppealOutcome | null;
}

/** The fee, once settled. */
export interface Fee {
  /** Code of the amount or of the ground of exemption. */
  readonly code: string;
  /** Zero when exempt. */
  readonly cents: number;
  /** When it was paid, or exempted. */
  readonly on: CivilDate;
}

/** Another body's opinion; its words are content. */
export interface Opinion {
  /** Code of the body. */
  readonly from: string;
  readonly sense: OpinionSense;
  readonly givenOn: CivilDate;
  /** It came after the limit. */
  readonly late: boolean;
}

/** The applicant asks that an expert not see the file; the secretariat decides. Ids alone: the reason is content. */
export interface Objection {
  /** A person. */
  readonly expert: string;
  readonly state: 'open' | 'accepted' | 'rejected';
}

export const opinionSenses = ['favourable', 'reserved', 'unfavourable'] as const;
export type OpinionSense = (typeof opinionSenses)[number];

/** What an application's journal adds up to. Answers, reasons and names are content. */
export interface ApplicationData extends ScoringData {
  readonly call: string;
  readonly pole: string;
  readonly structure: string;
  readonly structureType: string;
  readonly kind: 'initial' | 'renewal';
  /** The label that a renewal follows, `award/<uuid>`, and its last day. */
  readonly renews: string | null;
  readonly renewsEndsOn: CivilDate | null;
  readonly receivedOn: CivilDate;
  /** The frozen version of the draft that was submitted. */
  readonly draft: { readonly version: number; readonly hash: string } | null;
  readonly silence: Silence;
  /** Why and when the file was declared inadmissible (`pieces-missing`: the limit); null once undone; absent in what an older build folded. */
  readonly inadmissible?: { readonly cause: string; readonly on: CivilDate } | null;
  /** Null until settled, and where none is asked for; absent in what an older build folded. */
  readonly fee?: Fee | null;
  /** The scheme asks for one. */
  readonly feeAsked?: boolean;
  /** Bodies whose opinions were asked for at admission, and those that came; absent in what an older build folded. */
  readonly opinionsAsked?: readonly string[];
  readonly opinions?: readonly Opinion[];
  /** Some may still come in time. */
  readonly opinionsAwaited?: boolean;
  readonly appraisals: readonly Appraisal[];
  /** The applicant's objections to experts, the last one of each; absent in what an older build folded. */
  readonly objections?: readonly Objection[];
  /** The committee's session that has the file on its agenda. */
  readonly agenda: { readonly session: string; readonly on: CivilDate } | null;
  /** Its rank on the reserve list; null once it has left it; absent in what an older build folded. */
  readonly reserveRank?: number | null;
  readonly proposed: DecisionOutcome | null;
  /** When the prepared decision went to the authority. */
  readonly sentForSignatureOn: CivilDate | null;
  readonly decision: SignedDecision | null;
  readonly conditions: readonly Condition[];
  readonly notifiedOn: CivilDate | null;
  /** Who of the applicant's people first opened the notified decision, a person, and when. */
  readonly read: { readonly on: CivilDate; readonly by: string } | null;
  readonly askedReasons: AskedReasons | null;
  readonly appeals: readonly LodgedAppeal[];
  /** When an upheld appeal reopened the file: once only. */
  readonly reopenedOn: CivilDate | null;
}

export const noApplication: ApplicationData = {
  ...noScoring,
  call: '', pole: '', structure: '', structureType: '', kind: 'initial', renews: null, renewsEndsOn: null, receivedOn: '', draft: null, inadmissible: null, fee: null, feeAsked: false, opinionsAsked: [], opinions: [], opinionsAwaited: false,
  silence: { period: 'P0D', suspensions: [], elapsedOn: null, contestUntil: null }, appraisals: [], objections: [], agenda: null, proposed: null, sentForSignatureOn: null, decision: null, conditions: [],
  notifiedOn: null, read: null, askedReasons: null, appeals: [], reopenedOn: null,
};
