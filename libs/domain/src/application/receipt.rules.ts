import { impliedDecisionDate } from '../calendar/silence.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, dueOf, reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { endOpenAppeal } from './appeals.js';
import { feeDue, owesFee } from './fee.js';
import { toRenewal } from './messages.js';
import { askOpinions } from './opinion.rules.js';
import { tooEarly } from './reapplication.js';
import { impliedDecision, impliedDecisionAfter, warnedAtOnce } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/**
 * Receives the file. In time is decided by the civil date of effect against the call's closing; a late attempt changes nothing
 * and stays as the outcome of its command. Facts {call, callClosesOn, pole, structure, structureType, kind, renews?, renewsEndsOn?,
 * draft: {version, hash}, contact?, rolling?}; `rolling`: a renewal that no call limits, `callClosesOn` is the label's last day.
 * Fact `lastRefusedOn`: when this pole's last application under the scheme was refused, if one was.
 * Refuses `call-closed`, `renewal-closed`, `reapplication-too-early`.
 */
export function submit(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const closesOn = textFact(act.facts, 'callClosesOn');
  if (act.on > closesOn) return refuse(act.facts['rolling'] === true ? 'renewal-closed' : 'call-closed', { closesOn });
  const early = tooEarly(act, terms);
  if (early) return early;
  // What came by post is in time by its postmark; silence counts from the day on which it came [CRPA L114-3].
  const silence = { received: enteredOn(act), period: terms.silence, suspensions: [] };
  const { renews, contact } = act.facts;
  return {
    entries: [{
      type: 'submitted',
      facts: { ...act.facts, silence: terms.silence, ...(terms.fee ? { fee: true } : {}) },
      arm: [review(act, terms), impliedDecision(impliedDecisionDate(silence), terms), ...feeDue(act, terms)],
    }],
    notices: [tellPoleSignificantly(file, 'acknowledgement', {
      facts: { receivedOn: act.on, ...(contact === undefined ? {} : { contact }) }, dates: { impliedDecisionOn: 'implied-decision' },
    }, textFact(act.facts, 'pole')), ...(terms.fee ? [tellPoleSignificantly(file, 'fee-asked', { dates: { limitOn: 'fee-due' }, whileStatus: ['submitted', 'incomplete'] }, textFact(act.facts, 'pole'))] : [])],
    messages: toRenewal(file.subject, renews, 'applicationSubmitted', {}),
  };
}

/** Application review by the secretariat, from the day on which the file or its missing pieces came to it. */
export function review(act: Act, terms: ApplicationTerms): DeadlineSpec {
  return { kind: 'review-due', rule: { from: enteredOn(act), after: terms.review, skipClosedPeriods: true }, marks: reminders(terms.reviewReminders) };
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
      arm: [review(act, terms), ...(resumed ? [impliedDecision(resumed, terms)] : [])],
    }],
    notices: [
      tellPole(file, 'pieces-received', { facts: { receivedOn: act.on }, ...(resumed ? { dates: { impliedDecisionOn: 'implied-decision' } } : {}) }),
      tellOfficer(file, 'review-due', ['submitted'], { dates: { dueOn: 'review-due' } }),
      ...(resumed ? warnedAtOnce(file, act, resumed, terms) : []),
    ],
  };
}

/** The pieces never came: inadmissible, for that reason. */
export function piecesMissing(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return inadmissible(file, { type: 'declared-inadmissible', facts: { cause: 'pieces-missing' } }, act.on, terms, { piecesDueOn: dueOf(file.deadlines, 'pieces-due')?.on ?? act.on });
}

/** The secretariat declares the file inadmissible; content holds the reasons. Refuses `reasons-missing`. */
export function declareInadmissible(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  return inadmissible(file, entry('declared-inadmissible', act, { cause: 'review' }), act.on, terms);
}

/** Inadmissible from this day, with the time for an appeal; `facts` are what the notice says of the cause. */
export function inadmissible(file: ApplicationFile, declared: DraftEntry, on: CivilDate, terms: ApplicationTerms, facts?: DraftEntry['facts']): Verdict {
  return {
    entries: [{ ...declared, arm: [{ kind: 'appeal-limit', rule: { from: on, after: terms.appeal, franc: true } }] }],
    notices: [tellPoleSignificantly(file, 'inadmissible', { ...(facts ? { facts } : {}), dates: { appealUntil: 'appeal-limit' } })],
    messages: [...toRenewal(file.subject, file.data.renews, 'applicationDecided', { outcome: 'refuse', cause: 'inadmissible' }, file.seq + 1), ...endOpenAppeal(file, 'express-decision')],
  };
}

export function reviewOverdue(file: ApplicationFile, act: Act): Verdict {
  return { entries: [{ type: 'review-overdue', facts: {} }], notices: [tellOfficer(file, 'review-due', ['submitted'], { facts: { dueOn: act.on } })] };
}

/** Complete and admissible: the appraisal as a whole begins, and opinions are asked for where the scheme wants them. Refuses `fee-unpaid`. */
export function admit(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const owed = owesFee(file, terms);
  if (owed) return owed;
  const asked = askOpinions(file, act, terms);
  return {
    entries: [{
      ...entry('admitted', act, asked.facts),
      arm: [{ kind: 'appraisal-due', rule: { from: act.on, after: terms.appraisal, skipClosedPeriods: true } }, ...asked.arm],
    }],
    notices: [tellPole(file, 'admitted'), ...asked.notices],
  };
}
