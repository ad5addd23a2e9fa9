import { impliedDecisionDate } from '../calendar/silence.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import type { DeadlineSpec } from '../procedure/deadline.js';
import { refuse, type DraftEntry, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { suspendedUntil } from './application.evolve.js';
import { tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { undecided } from './application.status.js';
import { toRenewal } from './messages.js';

type ApplicationTerms = Terms['application'];

/**
 * Receives the file. In time is decided by the civil date of effect against the call's closing; a late attempt changes nothing
 * and stays as the outcome of its command. Facts {call, callClosesOn, pole, structure, structureType, kind, renews?, renewsEndsOn?,
 * draft: {version, hash}, contact?, rolling?}; `rolling`: a renewal that no call limits, `callClosesOn` is the label's last day.
 * Refuses `call-closed`, `renewal-closed`.
 */
export function submit(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const closesOn = textFact(act.facts, 'callClosesOn');
  if (act.on > closesOn) return refuse(act.facts['rolling'] === true ? 'renewal-closed' : 'call-closed', { closesOn });
  const silence = { received: act.on, period: terms.silence, suspensions: [] };
  const { renews, contact } = act.facts;
  return {
    entries: [{
      type: 'submitted',
      facts: { ...act.facts, silence: terms.silence },
      arm: [review(act, terms), { kind: 'implied-decision', rule: { on: impliedDecisionDate(silence) } }],
    }],
    notices: [tellPoleSignificantly(file, 'acknowledgement', {
      facts: { receivedOn: act.on, ...(contact === undefined ? {} : { contact }) }, dates: { impliedDecisionOn: 'implied-decision' },
    }, textFact(act.facts, 'pole'))],
    messages: toRenewal(file.subject, renews, 'applicationSubmitted', {}),
  };
}

/** Application review by the secretariat, from receipt or from the arrival of missing pieces. */
function review(act: Act, terms: ApplicationTerms): DeadlineSpec {
  return { kind: 'review-due', rule: { from: act.on, after: terms.review, skipClosedPeriods: true }, marks: reminders(terms.reviewReminders) };
}

function reminders(offsets: readonly string[]): { name: string; offset: string }[] {
  return offsets.map((offset) => ({ name: 'reminder', offset }));
}

/**
 * Asks for indispensable pieces; the content lists them. Facts {limitOn?}: without it the scheme's limit, rolled to a working day.
 * The implied-decision clock stands still for the time granted [CRPA L114-5]. Refuses `pieces-unlisted`, `date-in-the-past`.
 */
export function requestPieces(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { limitOn } = act.facts;
  if (!act.content) return refuse('pieces-unlisted');
  if (typeof limitOn === 'string' && limitOn <= act.on) return refuse('date-in-the-past', { to: limitOn });
  const rule = typeof limitOn === 'string' ? { on: limitOn } : { from: act.on, after: terms.piecesLimit, roll: 'working-day' as const };
  return {
    entries: [{
      ...entry('pieces-requested', act),
      disarm: ['implied-decision'],
      arm: [{ kind: 'pieces-due', rule, marks: reminders(terms.piecesReminders) }],
    }],
    notices: [tellPoleSignificantly(file, 'pieces-requested', { dates: { limitOn: 'pieces-due' }, whileStatus: ['incomplete'] })],
  };
}

/** The pieces arrive (content): the review goes on, and the implied-decision clock with the days it stood still. */
export function supplyPieces(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const resumed = impliedDecisionAfter(file, act.on);
  return {
    entries: [{
      ...entry('pieces-supplied', act),
      arm: [review(act, terms), ...(resumed ? [{ kind: 'implied-decision', rule: { on: resumed } }] : [])],
    }],
    notices: [
      tellPole(file, 'pieces-received', { facts: { receivedOn: act.on }, ...(resumed ? { dates: { impliedDecisionOn: 'implied-decision' } } : {}) }),
      tellOfficer(file, 'review-due', ['submitted'], { dates: { dueOn: 'review-due' } }),
    ],
  };
}

/** When silence will count as a rejection if the suspension ends on `on`; nothing when it has done so already. */
function impliedDecisionAfter(file: ApplicationFile, on: CivilDate): CivilDate | undefined {
  const { receivedOn, silence } = file.data;
  if (silence.elapsedOn !== null) return undefined;
  return impliedDecisionDate({ received: receivedOn, period: silence.period, suspensions: suspendedUntil(silence, on).suspensions });
}

/** The pieces never came: inadmissible, for that reason. */
export function piecesMissing(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return inadmissible(file, { type: 'declared-inadmissible', facts: { cause: 'pieces-missing' } }, act.on, terms);
}

/** The secretariat declares the file inadmissible; content holds the reasons. Refuses `reasons-missing`. */
export function declareInadmissible(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  return inadmissible(file, entry('declared-inadmissible', act, { cause: 'review' }), act.on, terms);
}

function inadmissible(file: ApplicationFile, declared: DraftEntry, on: CivilDate, terms: ApplicationTerms): Verdict {
  return {
    entries: [{ ...declared, arm: [{ kind: 'appeal-limit', rule: { from: on, after: terms.appeal, franc: true } }] }],
    notices: [tellPoleSignificantly(file, 'inadmissible', { dates: { appealUntil: 'appeal-limit' } })],
    messages: toRenewal(file.subject, file.data.renews, 'applicationDecided', { outcome: 'refuse', cause: 'inadmissible' }),
  };
}

export function reviewOverdue(file: ApplicationFile, act: Act): Verdict {
  return { entries: [{ type: 'review-overdue', facts: {} }], notices: [tellOfficer(file, 'review-due', ['submitted'], { facts: { dueOn: act.on } })] };
}

/** Complete and admissible: the appraisal as a whole begins. */
export function admit(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return {
    entries: [{
      ...entry('admitted', act),
      arm: [{ kind: 'appraisal-due', rule: { from: act.on, after: terms.appraisal, skipClosedPeriods: true } }],
    }],
    notices: [tellPole(file, 'admitted')],
  };
}

/** Two months of silence count as a rejection [CRPA L231-4]; the file goes on, and an express decision will come. */
export function silenceElapsed(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return {
    entries: [{ type: 'silence-elapsed', facts: {}, arm: [{ kind: 'silence-appeal-limit', rule: { from: act.on, after: terms.appeal, franc: true } }] }],
    notices: [tellPoleSignificantly(file, 'silence-elapsed', { dates: { appealUntil: 'silence-appeal-limit' }, whileStatus: [...undecided] })],
  };
}

/** An entry that repeats the act's content. */
export function entry(type: string, act: Act, facts: DraftEntry['facts'] = {}): DraftEntry {
  return act.content ? { type, facts, content: act.content } : { type, facts };
}
