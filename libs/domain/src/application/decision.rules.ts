import type { Act, Facts } from '../procedure/act.js';
import { refuse, type Message, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import type { DecisionOutcome, SignedDecision } from './application.data.js';
import { tellAuthority, tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { applicationStatuses } from './application.status.js';
import { toRenewal } from './messages.js';
import { appraisalOf, reaches } from './panel.js';
import { entry } from './receipt.rules.js';

type ApplicationTerms = Terms['application'];

const isOutcome = (value: unknown): value is DecisionOutcome => value === 'award' || value === 'refuse';

/** The committee proposes. Facts {outcome}; reasons are content. Refuses `outcome-unknown`, `below-threshold` (an award the grid does not allow). */
export function propose(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { outcome } = act.facts;
  if (!isOutcome(outcome)) return refuse('outcome-unknown');
  if (outcome === 'award' && !reaches(file.data.appraisals, terms.threshold)) return refuse('below-threshold', { threshold: terms.threshold });
  return { entries: [entry('decision-proposed', act, { outcome })], notices: [tellAuthority(file, 'decision-to-sign')] };
}

/**
 * The authority has signed: it decides, whatever was proposed, and nobody is told before the notification.
 * Facts {outcome, signedOn, startsOn?, endsOn?, document?, reasoned?: true when reasons in law and in fact are in the content}.
 * Refuses `decision-signed`, `outcome-unknown`, `date-in-the-future`, `reasons-missing` (a refusal without them), `dates-missing`, `dates-reversed`.
 */
export function sign(file: ApplicationFile, act: Act): Verdict {
  const { outcome, startsOn, endsOn, reasoned, document } = act.facts;
  const signedOn = textFact(act.facts, 'signedOn');
  if (file.data.decision) return refuse('decision-signed', { on: file.data.decision.signedOn });
  if (!isOutcome(outcome)) return refuse('outcome-unknown');
  if (signedOn > act.on) return refuse('date-in-the-future', { to: signedOn });
  const notices = [tellOfficer(file, 'decision-to-notify', ['decision_proposed'])];
  const signed = { outcome, signedOn, ...(document === undefined ? {} : { document }) };
  if (outcome === 'refuse') {
    if (!act.content || reasoned !== true) return refuse('reasons-missing');
    return { entries: [entry('decision-signed', act, signed)], notices };
  }
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string') return refuse('dates-missing');
  if (endsOn <= startsOn) return refuse('dates-reversed');
  return { entries: [entry('decision-signed', act, { ...signed, startsOn, endsOn })], notices };
}

/**
 * The applicant is notified: only now does the decision take effect, and the time for an appeal begins [code de justice administrative R421-1].
 * Facts {notifiedOn, channel}. Refuses `not-signed`, `date-in-the-future`, `notified-before-signature`.
 */
export function notify(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { decision } = file.data;
  const notifiedOn = textFact(act.facts, 'notifiedOn');
  if (!decision) return refuse('not-signed');
  if (notifiedOn > act.on) return refuse('date-in-the-future', { to: notifiedOn });
  if (notifiedOn < decision.signedOn) return refuse('notified-before-signature', { on: decision.signedOn });
  const facts: Facts = { notifiedOn, channel: act.facts['channel'] ?? null };
  const awarded = decision.outcome === 'award';
  const { startsOn, endsOn, outcome } = decision;
  return {
    entries: [{
      ...entry(awarded ? 'award-notified' : 'refusal-notified', act, facts),
      arm: [{ kind: 'appeal-limit', rule: { from: notifiedOn, after: terms.appeal, franc: true } }],
    }],
    notices: [tellPoleSignificantly(file, awarded ? 'decision-awarded' : 'decision-refused', {
      facts: { decidedOn: decision.signedOn }, dates: { appealUntil: 'appeal-limit' },
    })],
    messages: [...(awarded ? [grant(file, decision)] : []), ...toRenewal(file.subject, file.data.renews, 'applicationDecided', { outcome, startsOn, endsOn })],
  };
}

function grant(file: ApplicationFile, { signedOn, startsOn, endsOn }: SignedDecision): Message {
  const { call, pole, structure, structureType, renews, renewsEndsOn } = file.data;
  return {
    to: `award/${keyOf(file.subject)}`,
    act: 'grant',
    key: 'grant',
    facts: { application: file.subject, call, pole, structure, structureType, startsOn, endsOn, decidedOn: signedOn, ...(renews ? { previous: renews, ...(renewsEndsOn ? { previousEndsOn: renewsEndsOn } : {}) } : {}) },
    start: { kind: 'award' },
  };
}

/** The time for an appeal is over: the decision is final. */
export function appealTimeOver(): Verdict {
  return { entries: [{ type: 'appeal-time-over', facts: {} }] };
}

/** The implied rejection can't be contested any more; the file is still being examined. */
export function silenceAppealTimeOver(): Verdict {
  return { entries: [{ type: 'silence-appeal-time-over', facts: {} }] };
}

/** The applicant withdraws; whoever still works on the file hears it. Refuses `too-late-to-withdraw` once the decision is signed, without a word on it. */
export function withdraw(file: ApplicationFile, act: Act): Verdict {
  const { decision, appraisals, renews } = file.data;
  if (decision) return refuse('too-late-to-withdraw');
  // Once the appraisals are revealed, the experts have nothing left to be told.
  const open = file.status === 'under_appraisal' ? appraisals.filter((a) => a.state !== 'lost') : [];
  return {
    entries: [entry('withdrawn', act)],
    notices: [tellPole(file, 'withdrawn'), tellOfficer(file, 'withdrawn', applicationStatuses)],
    messages: [
      ...open.map(({ n }) => ({ to: appraisalOf(keyOf(file.subject), n), act: 'cancel', key: `cancel/${n}`, facts: { from: file.subject } })),
      ...toRenewal(file.subject, renews, 'applicationWithdrawn', {}),
    ],
  };
}
