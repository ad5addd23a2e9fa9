import type { Entry } from '../procedure/entry.js';
import { optionalText } from '../procedure/facts.js';
import type { MidTerm, MonitoringData } from './monitoring.data.js';

/** Appraisals of the label's own time are numbered after this, so that none meets one of its application. */
export const midTermBase = 100;

/** Folds what concerns the appraisal at mid-term; undefined for every other entry. */
export function evolveMidTerm(data: MonitoringData, { type, facts, on }: Entry): MonitoringData | undefined {
  const before: MidTerm = data.midTerm ?? { state: 'asked', named: 0, expert: null, total: null, appraisedOn: null };
  const change = (what: Partial<MidTerm>): MonitoringData => ({ ...data, midTerm: { ...before, ...what } });
  switch (type) {
    case 'mid-term-asked':
      return change({});
    case 'mid-term-staffed':
      return change({ state: 'staffed', named: Number(facts['n']) - midTermBase, expert: optionalText(facts, 'expert') });
    case 'mid-term-expert-lost':
      return change({ state: 'asked', expert: null });
    case 'mid-term-appraised':
      return change({ state: 'appraised', total: Number(facts['total']), appraisedOn: on });
    default:
      return undefined;
  }
}
