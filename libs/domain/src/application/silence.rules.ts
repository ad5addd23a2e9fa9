import { plus } from '../calendar/civil-date.js';
import { impliedDecisionDate } from '../calendar/silence.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, dueOf } from '../procedure/deadline.js';
import type { Notice, Verdict } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import { suspendedUntil } from './application.evolve.js';
import { tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { silenceRuns, undecided } from './application.status.js';
import type { ApplicationData, Silence } from './application.data.js';

type ApplicationTerms = Terms['application'];

/** The end of the implied-decision clock, with the mark at which the authority is warned (schemes loaded before it have none). */
export function impliedDecision(on: CivilDate, { silenceWarning }: Pick<ApplicationTerms, 'silenceWarning'>): DeadlineSpec {
  return { kind: 'implied-decision', rule: { on }, ...(silenceWarning === undefined ? {} : { marks: [{ name: 'warning', offset: silenceWarning }] }) };
}

/** The day at whose end silence counts as a rejection, by a clock as it stands. */
export function impliedOn({ receivedOn }: Pick<ApplicationData, 'receivedOn'>, { since, period, suspensions }: Pick<Silence, 'since' | 'period' | 'suspensions'>): CivilDate {
  return impliedDecisionDate({ received: since ?? receivedOn, period, suspensions });
}

/** When silence will count as a rejection if the suspension ends on `on`; nothing when it has done so already. */
export function impliedDecisionAfter({ data }: ApplicationFile, on: CivilDate): CivilDate | undefined {
  return data.silence.elapsedOn === null ? impliedOn(data, suspendedUntil(data.silence, on)) : undefined;
}

/** Two weeks or so before silence counts as a rejection: the authority and the case officer are told. */
export function silenceNear(file: ApplicationFile): Verdict {
  const due = dueOf(file.deadlines, 'implied-decision');
  return { entries: [{ type: 'silence-near', facts: {} }], notices: due ? tellOfSilenceNear(file, due.on) : [] };
}

/** A clock that runs again with fewer days left than the warning: its moment has passed, so they are told at once. */
export function warnedAtOnce(file: ApplicationFile, act: Act, on: CivilDate, { silenceWarning }: ApplicationTerms): Notice[] {
  return silenceWarning !== undefined && plus(on, silenceWarning) <= act.on ? tellOfSilenceNear(file, on) : [];
}

/** To the authority once a call and date, however many of its files elapse on that day; to each file's case officer. */
function tellOfSilenceNear({ subject, data }: ApplicationFile, on: CivilDate): Notice[] {
  const facts = { impliedDecisionOn: on };
  const list = `/api/applications?call=${encodeURIComponent(data.call.replace(/^call\//, ''))}&silenceBefore=${on}`;
  return [
    { template: 'application.silence-near', key: `${data.call}/silence-near/${on}`, audience: { role: 'authority' }, facts: { ...facts, list } },
    { template: 'application.silence-near-officer', key: `${subject}/silence-near/${on}/officer`, audience: { officerOf: subject }, facts, whileStatus: [...silenceRuns] },
  ];
}

/** Two months of silence count as a rejection [CRPA L231-4]; the file goes on, and an express decision will come. */
export function silenceElapsed(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return {
    entries: [{ type: 'silence-elapsed', facts: {}, arm: [silenceAppealLimit(act.on, terms)] }],
    notices: [tellPoleSignificantly(file, 'silence-elapsed', { dates: { appealUntil: 'silence-appeal-limit' }, whileStatus: [...undecided] })],
  };
}

/** The last day to contest the implied rejection, a délai franc. */
export function silenceAppealLimit(from: CivilDate, { appeal }: Pick<ApplicationTerms, 'appeal'>): DeadlineSpec {
  return { kind: 'silence-appeal-limit', rule: { from, after: appeal, franc: true } };
}
