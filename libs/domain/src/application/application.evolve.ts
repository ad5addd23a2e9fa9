import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import type { Entry } from '../procedure/entry.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { ApplicationData, DecisionOutcome, Silence } from './application.data.js';
import { evolveObjections } from './objection.rules.js';
import { conditionsIn, moved } from './conditions.js';
import { evolveContest } from './contest.evolve.js';
import type { Appraisal } from './panel.js';
import { evolveParts } from './parts.evolve.js';
import { evolveScoring } from './scoring.evolve.js';

/** Folds one entry of the journal into what the application adds up to. */
export function evolveApplication(data: ApplicationData, entry: Entry): ApplicationData {
  const { facts, on } = entry;
  switch (entry.type) {
    case 'submitted':
      return submitted(data, entry);
    case 'pieces-requested':
      return { ...data, silence: { ...data.silence, suspensions: [...data.silence.suspensions, { from: on, to: dueOf(entry.armed, 'pieces-due')?.on ?? on }] } };
    case 'deadline-moved':
      if (facts['kind'] === 'condition-due') return { ...data, conditions: moved(data.conditions, textFact(facts, 'from'), textFact(facts, 'to')) };
      return facts['kind'] === 'pieces-due' ? { ...data, silence: suspendedUntil(data.silence, textFact(facts, 'to')) } : data;
    case 'pieces-supplied':
      return { ...data, silence: suspendedUntil(data.silence, on) };
    case 'declared-inadmissible':
      return { ...data, inadmissible: { cause: textFact(facts, 'cause'), on } };
    case 'reopened-in-time':
      if (facts['kind'] === 'fee-due') return feeInTime(data, textFact(facts, 'enteredOn'));
      return facts['kind'] === 'pieces-due' ? reopenedInTime(data, on, textFact(facts, 'enteredOn')) : data;
    case 'deadline-reopened':
      return facts['kind'] === 'pieces-due' ? { ...data, inadmissible: null, silence: suspendedUntil(data.silence, textFact(facts, 'to')) } : { ...data, ...evolveScoring(entry) };
    case 'fee-paid':
    case 'fee-exempted':
    case 'admitted':
    case 'opinion-given':
    case 'opinions-closed':
      return { ...data, ...evolveParts(data, entry) };
    case 'panel-staffed':
      return { ...data, appraisals: [...data.appraisals, ...invited(facts)] };
    case 'appraisal-received':
      return { ...data, appraisals: changed(data, facts, { state: 'submitted', total: Number(facts['total']), marks: (facts['marks'] ?? null) as Appraisal['marks'] }) };
    case 'appraisal-lost':
    case 'appraisal-dropped':
      return { ...data, appraisals: changed(data, facts, { state: 'lost', cause: textFact(facts, 'cause'), ...(optionalText(facts, 'dueOn') === null ? {} : { dueOn: textFact(facts, 'dueOn') }) }) };
    case 'appraisal-resumed':
      return { ...data, appraisals: changed(data, facts, { state: 'writing', cause: null }) };
    case 'expert-objected':
    case 'objection-decided':
      return evolveObjections(data, entry.type, facts);
    case 'divergence-found':
    case 'consensus-opened':
    case 'reply-opened':
    case 'appraisals-complete':
    case 'rapporteur-named':
    case 'consensus-recorded':
    case 'reply-received':
      return { ...data, ...evolveScoring(entry) };
    case 'put-on-agenda':
      return { ...data, agenda: { session: textFact(facts, 'session'), on: textFact(facts, 'on') } };
    case 'taken-off-agenda':
    case 'deferred-by-committee':
      return { ...data, agenda: null };
    case 'reserved':
      return { ...data, agenda: null, reserveRank: Number(facts['rank']) };
    case 'decision-proposed':
      return { ...data, agenda: null, ...(data.reserveRank ? { reserveRank: null } : {}), proposed: facts['outcome'] as DecisionOutcome, sentForSignatureOn: null };
    case 'sent-for-signature':
      return { ...data, sentForSignatureOn: textFact(facts, 'sentOn') };
    case 'decision-deferred':
      return { ...data, proposed: null, sentForSignatureOn: null };
    case 'decision-signed':
      return { ...data, decision: { outcome: facts['outcome'] as DecisionOutcome, signedOn: textFact(facts, 'signedOn'), startsOn: optionalText(facts, 'startsOn'), endsOn: optionalText(facts, 'endsOn') }, conditions: conditionsIn(facts).map((one) => ({ ...one, metOn: null, overdue: false })) };
    case 'award-notified':
    case 'conditional-award-notified':
    case 'refusal-notified':
      return { ...data, notifiedOn: textFact(facts, 'notifiedOn') };
    case 'decision-read':
      return { ...data, read: { on, by: 'command' in entry.source ? entry.source.actor : '' } };
    case 'condition-met':
      return { ...data, conditions: data.conditions.map((one) => (one.n === facts['n'] ? { ...one, metOn: on } : one)) };
    case 'condition-overdue':
      return { ...data, conditions: data.conditions.map((one) => ((facts['conditions'] as readonly number[]).includes(one.n) ? { ...one, overdue: true } : one)) };
    default:
      return evolveContest(data, entry);
  }
}

