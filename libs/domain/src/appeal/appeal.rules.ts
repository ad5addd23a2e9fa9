import type { AppealOutcome } from '../application/application.data.js';
import { plus } from '../calendar/civil-date.js';
import type { Act } from '../procedure/act.js';
import type { DeadlineSpec } from '../procedure/deadline.js';
import { entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, optionalText, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { tellAuthority, tellOfficer, tellPerson, tellPole, type AppealFile } from './appeal.notices.js';

type AppealTerms = Terms['appeal'];

/**
 * The applicant contests a decision before the authority that took it; the grounds are content. Facts {application, call, pole, n, against,
 * limitOn (null: no time runs), reopenedBefore, contact?}. In time is decided by the day of effect (a postmark); silence counts from the day it came.
 * Refuses `appeal-late`, `grounds-missing`.
 */
export function lodge(file: AppealFile, act: Act, terms: AppealTerms): Verdict {
  const limitOn = optionalText(act.facts, 'limitOn');
  if (limitOn !== null && act.on > limitOn) return refuse('appeal-late', { on: limitOn });
  if (!act.content) return refuse('grounds-missing');
  const { contact, against = null } = act.facts;
  const received = enteredOn(act);
  return {
    entries: [{
      ...entry('lodged', act, act.facts),
      arm: [{ kind: 'appeal-due', rule: { from: received, after: terms.silence }, marks: [{ name: 'reminder', offset: terms.silenceWarning }] }],
    }],
    notices: [
      tellPole(file, 'appeal.acknowledgement', { facts: { receivedOn: act.on, ...(contact === undefined ? {} : { contact }) }, dates: { dismissedOn: 'appeal-due' } }, textFact(act.facts, 'pole')),
      tellOfficer(file, 'appeal.to-review', { dates: { dismissedOn: 'appeal-due' }, whileStatus: ['lodged'] }),
    ],
    messages: [{
      to: textFact(act.facts, 'application'), act: 'appealLodged', key: 'lodged',
      facts: { from: file.subject, appeal: file.subject, against, lodgedOn: act.on, dueOn: plus(received, terms.silence) },
    }],
  };
}

/**
 * The secretariat takes it up and names who examines it, or somebody else later. Facts {reviewer, firstDeciders: [person…]}.
 * Refuses `same-decider`: who decided first does not examine the appeal.
 */
export function review(file: AppealFile, act: Act): Verdict {
  const reviewer = textFact(act.facts, 'reviewer');
  if (isAmong(act.facts['firstDeciders'], reviewer)) return refuse('same-decider');
  const first = file.status === 'lodged';
  const firstDeciders = Array.isArray(act.facts['firstDeciders']) ? (act.facts['firstDeciders'] as string[]) : [];
  return {
    entries: [entry(first ? 'review-begun' : 'reviewer-changed', act, { reviewer, firstDeciders })],
    notices: [
      tellPerson(file, 'appeal.to-examine', reviewer, { dates: { dismissedOn: 'appeal-due' }, whileStatus: ['under_review'] }),
      ...(first ? [tellAuthority(file, 'appeal.to-decide', [...firstDeciders, reviewer], { dates: { dismissedOn: 'appeal-due' }, whileStatus: ['under_review'] })] : []),
    ],
  };
}

/**
 * The authority decides, by somebody who did not decide first; reasons are content. Facts {outcome, firstDeciders: [person…],
 * sameSignatory?: true when the same name signs}. Refuses `outcome-unknown`, `same-decider`, `reasons-missing`, `already-reopened`.
 */
export function decide(file: AppealFile, act: Act, terms: AppealTerms): Verdict {
  const { outcome, firstDeciders, sameSignatory } = act.facts;
  if (outcome !== 'upheld' && outcome !== 'dismissed') return refuse('outcome-unknown');
  if (sameSignatory === true || ('actor' in act.source && isAmong(firstDeciders, act.source.actor))) return refuse('same-decider');
  if (!act.content) return refuse('reasons-missing');
  if (outcome === 'dismissed') {
    return {
      entries: [{ ...entry('dismissed', act), arm: [court(act, terms)] }],
      notices: [tellPole(file, 'appeal.dismissed', { dates: { courtUntil: 'court-limit' } })],
      messages: [settled(file, 'dismissed')],
    };
  }
  const { against, reopenedBefore } = file.data;
  if (reopenedBefore && against !== 'implied-rejection') return refuse('already-reopened');
  return { entries: [entry('upheld', act)], notices: [tellPole(file, against === 'implied-rejection' ? 'appeal.upheld-silence' : 'appeal.upheld')], messages: [settled(file, 'upheld')] };
}

/** Two months of silence dismiss the appeal [CRPA L231-4]. */
export function impliedlyDismissed(file: AppealFile, act: Act, terms: AppealTerms): Verdict {
  return {
    entries: [{ type: 'impliedly-dismissed', facts: {}, arm: [court(act, terms)] }],
    notices: [tellPole(file, 'appeal.impliedly-dismissed', { dates: { courtUntil: 'court-limit' } }), tellOfficer(file, 'appeal.impliedly-dismissed-officer')],
    messages: [settled(file, 'impliedly-dismissed')],
  };
}

/** The applicant withdraws the appeal. */
export function withdraw(file: AppealFile, act: Act): Verdict {
  return { entries: [entry('withdrawn', act)], notices: [tellPole(file, 'appeal.withdrawn'), tellOfficer(file, 'appeal.withdrawn')], messages: [settled(file, 'cancelled')] };
}

/** What it contested is there no longer: an express decision has come, the application was reopened or has ended. Facts {cause}. */
export function supersede(file: AppealFile, act: Act): Verdict {
  const cause = textFact(act.facts, 'cause');
  const notices = [tellOfficer(file, 'appeal.superseded'), ...(cause === 'application-ended' ? [] : [tellPole(file, 'appeal.superseded')])];
  return { entries: [{ type: 'superseded', facts: { cause } }], notices, messages: [settled(file, 'cancelled')] };
}

/** The dismissal can't be brought before the court any more. */
export function courtTimeOver(): Verdict {
  return { entries: [{ type: 'court-time-over', facts: {} }] };
}

/** From the dismissal the applicant has as long again to go to court [code de justice administrative R421-1 and R421-2]. */
function court(act: Act, terms: AppealTerms): DeadlineSpec {
  return { kind: 'court-limit', rule: { from: act.on, after: terms.court, franc: true } };
}

function settled({ subject, data }: AppealFile, outcome: AppealOutcome): Message {
  return { to: data.application, act: 'appealSettled', key: 'settled', facts: { from: subject, appeal: subject, outcome } };
}

function isAmong(people: unknown, person: string): boolean {
  return Array.isArray(people) && people.includes(person);
}
