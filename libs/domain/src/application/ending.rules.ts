import type { Act } from '../procedure/act.js';
import { entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { keyOf } from '../procedure/subject.js';
import { tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { applicationStatuses } from './application.status.js';
import { endOpenAppeal } from './appeals.js';
import { toRenewal } from './messages.js';
import { appraisalOf } from './panel.js';

/** Statuses in which experts still write, or wait for those who do. */
const experts: readonly string[] = ['under_appraisal', 'divergent', 'third_review'];

/** The applicant withdraws; whoever still works on the file hears it. Refuses `too-late-to-withdraw` once the decision is signed, without a word on it. */
export function withdraw(file: ApplicationFile, act: Act): Verdict {
  if (file.data.decision) return refuse('too-late-to-withdraw');
  return {
    entries: [entry('withdrawn', act)],
    notices: [tellPole(file, 'withdrawn'), tellOfficer(file, 'withdrawn', applicationStatuses)],
    messages: toWhoeverWorksOnIt(file),
    hushes: true,
  };
}

/**
 * The authority closes a file that nothing can be decided on any more; content holds the reasons.
 * Refuses `decision-signed`, `reasons-missing`.
 */
export function closeWithoutAction(file: ApplicationFile, act: Act): Verdict {
  const { decision } = file.data;
  if (decision) return refuse('decision-signed', { on: decision.signedOn });
  if (!act.content) return refuse('reasons-missing');
  return {
    entries: [entry('closed-without-action', act)],
    notices: [tellPoleSignificantly(file, 'closed-without-action'), tellOfficer(file, 'closed-without-action-officer', applicationStatuses)],
    messages: toWhoeverWorksOnIt(file),
    hushes: true,
  };
}

/** Experts who still have the file, the session that has it on its agenda, the renewal that waits for its decision. */
function toWhoeverWorksOnIt(file: ApplicationFile): Message[] {
  const { appraisals, renews, agenda } = file.data;
  // Once the appraisals are revealed, the experts have nothing left to be told.
  const open = experts.includes(file.status) ? appraisals.filter((a) => a.state !== 'lost') : [];
  return [
    ...open.map(({ n }) => ({ to: appraisalOf(keyOf(file.subject), n), act: 'cancel', key: `cancel/${n}`, facts: { from: file.subject } })),
    ...(agenda ? [{ to: agenda.session, act: 'fileClosed', key: `file-closed/${file.seq + 1}`, facts: { from: file.subject, application: file.subject } }] : []),
    ...toRenewal(file.subject, renews, 'applicationWithdrawn', {}),
    ...endOpenAppeal(file, 'application-ended'),
  ];
}
