import type { Facts } from '../procedure/act.js';
import { play, type PlayedAct } from '../procedure/testing.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { monitoringProcedure } from './monitoring.procedure.js';

/** Of a label with payments, surveys and an appraisal after the first period. */
export const wholeTerms: MonitoringTerms = {
  period: 'P1Y', reportDue: 'P2M', reportReminders: ['-P30D', '-P7D', 'P0D', 'P7D'], formalNotice: 'P30D', defaultAfter: 'P30D', review: 'P30D', correction: 'P30D',
  financialReportDue: 'P6M', financed: true, survey: true, midTerm: { after: 1, within: 'P30D', threshold: 60 },
};

/** Periods end on 30 June; the first report is due on 30 August 2028, its account on 2 January 2029: 30 December is a Saturday, then comes New Year. */
export const beginning: PlayedAct = {
  name: 'begin', by: 'procedure', on: '2027-06-20',
  facts: { award: 'award/1', call: 'call/1', pole: 'p-1', startsOn: '2027-07-01', endsOn: '2030-06-30' },
};

export const submit = (on: string): PlayedAct => ({ name: 'submitReport', by: 'applicant', on, facts: { version: 3 }, content: true });
export const correct = (on: string, facts: Facts = {}): PlayedAct => ({ name: 'requestCorrection', by: 'secretariat', on, facts, content: true });
export const validate = (on: string): PlayedAct => ({ name: 'validateReport', by: 'secretariat', on });
export const account = (on: string, n = 1, spent = 100_000): PlayedAct => ({ name: 'submitFinancialReport', by: 'applicant', on, facts: { n, spent }, content: true });
export const returned = (on: string, n = 1, facts: Facts = {}): PlayedAct => ({ name: 'returnFinancialReport', by: 'secretariat', on, facts: { n, ...facts }, content: true });
export const accept = (on: string, n = 1, accepted = 90_000): PlayedAct => ({ name: 'validateFinancialReport', by: 'secretariat', on, facts: { n, accepted } });
export const late = (name: 'submitLateReport' | 'returnLateReport' | 'validateLateReport', on: string, n = 1): PlayedAct => ({ name, by: name === 'submitLateReport' ? 'applicant' : 'secretariat', on, facts: { n }, content: true });
export const told = (name: string, on: string, facts: Facts = {}): PlayedAct => ({ name, by: 'procedure', on, facts });

export const runWith = (terms: MonitoringTerms, acts: readonly PlayedAct[], until?: string, begin = beginning): ReturnType<typeof playMonitoring> => playMonitoring(terms, [begin, ...acts], until);

function playMonitoring(terms: MonitoringTerms, acts: readonly PlayedAct[], until?: string) {
  return play(monitoringProcedure, terms, acts, until ? { until } : {});
}

/** Its journal without reminders, as lines. */
export const storyOf = (p: ReturnType<typeof runWith>): string[] => p.entries.filter((e) => e.type !== 'deadline-reminded').map((e) => `${e.on} ${e.type}`);

/** The code of what the last act was refused for. */
export const refusalOf = (p: ReturnType<typeof runWith>): unknown => (p.verdicts.at(-1) as { refused?: { code: string } }).refused?.code;