function submitted(data: ApplicationData, { facts, on }: Entry): ApplicationData {
  return {
    ...data,
    call: textFact(facts, 'call'),
    pole: textFact(facts, 'pole'),
    structure: textFact(facts, 'structure'),
    structureType: textFact(facts, 'structureType'),
    kind: facts['kind'] === 'renewal' ? 'renewal' : 'initial',
    renews: optionalText(facts, 'renews'),
    renewsEndsOn: optionalText(facts, 'renewsEndsOn'),
    receivedOn: on,
    feeAsked: facts['fee'] === true,
    draft: facts['draft'] as unknown as ApplicationData['draft'],
    silence: { ...data.silence, period: textFact(facts, 'silence'), ...(typeof facts['enteredOn'] === 'string' ? { since: facts['enteredOn'] } : {}) },
  };
}

/** The suspension that is under way ends on another day; it never ends before it began. */
export function suspendedUntil(silence: Silence, to: CivilDate): Silence {
  const last = silence.suspensions.at(-1);
  if (!last) return silence;
  return { ...silence, suspensions: [...silence.suspensions.slice(0, -1), { from: last.from, to: to < last.from ? last.from : to }] };
}

/**
 * What the data are once pieces of this day undo the inadmissibility. The clock of silence had stood still until the pieces came; it stood
 * still too while the express decision stood, from that day to the day on which the pieces were entered.
 */
export function reopenedInTime(data: ApplicationData, piecesOn: CivilDate, enteredOn: CivilDate): ApplicationData {
  const silence = suspendedUntil(data.silence, piecesOn);
  const declaredOn = data.inadmissible?.on ?? enteredOn;
  const stood = { from: declaredOn, to: enteredOn < declaredOn ? declaredOn : enteredOn };
  return { ...data, inadmissible: null, silence: { ...silence, suspensions: [...silence.suspensions, stood] } };
}

/** What the data are once a fee that was paid in time undoes the inadmissibility: the clock of silence had stood still while that decision stood. */
export function feeInTime(data: ApplicationData, enteredOn: CivilDate): ApplicationData {
  const from = data.inadmissible?.on ?? enteredOn;
  // Pieces may have been awaited too: that suspension ended with the decision.
  const before = data.silence.suspensions.map((one) => (one.to > from ? { from: one.from, to: from } : one));
  return { ...data, inadmissible: null, silence: { ...data.silence, suspensions: [...before, { from, to: enteredOn < from ? from : enteredOn }] } };
}

function invited(facts: Facts): Appraisal[] {
  return (facts['appraisals'] as readonly Facts[]).map((a) => ({ n: Number(a['n']), expert: textFact(a, 'expert'), state: 'writing', total: null, marks: null, cause: null, ...(typeof a['replaces'] === 'number' ? { replaces: a['replaces'] } : {}) }));
}

function changed(data: ApplicationData, facts: Facts, change: Partial<Appraisal>): Appraisal[] {
  return data.appraisals.map((a) => (a.n === facts['n'] ? { ...a, ...change } : a));
}
