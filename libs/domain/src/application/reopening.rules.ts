import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { endOpenAppeal } from './appeals.js';
import { reopenedInTime } from './application.evolve.js';
import { tellCommittee, tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { toRenewal } from './messages.js';
import { review, supplyPieces } from './receipt.rules.js';
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
    messages: [...heldAgain(file), ...endOpenAppeal(file, 'application-reopened')],
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
 * The secretariat gives a passed limit once more. Facts {kind, to}; the reason is content. The limit for pieces, as long as nothing but its
 * passing made the file inadmissible; the one for a reply, as long as the committee has not taken the file up.
 * Refuses `not-reopenable`, `on-agenda`, `date-in-the-past`, `reason-missing`.
 */
export function reopenDeadline(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const kind = textFact(act.facts, 'kind');
  const to = textFact(act.facts, 'to');
  const missed = reopenable(file);
  if (kind !== missed?.kind) return refuse('not-reopenable', { kind });
  if (!act.content) return refuse('reason-missing');
  if (to < act.on) return refuse('date-in-the-past', { to });
  const reopened = entry('deadline-reopened', act, { kind, from: missed.on, to });
  if (kind === 'reply-due') return replyAgain(file, reopened, to);
  return {
    entries: [{ ...reopened, arm: [{ kind, rule: { on: to }, marks: reminders(terms.piecesReminders) }] }],
    notices: [tellPoleSignificantly(file, 'deadline-reopened', { facts: { from: missed.on, limitOn: to }, whileStatus: ['incomplete'] })],
    messages: [...heldAgain(file), ...endOpenAppeal(file, 'application-reopened')],
  };
}

/** The limit that passed and could be given once more. */
export function reopenable({ status, data }: Pick<ApplicationFile, 'status' | 'data'>): { readonly kind: 'pieces-due' | 'reply-due'; readonly on: CivilDate } | undefined {
  if (status === 'in_committee') return data.replyMissedOn ? { kind: 'reply-due', on: data.replyMissedOn } : undefined;
  const on = missedLimit({ data });
  return status === 'inadmissible' && on !== undefined ? { kind: 'pieces-due', on } : undefined;
}

/** The committee, which was told that the file waits for it, is told again when it does. */
function replyAgain(file: ApplicationFile, reopened: DraftEntry, to: CivilDate): Verdict {
  if (file.data.agenda) return refuse('on-agenda', { ...file.data.agenda });
  return {
    entries: [{ ...reopened, arm: [{ kind: 'reply-due', rule: { on: to } }] }],
    notices: [tellPoleSignificantly(file, 'reply-reopened', { facts: { replyUntil: to }, whileStatus: ['right_of_reply'] })],
  };
}

/** The limit for pieces that made the file inadmissible; nothing when something else did. */
function missedLimit({ data }: Pick<ApplicationFile, 'data'>): CivilDate | undefined {
  return data.inadmissible?.cause === 'pieces-missing' ? data.inadmissible.on : undefined;
}

/** The label's renewal had heard that the file was over: it holds it again, as received on its own day. */
function heldAgain({ subject, seq, data }: ApplicationFile): Message[] {
  return toRenewal(subject, data.renews, 'applicationSubmitted', { receivedOn: data.receivedOn }, seq + 1);
}
