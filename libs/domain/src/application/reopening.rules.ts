import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { refuse, type Message, type Verdict } from '../procedure/decision.js';
import { enteredOn, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { reopenedInTime } from './application.evolve.js';
import { tellCommittee, tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { toRenewal } from './messages.js';
import { entry, reminders, review, supplyPieces } from './receipt.rules.js';
import { reply } from './reply.rules.js';
import { impliedDecision, impliedOn } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/**
 * The pieces arrive: in time, or on paper that was in time and was entered after the limit had made the file inadmissible, which is undone.
 * Refuses `pieces-late`, `pieces-not-awaited` (inadmissible for another reason).
 */
export function takePieces(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return file.status === 'inadmissible' ? piecesInTime(file, act, terms) : supplyPieces(file, act, terms);
}

function piecesInTime(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const limitOn = missedLimit(file);
  if (limitOn === undefined) return refuse('pieces-not-awaited');
  if (act.on > limitOn) return refuse('pieces-late', { limitOn });
  const to = enteredOn(act);
  const { silence } = reopenedInTime(file.data, act.on, to);
  return {
    entries: [
      entry('pieces-supplied', act),
      {
        type: 'reopened-in-time',
        facts: { kind: 'pieces-due', limitOn, enteredOn: to },
        arm: [review(act, terms), ...(silence.elapsedOn === null ? [impliedDecision(impliedOn(file.data, silence), terms)] : [])],
      },
    ],
    notices: [
      tellPoleSignificantly(file, 'reopened-in-time', { facts: { receivedOn: act.on }, dates: { impliedDecisionOn: 'implied-decision' } }),
      tellOfficer(file, 'review-due', ['submitted'], { dates: { dueOn: 'review-due' } }),
    ],
    messages: heldAgain(file),
  };
}

/**
 * The applicant replies: in time, or on paper that was in time and was entered after the file had gone to the committee without it. The
 * committee then reads it, as long as it has not proposed. Refuses `reply-late`, `reply-not-awaited`, `reply-empty`.
 */
export function takeReply(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  if (file.status !== 'in_committee') return reply(file, act, terms);
  const { replyMissedOn } = file.data;
  if (!replyMissedOn) return refuse('reply-not-awaited');
  if (act.on > replyMissedOn) return refuse('reply-late', { replyUntil: replyMissedOn });
  if (!act.content) return refuse('reply-empty');
  return {
    entries: [entry('reply-received', act)],
    notices: [tellPole(file, 'reply-received', { facts: { receivedOn: act.on } }), tellOfficer(file, 'reply-entered', ['in_committee']), tellCommittee(file, 'reply-entered')],
  };
}

/**
 * The secretariat gives a passed limit once more. Facts {kind, to}; the reason is content. Of an application that is the limit for pieces, as
 * long as nothing but its passing made the file inadmissible. Refuses `not-reopenable`, `date-in-the-past`, `reason-missing`.
 */
export function reopenDeadline(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const kind = textFact(act.facts, 'kind');
  const to = textFact(act.facts, 'to');
  const limitOn = missedLimit(file);
  if (kind !== 'pieces-due' || limitOn === undefined) return refuse('not-reopenable', { kind });
  if (!act.content) return refuse('reason-missing');
  if (to < act.on) return refuse('date-in-the-past', { to });
  return {
    entries: [{ ...entry('deadline-reopened', act, { kind, from: limitOn, to }), arm: [{ kind, rule: { on: to }, marks: reminders(terms.piecesReminders) }] }],
    notices: [tellPoleSignificantly(file, 'deadline-reopened', { facts: { from: limitOn, limitOn: to }, whileStatus: ['incomplete'] })],
    messages: heldAgain(file),
  };
}

/** The limit for pieces that made the file inadmissible; nothing when something else did. */
function missedLimit({ data }: ApplicationFile): CivilDate | undefined {
  return data.inadmissible?.cause === 'pieces-missing' ? data.inadmissible.on : undefined;
}

/** The label's renewal had heard that the file was over: it holds it again, as received on its own day. */
function heldAgain({ subject, seq, data }: ApplicationFile): Message[] {
  return toRenewal(subject, data.renews, 'applicationSubmitted', { receivedOn: data.receivedOn }, seq + 1);
}
