import type { DeadlineKind, Transition } from '../procedure/procedure.js';
import type { SessionData } from './session.data.js';
import { remindOfMinutes, remindOfSession } from './session.notices.js';

/** One session of a committee. `new` is the moment before the convening is recorded. */
export const sessionStatuses = [
  'new', 'convened', 'quorate', 'inquorate', 'reconvened', 'deliberated', 'minutes_circulated', 'minutes_adopted', 'cancelled',
] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionEnded = ['minutes_adopted', 'cancelled'] as const satisfies readonly SessionStatus[];

/** Called, and not yet sitting. */
export const awaited = ['convened', 'reconvened'] as const satisfies readonly SessionStatus[];

/** From the call to the end of the sitting: members may be recused, give proxies, come and go. */
const beforeTheEnd = ['convened', 'reconvened', 'quorate', 'inquorate'] as const satisfies readonly SessionStatus[];

/** THE table. */
export const sessionTransitions: readonly Transition<SessionStatus>[] = [
  { act: 'convene', by: ['secretariat'], from: ['new'], entry: 'convened', to: 'convened' },
  { act: 'addToAgenda', by: ['secretariat'], from: ['convened'], entry: 'agenda-extended', to: 'same' },
  { act: 'takeOffAgenda', by: ['secretariat'], from: ['convened'], entry: 'taken-off', to: 'same' },
  { act: 'move', by: ['secretariat'], from: awaited, entry: 'session-moved', to: 'same' },
  { act: 'cancel', by: ['secretariat'], from: ['convened', 'reconvened', 'inquorate'], entry: 'session-cancelled', to: 'cancelled' },
  { act: 'session-day', by: ['clock'], from: awaited, entry: 'session-not-held', to: 'same' },

  { act: 'recuse', by: ['committee', 'secretariat'], from: beforeTheEnd, entry: 'member-recused', to: 'same' },
  { act: 'giveProxy', by: ['committee', 'secretariat'], from: ['convened', 'reconvened', 'quorate'], entry: 'proxy-given', to: 'same' },
  { act: 'takeBackProxy', by: ['committee', 'secretariat'], from: ['convened', 'reconvened', 'quorate'], entry: 'proxy-taken-back', to: 'same' },
  { act: 'recordPresences', by: ['secretariat'], from: ['convened', 'reconvened', 'quorate'], entry: 'presences-recorded', to: 'same' },

  { act: 'open', by: ['secretariat'], from: awaited, entry: 'opened', to: 'quorate' },
  { act: 'open', by: ['secretariat'], from: awaited, entry: 'quorum-missing', to: 'inquorate' },
  { act: 'reconvene', by: ['secretariat'], from: ['inquorate'], entry: 'reconvened', to: 'reconvened' },

  { act: 'putToVote', by: ['secretariat'], from: ['quorate'], entry: 'put-to-vote', to: 'same' },
  // A member's own vote; the secretariat's entry of it needs the signed paper.
  { act: 'castVote', by: ['committee', 'secretariat'], from: ['quorate'], entry: 'vote-cast', to: 'same' },
  { act: 'vote', by: ['secretariat'], from: ['quorate'], entry: 'voted', to: 'same' },
  { act: 'putOff', by: ['secretariat'], from: ['quorate'], entry: 'put-off', to: 'same' },
  { act: 'rank', by: ['secretariat'], from: ['quorate'], entry: 'ranked', to: 'same' },
  { act: 'close', by: ['secretariat'], from: ['quorate'], entry: 'deliberated', to: 'deliberated' },

  // A file that is withdrawn drops out; what the committee has proposed by then stays in its journal.
  { act: 'fileClosed', by: ['procedure'], from: [...beforeTheEnd, 'deliberated', 'minutes_circulated'], entry: 'file-left', to: 'same' },

  { act: 'annotateMinutes', by: ['secretariat'], from: ['deliberated'], entry: 'minutes-annotated', to: 'same' },
  { act: 'circulateMinutes', by: ['secretariat'], from: ['deliberated'], entry: 'minutes-circulated', to: 'minutes_circulated' },
  { act: 'remark', by: ['committee'], from: ['minutes_circulated'], entry: 'remark-made', to: 'same' },
  { act: 'approveMinutes', by: ['committee'], from: ['minutes_circulated'], entry: 'minutes-approved', to: 'same' },
  { act: 'approveMinutes', by: ['committee'], from: ['minutes_circulated'], entry: 'minutes-adopted', to: 'minutes_adopted' },
  { act: 'minutes-due', by: ['clock'], from: ['minutes_circulated'], entry: 'minutes-adopted', to: 'minutes_adopted' },
  { act: 'minutes-due', by: ['clock'], from: ['minutes_circulated'], entry: 'minutes-overdue', to: 'same' },
  { act: 'adoptMinutes', by: ['secretariat'], from: ['minutes_circulated'], entry: 'minutes-adopted', to: 'minutes_adopted' },
];

export const sessionDeadlines: { readonly [kind: string]: DeadlineKind<SessionStatus, SessionData> } = {
  // The day of the session is moved by an act of its own, which counts the notice and tells the files.
  'session-day': { actor: 'secretariat', movableBy: [], during: awaited, otherwise: 'session-not-held', remind: remindOfSession },
  'minutes-due': { actor: 'committee', movableBy: ['secretariat'], during: ['minutes_circulated'], otherwise: 'minutes-adopted', remind: remindOfMinutes },
};
