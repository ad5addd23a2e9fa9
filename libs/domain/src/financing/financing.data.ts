import type { CivilDate } from '../calendar/types.js';
import type { Entry } from '../procedure/entry.js';
import type { InstalmentState } from './instalment.table.js';

export type Gate = 'contract-signed' | 'report-validated' | 'financial-report-validated';

/** An agreement that opens on its first day. Amounts are cents. */
export interface PlannedAgreement {
  readonly n: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly maximum: number;
  /** Monitoring periods whose reports it answers for; none: it is paid in one instalment, at once. */
  readonly periods: readonly number[];
}

export interface Agreement extends PlannedAgreement {
  /** Of accepted spending, in percent. */
  readonly rate: number;
  /** The maximum; less once the label has ended before the agreement did. */
  readonly ceiling: number;
  readonly reports: readonly number[];
  readonly accepted: readonly { readonly period: number; readonly cents: number }[];
  /** Periods whose report never came. */
  readonly defaulted: readonly number[];
  /** Periods whose account of the money never came. */
  readonly unaccounted: readonly number[];
  /** What was left to pay, negative to recover, once settled. */
  readonly balance: number | null;
  readonly settledOn: CivilDate | null;
}

export interface Instalment {
  /** `<agreement>-<code>`. */
  readonly id: string;
  readonly agreement: number;
  readonly code: string;
  readonly gate: Gate;
  /** The monitoring period whose report opens the gate. */
  readonly period: number;
  readonly cents: number;
  readonly state: InstalmentState;
  readonly dueOn: CivilDate | null;
  /** Person ids. */
  readonly preparedBy: string | null;
  readonly approvedBy: string | null;
  /** Which bank details it was prepared for. */
  readonly bank: number | null;
  readonly run: string | null;
  readonly executedOn: CivilDate | null;
  readonly rejection: string | null;
}

export const recoveryStates = ['found', 'demanded', 'overdue', 'recovered', 'waived', 'dropped'] as const;

export interface Recovery {
  readonly n: number;
  readonly agreement: number;
  readonly cents: number;
  readonly cause: 'balance' | 'label-ended';
  readonly state: (typeof recoveryStates)[number];
  readonly demandedOn: CivilDate | null;
  readonly dueOn: CivilDate | null;
  readonly recovered: number;
}

/** Bank details without the account itself: that is content, which `content` names. */
export interface BankDetails {
  readonly n: number;
  readonly last4: string;
  /** The legal person that carried the pole when they were given: it is paid, and nobody else. */
  readonly structure: string | null;
  readonly content: string;
  /** The account is in the name of neither the structure nor the pole: who confirms it says so. */
  readonly holderDiffers?: true;
  /** Person ids. */
  readonly proposedBy: string;
  readonly proposedOn: CivilDate;
  readonly calledBackOn: CivilDate | null;
  readonly calledBackBy: string | null;
  readonly confirmedOn: CivilDate | null;
  readonly confirmedBy: string | null;
}

export interface FinancingData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string;
  readonly pole: string;
  readonly structure: string | null;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** The label's last day and why, when it ended before its term. */
  readonly endedOn: CivilDate | null;
  readonly cause: string | null;
  /** The label is suspended, whatever the status here: a settled financing that is reopened is frozen then. */
  readonly suspended: boolean;
  readonly planned: readonly PlannedAgreement[];
  /** The number of the label's last monitoring period. */
  readonly lastPeriod: number;
  readonly agreements: readonly Agreement[];
  readonly instalments: readonly Instalment[];
  readonly recoveries: readonly Recovery[];
  /** In force, and proposed. */
  readonly bank: BankDetails | null;
  readonly pendingBank: BankDetails | null;
  /** How many were ever proposed. */
  readonly bankCount: number;
}

export const blankFinancing: FinancingData = {
  award: '', call: '', pole: '', structure: null, startsOn: '', endsOn: '', endedOn: null, cause: null, suspended: false, planned: [], lastPeriod: 0, agreements: [], instalments: [], recoveries: [],
  bank: null, pendingBank: null, bankCount: 0,
};

/** What of an entry is folded: drafts have it too, so that a rule sees where its own entries lead. */
export type Folded = Pick<Entry, 'type' | 'facts' | 'on'> & Partial<Pick<Entry, 'armed' | 'content' | 'source'>>;

/** The person behind an act; empty for a clock or a procedure. */
export function actorOf(source: Entry['source'] | undefined): string {
  return source && 'actor' in source ? source.actor : '';
}
