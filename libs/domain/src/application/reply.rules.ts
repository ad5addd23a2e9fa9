import type { Act } from '../procedure/act.js';
import { refuse, type Verdict } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import { tellPole, type ApplicationFile } from './application.notices.js';
import { opens } from './closing.rules.js';

type ApplicationTerms = Terms['application'];

/** The applicant replies to the consolidated appraisal (content: text, attachments); the committee takes the file. Refuses `reply-empty`. */
export function reply(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  if (!act.content) return refuse('reply-empty');
  const next = opens(file, terms, act.on, 'reply');
  return {
    entries: [{ type: 'reply-received', facts: {}, content: act.content }, ...next.entries],
    notices: [tellPole(file, 'reply-received', { facts: { receivedOn: act.on } }), ...(next.notices ?? [])],
  };
}

/** The time for a reply is over; that nothing came is not held against the applicant. */
export function replyTimeOver(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  return opens(file, terms, act.on, 'reply');
}
