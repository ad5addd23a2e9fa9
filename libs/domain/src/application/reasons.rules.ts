import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import { tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { undecided } from './application.status.js';
import { tellAuthorityAndOfficer } from './contest.notices.js';
import { silenceAppealLimit } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/** The law's, not the scheme's: reasons follow within the month of the request [CRPA L232-4]. */
const WITHIN = 'P1M';

/**
 * The applicant asks for the reasons of the implied rejection. Until they come the time to contest it stands still [CRPA L232-4].
 * Refuses `silence-not-elapsed`, `reasons-requested` (once is enough), `reasons-too-late` (the rejection can't be contested any more).
 */
export function requestReasons(file: ApplicationFile, act: Act, { silenceWarning }: ApplicationTerms): Verdict {
  const { silence, askedReasons } = file.data;
  if (silence.elapsedOn === null) return refuse('silence-not-elapsed');
  if (askedReasons) return refuse('reasons-requested', { on: askedReasons.requestedOn });
  const limit = file.deadlines.find((d) => d.kind === 'silence-appeal-limit');
  if (limit && act.on > limit.on) return refuse('reasons-too-late', { on: limit.on });
  const marks = silenceWarning === undefined ? [] : [{ name: 'reminder', offset: silenceWarning }];
  return {
    entries: [{ ...entry('reasons-requested', act), disarm: ['silence-appeal-limit'], arm: [{ kind: 'reasons-due', rule: { from: act.on, after: WITHIN }, marks }] }],
    notices: [
      ...tellAuthorityAndOfficer(file, 'reasons-requested', { dates: { dueOn: 'reasons-due' }, whileStatus: [...undecided] }),
      tellPoleSignificantly(file, 'reasons-request-received', { facts: { receivedOn: act.on }, dates: { dueOn: 'reasons-due' } }),
    ],
  };
}

/** The reasons, as content; the time to contest begins anew with them. Refuses `reasons-not-requested`, `reasons-given`, `reasons-missing`. */
export function giveReasons(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { askedReasons } = file.data;
  if (!askedReasons) return refuse('reasons-not-requested');
  if (askedReasons.givenOn !== null) return refuse('reasons-given', { on: askedReasons.givenOn });
  if (!act.content) return refuse('reasons-missing');
  return {
    entries: [{ ...entry('reasons-given', act), disarm: ['reasons-due'], arm: [silenceAppealLimit(act.on, terms)] }],
    notices: [tellPoleSignificantly(file, 'reasons-given', { dates: { appealUntil: 'silence-appeal-limit' } })],
  };
}

/** The month is over without reasons: the implied rejection has become unlawful, and those who owe them are told. */
export function reasonsOverdue(file: ApplicationFile, act: Act): Verdict {
  return { entries: [{ type: 'reasons-overdue', facts: {} }], notices: tellAuthorityAndOfficer(file, 'reasons-overdue', { facts: { dueOn: act.on }, whileStatus: [...undecided] }) };
}
