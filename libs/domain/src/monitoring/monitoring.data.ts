import type { CivilDate, CivilPeriod } from '../calendar/types.js';

/** What is remembered of one period. Dates are those of effect. */
export interface PeriodRecord {
  /** From 1. */
  readonly n: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The report's date as it stands, or stood when the report came. */
  readonly dueOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
  /** The first report came after its date. */
  readonly late: boolean;
  readonly corrections: number;
  readonly formalNoticeOn: CivilDate | null;
  readonly outcome: 'validated' | 'defaulted' | null;
  readonly outcomeOn: CivilDate | null;
  /** A report that came after the default; absent as long as none has. */
  readonly lateReport?: LateReport;
  /** Absent before the period is over, and where the scheme asks for no financial report. */
  readonly financial?: FinancialRecord;
  /** What came of the survey of the firms served; absent before it is closed. */
  readonly survey?: SurveyRecord;
}

/** The account of what a period's money was spent on. It goes its own way beside the yearly report. */
export interface FinancialRecord {
  readonly state: 'awaited' | 'submitted' | 'returned' | 'validated' | 'defaulted';
  readonly dueOn: CivilDate;
  /** When it first came, and whether that was after its date. */
  readonly submittedOn: CivilDate | null;
  readonly late: boolean;
  readonly corrections: number;
  /** Declared, and accepted, in cents. */
  readonly spent: number | null;
  readonly accepted: number | null;
  readonly outcomeOn: CivilDate | null;
}

export interface LateReport {
  readonly state: 'submitted' | 'returned' | 'validated';
  readonly submittedOn: CivilDate;
  readonly settledOn: CivilDate | null;
}

/** A survey's result. One of the centre's own is declared, and never counted with central ones. */
export interface SurveyRecord {
  /** `none`: nobody asked the firms in that period. */
  readonly runBy: 'secretariat' | 'centre' | 'none';
  readonly sent: number;
  readonly answered: number;
  /** Mean satisfaction in hundredths of a point; null where too few answered for a figure to be shown. */
  readonly mean: number | null;
  /** The end of the scale of a centre's own score; of a central one the scheme's question says it. */
  readonly outOf?: number;
}

/** The appraisal in the middle of the term. */
export interface MidTerm {
  readonly state: 'asked' | 'staffed' | 'appraised';
  /** Experts named so far; the present one's appraisal is `appraisal/<key>/<100 + named>`. */
  readonly named: number;
  readonly expert: string | null;
  /** Weighted total in hundredths of a point, of 10 000. */
  readonly total: number | null;
  readonly appraisedOn: CivilDate | null;
}

export interface MonitoringData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string;
  readonly pole: string;
  /** First and last day of the label, as decided when it was awarded. */
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** In their order; the last is the present one. */
  readonly periods: readonly PeriodRecord[];
  /** Times by which the label was extended and on which it reports. */
  readonly extensions: readonly CivilPeriod[];
  /** The last day after an extension, whether it is reported on or not. */
  readonly extendedTo: CivilDate | null;
  /** The label ended before its last day. */
  readonly ended: { readonly cause: string; readonly on: CivilDate } | null;
  readonly suspendedOn: CivilDate | null;
  readonly midTerm: MidTerm | null;
}

export const blankMonitoring: MonitoringData = {
  award: '', call: '', pole: '', startsOn: '', endsOn: '', periods: [], extensions: [], extendedTo: null, ended: null, suspendedOn: null, midTerm: null,
};

/** The period that runs, or whose report is awaited or under review. */
export function presentPeriod(data: Pick<MonitoringData, 'periods'>): PeriodRecord {
  const last = data.periods.at(-1);
  if (!last) throw new RangeError('No period has begun.');
  return last;
}

/** The period of this number, if it has begun. */
export function periodNumbered(data: Pick<MonitoringData, 'periods'>, n: unknown): PeriodRecord | undefined {
  return data.periods.find((period) => period.n === n);
}

/** Changes the record of one period. */
export function withPeriod<D extends Pick<MonitoringData, 'periods'>>(data: D, n: unknown, change: Partial<PeriodRecord>): D {
  return { ...data, periods: data.periods.map((period) => (period.n === n ? { ...period, ...change } : period)) };
}
