import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';

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
}

export interface MonitoringData {
  /** Subject ids of the label and of its call. */
  readonly award: string;
  readonly call: string;
  readonly pole: string;
  /** First and last day of the label, as decided. */
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** In their order; the last is the present one. */
  readonly periods: readonly PeriodRecord[];
}

export const blankMonitoring: MonitoringData = { award: '', call: '', pole: '', startsOn: '', endsOn: '', periods: [] };

/** The period that runs, or whose report is awaited or under review. */
export function presentPeriod(data: MonitoringData): PeriodRecord {
  const last = data.periods.at(-1);
  if (!last) throw new RangeError('No period has begun.');
  return last;
}

/** Folds one entry into the data. */
export function evolveMonitoring(data: MonitoringData, entry: Entry): MonitoringData {
  const { facts } = entry;
  switch (entry.type) {
    case 'period-opened':
      return { ...withLabel(data, facts), periods: [...data.periods, opened(entry)] };
    case 'deadline-moved':
      return facts['kind'] === 'report-due' ? withPresent(data, { dueOn: textFact(facts, 'to') }) : data;
    case 'report-submitted': {
      const { submittedOn, dueOn } = presentPeriod(data);
      return submittedOn === null ? withPresent(data, { submittedOn: entry.on, late: dueOn !== null && entry.on > dueOn }) : data;
    }
    case 'correction-requested':
      return withPresent(data, { corrections: presentPeriod(data).corrections + 1 });
    case 'formal-notice-served':
      return withPresent(data, { formalNoticeOn: entry.on });
    case 'report-validated':
      return withPresent(data, { outcome: 'validated', outcomeOn: entry.on });
    case 'period-defaulted':
      return withPresent(data, { outcome: 'defaulted', outcomeOn: entry.on });
    default:
      return data;
  }
}

function opened({ facts, armed }: Entry): PeriodRecord {
  return {
    n: Number(facts['n']), from: textFact(facts, 'from'), to: textFact(facts, 'to'),
    dueOn: dueOf(armed, 'report-due')?.on ?? null,
    submittedOn: null, late: false, corrections: 0, formalNoticeOn: null, outcome: null, outcomeOn: null,
  };
}

/** The first period's entry carries the label's facts as well. */
function withLabel(data: MonitoringData, facts: Facts): MonitoringData {
  if (typeof facts['award'] !== 'string') return data;
  const text = (name: string): string => textFact(facts, name);
  return { ...data, award: text('award'), call: text('call'), pole: text('pole'), startsOn: text('startsOn'), endsOn: text('endsOn') };
}

function withPresent(data: MonitoringData, change: Partial<PeriodRecord>): MonitoringData {
  return { ...data, periods: [...data.periods.slice(0, -1), { ...presentPeriod(data), ...change }] };
}
