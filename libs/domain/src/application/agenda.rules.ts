import type { Act } from '../procedure/act.js';
import { refuse, type Message, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { tellOfficer, type ApplicationFile } from './application.notices.js';
import { propose } from './decision.rules.js';

/**
 * A session of the committee takes the file up, or has moved to another day. Facts {session, on}. One session at a time; another one hears that the
 * file is not its own, and so does any session once the file is not before the committee: withdrawn, reopened, proposed on in writing.
 */
export function onAgenda(file: ApplicationFile, act: Act): Verdict {
  const { agenda } = file.data;
  const session = textFact(act.facts, 'session');
  if (file.status !== 'in_committee' || (agenda && agenda.session !== session)) return { entries: [], messages: [notYours(file, act, session)] };
  return { entries: [{ type: 'put-on-agenda', facts: { session, on: textFact(act.facts, 'on') } }] };
}

/** Each attempt has its answer: without an entry the file's number stays the same, so the attempt itself is in the key. */
function notYours(file: ApplicationFile, { source }: Act, session: string): Message {
  const attempt = 'message' in source ? source.message : file.seq;
  return { to: session, act: 'fileClosed', key: `file-elsewhere/${session}/${attempt}`, facts: { from: file.subject } };
}

/** The session gives the file back, undecided. Facts {session}. Refuses `not-on-agenda`. */
export function offAgenda(file: ApplicationFile, act: Act): Verdict {
  return bySession(file, act, { entries: [{ type: 'taken-off-agenda', facts: { session: textFact(act.facts, 'session') } }] });
}

/** The session put the file off: the quorum fell, or it asks for another day. Facts {session, cause}. Refuses `not-on-agenda`. */
export function deferred(file: ApplicationFile, act: Act): Verdict {
  const facts = { session: textFact(act.facts, 'session'), cause: textFact(act.facts, 'cause') };
  return bySession(file, act, { entries: [{ type: 'deferred-by-committee', facts }], notices: [tellOfficer(file, 'deferred-by-committee', ['in_committee'])] });
}

/** Good enough, and no place left: the file waits on the reserve list. Facts {session, rank}. Refuses `not-on-agenda`. */
export function reserve(file: ApplicationFile, act: Act): Verdict {
  const facts = { session: textFact(act.facts, 'session'), rank: Number(act.facts['rank']) };
  return bySession(file, act, { entries: [{ type: 'reserved', facts }], notices: [tellOfficer(file, 'reserved', ['on_reserve'])] });
}

/**
 * What the committee proposes: a session by its message, after a vote (facts {session, outcome, votes, secret, conditions, rank?, written?: the
 * content of the vote}), or in writing by whoever records it. Refuses in writing `on-agenda`, and `session-needed` where the scheme wants a session.
 */
export function committeeProposes(file: ApplicationFile, act: Act, terms: Terms['application']): Verdict {
  if (act.by !== 'procedure') {
    const { agenda } = file.data;
    if (agenda) return refuse('on-agenda', { session: agenda.session, on: agenda.on });
    if (terms.withoutSession === false && file.status === 'in_committee') return refuse('session-needed');
    return propose(file, act, terms);
  }
  const { from: _from, written, ...facts } = act.facts;
  const content = written as { id: string; hash: string } | undefined;
  return bySession(file, act, { entries: [{ type: 'decision-proposed', facts, ...(content ? { content } : {}) }], notices: [tellOfficer(file, 'decision-to-prepare', ['decision_proposed'])] });
}

/** Only the session that has the file speaks of it. */
function bySession({ data }: ApplicationFile, act: Act, verdict: Verdict): Verdict {
  const session = textFact(act.facts, 'session');
  return data.agenda?.session === session ? verdict : refuse('not-on-agenda', { session });
}
