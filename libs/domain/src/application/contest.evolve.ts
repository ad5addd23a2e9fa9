import { dueOf } from '../procedure/deadline.js';
import type { Entry } from '../procedure/entry.js';
import { textFact } from '../procedure/facts.js';
import type { AppealOutcome, ApplicationData, Contested, Silence } from './application.data.js';

/** Folds what follows a decision, express or implied: reasons that are asked for, appeals, a file that is reopened. */
export function evolveContest(data: ApplicationData, entry: Entry): ApplicationData {
  const { facts, on } = entry;
  switch (entry.type) {
    case 'silence-elapsed':
      return { ...data, silence: { ...data.silence, elapsedOn: on, contestUntil: contestUntil(entry) } };
    case 'reasons-requested':
      return { ...data, askedReasons: { requestedOn: on, givenOn: null }, silence: { ...data.silence, contestUntil: null } };
    case 'reasons-given':
      return { ...data, askedReasons: { requestedOn: data.askedReasons?.requestedOn ?? on, givenOn: on }, silence: { ...data.silence, contestUntil: contestUntil(entry) } };
    case 'appeal-lodged': {
      const lodged = { appeal: textFact(facts, 'appeal'), against: facts['against'] as Contested, lodgedOn: textFact(facts, 'lodgedOn'), outcome: null };
      return { ...data, appeals: [...data.appeals, lodged] };
    }
    case 'appeal-settled':
      return { ...data, appeals: data.appeals.map((one) => (one.appeal === facts['appeal'] ? { ...one, outcome: facts['outcome'] as AppealOutcome } : one)) };
    case 'implied-rejection-withdrawn':
      return { ...data, askedReasons: null, silence: { ...begunAnew(data.silence, on), suspensions: stillRunning(data.silence, on) } };
    case 'reopened':
      return { ...undecidedAgain(data), askedReasons: null, reopenedOn: on, silence: begunAnew(data.silence, on) };
    default:
      return data;
  }
}

/** The decision of before stays in the journal; the file waits for another one. */
function undecidedAgain(data: ApplicationData): ApplicationData {
  return { ...data, inadmissible: null, agenda: null, proposed: null, sentForSignatureOn: null, decision: null, conditions: [], notifiedOn: null, read: null };
}

/** The implied-decision clock begins again from its whole period. */
export function begunAnew({ period }: Pick<Silence, 'period'>, since: string): Silence {
  return { period, since, suspensions: [], elapsedOn: null, contestUntil: null };
}

/** A suspension that is under way goes on under the new clock. */
function stillRunning({ suspensions }: Silence, on: string): Silence['suspensions'] {
  return suspensions.slice(-1).filter(({ to }) => to > on);
}

function contestUntil(entry: Entry): string | null {
  return dueOf(entry.armed, 'silence-appeal-limit')?.on ?? null;
}
