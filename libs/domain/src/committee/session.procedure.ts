import type { Procedure } from '../procedure/procedure.js';
import type { SessionTerms } from '../scheme/terms.js';
import { close, rank } from './close.rules.js';
import { addToAgenda, cancel, convene, fileClosed, move, notHeld, people, reconvene, takeOffAgenda } from './convene.rules.js';
import { adoptMinutes, annotateMinutes, approveMinutes, circulateMinutes, minutesDue, remark } from './minutes.rules.js';
import { noSession, type SessionData } from './session.data.js';
import { evolveSession } from './session.evolve.js';
import { sessionDeadlines, sessionEnded, sessionTransitions, type SessionStatus } from './session.status.js';
import { giveProxy, open, recordPresences, recuse, takeBackProxy } from './sitting.rules.js';
import { castVote, putOff, putToVote, vote } from './vote.rules.js';

/** One session of a committee, on many files: `session/<uuid>`. */
export const sessionProcedure: Procedure<SessionStatus, SessionData, SessionTerms> = {
  kind: 'session',
  version: 1,
  initial: { status: 'new', data: noSession },
  transitions: sessionTransitions,
  ended: sessionEnded,
  deadlines: sessionDeadlines,
  rules: {
    convene, addToAgenda, takeOffAgenda, move, cancel, recuse, giveProxy, takeBackProxy, recordPresences, open, reconvene, putToVote, castVote, vote, putOff, rank, close, fileClosed,
    annotateMinutes, circulateMinutes, remark, approveMinutes, adoptMinutes,
    'session-day': notHeld,
    'minutes-due': minutesDue,
  },
  evolve: evolveSession,
  concerned: (file) => people(file.data.members).map((person) => ({ person })),
  links: () => ({}),
};
