import type { Facts } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { evolveFinancial } from './financial.data.js';
import { evolveMidTerm } from './mid-term.data.js';
import { type MonitoringData, type PeriodRecord, periodNumbered, presentPeriod, type SurveyRecord, withPeriod } from './monitoring.data.js';

/** Folds one entry into the data. */
export function evolveMonitoring(data: MonitoringData, entry: Entry): MonitoringData {
  return evolveFinancial(data, entry) ?? evolveMidTerm(data, entry) ?? evolveLabel(data, entry) ?? evolveReport(data, entry);
}

/** The yearly reports, those that come after their default, and the surveys. */
function evolveReport(data: MonitoringData, entry: Entry): MonitoringData {
  const { facts, on } = entry;
  switch (entry.type) {
    case 'period-opened':
      return { ...withLabel(data, facts), periods: [...data.periods, opened(entry)] };
    case 'deadline-moved':
      return facts['kind'] === 'report-due' ? withPresent(data, { dueOn: textFact(facts, 'to') }) : data;
    case 'report-submitted': {
      const { submittedOn, dueOn } = presentPeriod(data);
      return submittedOn === null ? withPresent(data, { submittedOn: on, late: dueOn !== null && on > dueOn }) : data;
    }
    case 'correction-requested':
      return withPresent(data, { corrections: presentPeriod(data).corrections + 1 });
    case 'formal-notice-served':
      return withPresent(data, { formalNoticeOn: on });
    case 'report-validated':
      return withPresent(data, { outcome: 'validated', outcomeOn: on });
    case 'period-defaulted':
      return withPresent(data, { outcome: 'defaulted', outcomeOn: on });
    case 'late-report-submitted':
      return withPeriod(data, facts['n'], { lateReport: { state: 'submitted', submittedOn: on, settledOn: null } });
    case 'late-report-returned':
      return settled(data, entry, 'returned');
    case 'late-report-validated':
      return settled(data, entry, 'validated');
    case 'survey-result':
      return withPeriod(data, facts['n'], { survey: surveyed(facts) });
    default:
      return data;
  }
}

/** What becomes of the label itself; undefined for every other entry. */
function evolveLabel(data: MonitoringData, { type, facts, on, armed }: Entry): MonitoringData | undefined {
  switch (type) {
    case 'label-suspended':
      return { ...data, suspendedOn: on };
    case 'label-reinstated':
      return { ...data, suspendedOn: null };
    case 'label-ended':
    case 'period-cut-short': {
      const ended = { cause: textFact(facts, 'cause'), on: textFact(facts, 'on') };
      const { n, from, to } = presentPeriod(data);
      const last = ended.on < from ? from : ended.on;
      const midTerm = data.midTerm?.state === 'appraised' ? data.midTerm : null;
      return withPeriod({ ...data, ended, midTerm }, n, { ...(last < to ? { to: last } : {}), ...(type === 'period-cut-short' ? { dueOn: dueOf(armed, 'report-due')?.on ?? null } : {}) });
    }
    case 'label-extended': {
      const from = optionalText(facts, 'from');
      const to = textFact(facts, 'endsOn');
      return { ...data, extendedTo: to, extensions: from === null ? data.extensions : [...data.extensions, { from, to }] };
    }
    default:
      return undefined;
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
  return withPeriod(data, presentPeriod(data).n, change);
}

function settled(data: MonitoringData, { facts, on }: Entry, state: 'returned' | 'validated'): MonitoringData {
  const lateReport = periodNumbered(data, facts['n'])?.lateReport;
  return lateReport ? withPeriod(data, facts['n'], { lateReport: { ...lateReport, state, settledOn: on } }) : data;
}

function surveyed(facts: Facts): SurveyRecord {
  return {
    runBy: facts['runBy'] === 'centre' || facts['runBy'] === 'none' ? facts['runBy'] : 'secretariat',
    ...(typeof facts['outOf'] === 'number' ? { outOf: facts['outOf'] } : {}),
    sent: Number(facts['sent']), answered: Number(facts['answered']), mean: typeof facts['mean'] === 'number' ? facts['mean'] : null,
  };
}
