import { undecided } from '../application/application.status.js';
import type { Role } from '../procedure/role.js';
import type { SubjectKind } from '../procedure/subject.js';

/**
 * What an act asks before it is somebody's task, where the status alone does not say it: the table says what may be done, not
 * whether it still has to be. Paths are SQL/JSON paths into the subject's data; `$me` in them is the person.
 */
export interface Condition {
  readonly kind: SubjectKind;
  readonly act: string;
  /** In this status alone; in all when absent. */
  readonly status?: string;
  /** Of this role alone, where several may act; of all when absent. */
  readonly role?: Role;
  /** A right that nobody is asked to use. */
  readonly offered?: true;
  /** Done already when something is there. */
  readonly unless?: string;
  /** Not yet its turn until something is there. */
  readonly when?: string;
  /** Asked only while there are fewer of these than the figure in the scheme, also a path. */
  readonly fewer?: { readonly of: string; readonly than: string };
  /** Not yet its turn while a subject of this kind that belongs to the call is in one of these statuses. */
  readonly after?: { readonly kind: SubjectKind; readonly statuses: readonly string[] };
  /** The deadlines of this act, when they are not all those of its role in this status. */
  readonly by?: readonly string[];
  /** Asked of those alone who may commit the pole. */
  readonly committer?: true;
}

export const conditions: readonly Condition[] = [
  { kind: 'application', act: 'withdraw', offered: true },
  { kind: 'application', act: 'reopenDeadline', offered: true },
  { kind: 'application', act: 'staff', status: 'under_appraisal', fewer: { of: '$.appraisals[*] ? (@.state != "lost")', than: '$.panel.experts' } },
  { kind: 'application', act: 'closeWithoutAction', offered: true },
  { kind: 'application', act: 'propose', status: 'on_reserve', offered: true },
  // What only some schemes ask for: a fee, opinions that may still come in time.
  { kind: 'application', act: 'recordFee', status: 'inadmissible', offered: true },
  { kind: 'application', act: 'recordFee', when: '$.feeAsked ? (@ == true)', unless: '$.fee ? (@ != null)', by: ['fee-due'] },
  { kind: 'application', act: 'exemptFromFee', offered: true },
  { kind: 'application', act: 'recordOpinion', when: '$.opinionsAwaited ? (@ == true)', by: ['opinion-due'] },
  { kind: 'application', act: 'propose', status: 'in_committee', unless: '$ ? (@.agenda != null || @.opinionsAwaited == true)' },
  { kind: 'application', act: 'sendForSignature', when: '$.sentForSignatureOn ? (@ == null)', unless: '$.decision ? (@ != null)' },
  { kind: 'application', act: 'readDecision', offered: true },
  // The applicant shows that a condition is met; once its date has passed, the secretariat is asked what became of it.
  { kind: 'application', act: 'meetCondition', when: '$.conditions[*] ? (@.overdue == true && @.metOn == null)' },
  { kind: 'application', act: 'nameRapporteur', unless: '$.rapporteur ? (@ != null)' },
  { kind: 'application', act: 'sign', unless: '$.decision ? (@ != null)' },
  { kind: 'application', act: 'notify', when: '$.decision ? (@ != null)' },
  { kind: 'application', act: 'objectToExpert', offered: true },
  { kind: 'application', act: 'decideObjection', when: '$.objections[*] ? (@.state == "open")' },
  { kind: 'application', act: 'requestReasons', offered: true },
  { kind: 'application', act: 'giveReasons', when: '$.askedReasons ? (@.givenOn == null)', by: ['reasons-due'] },
  { kind: 'appeal', act: 'withdraw', offered: true },
  { kind: 'appeal', act: 'review', status: 'under_review', offered: true },
  { kind: 'appraisal', act: 'replace', offered: true },
  { kind: 'appraisal', act: 'proposeDueDate', offered: true },
  { kind: 'appraisal', act: 'recordVisit', when: '$.visitAwaited ? (@ == true)', by: ['visit-due'] },
  { kind: 'appraisal', act: 'submitScores', unless: '$.visitAwaited ? (@ == true)', by: ['score-due'] },
  { kind: 'appraisal', act: 'answerDueDate', when: '$.dueProposed ? (@ != null)' },
  // Who has accepted is asked for marks; a conflict may still come to light.
  { kind: 'appraisal', act: 'declare', status: 'declared', offered: true },
  { kind: 'appraisal', act: 'declare', status: 'accepted', offered: true },
  { kind: 'appraisal', act: 'decline', status: 'accepted', offered: true },
  { kind: 'award', act: 'signContract', unless: '$.signedOn ? (@ != null)', committer: true },
  { kind: 'award', act: 'countersignContract', unless: '$.countersignedOn ? (@ != null)' },
  { kind: 'award', act: 'proposeAmendment', offered: true },
  { kind: 'award', act: 'dropAmendment', offered: true },
  { kind: 'award', act: 'signAmendment', when: '$.amendments[*] ? (@.state == "proposed" && @.signedOn == null)', by: ['amendment-due'], committer: true },
  { kind: 'award', act: 'countersignAmendment', when: '$.amendments[*] ? (@.state == "proposed" && @.countersignedOn == null)', by: ['amendment-due'] },
  // The holder is asked to answer a notice; whoever decides is asked once it may. What nobody has to do is offered.
  { kind: 'award', act: 'giveObservations', when: '$.notice ? (@.observedOn == null && @.heard == false)', by: ['observations-due'] },
  { kind: 'award', act: 'suspend', when: '$.notice ? (@.intent == "suspension" && (@.observedOn != null || @.heard == true))', by: [] },
  { kind: 'award', act: 'withdraw', when: '$.notice ? (@.intent == "withdrawal" && (@.observedOn != null || @.heard == true))', by: [] },
  { kind: 'award', act: 'reinstate', by: ['suspension-limit'] },
  ...['serveNotice', 'dropNotice', 'renounce', 'extend'].map((act): Condition => ({ kind: 'award', act, offered: true })),
  // The centre launches its survey; once that is overdue, the secretariat is asked to look.
  { kind: 'survey', act: 'launch', role: 'secretariat', when: '$.overdue ? (@ == true)', by: ['listing-limit'] },
  { kind: 'survey', act: 'declareOwn', offered: true },
  { kind: 'monitoring', act: 'submitReport', by: ['report-due', 'correction-due', 'notice-limit'] },
  { kind: 'monitoring', act: 'requestCorrection', by: ['review-due'] },
  { kind: 'monitoring', act: 'validateReport', by: ['review-due'] },
  // The default is recorded: nobody is asked any more, and what comes is taken.
  { kind: 'monitoring', act: 'submitLateReport', offered: true },
  { kind: 'monitoring', act: 'returnLateReport', when: '$.periods[*].lateReport ? (@.state == "submitted")', by: ['late-review-due'] },
  { kind: 'monitoring', act: 'validateLateReport', when: '$.periods[*].lateReport ? (@.state == "submitted")', by: ['late-review-due'] },
  { kind: 'monitoring', act: 'submitFinancialReport', when: '$.periods[*].financial ? (@.state == "awaited" || @.state == "returned")', by: ['financial-report-due'] },
  { kind: 'monitoring', act: 'returnFinancialReport', when: '$.periods[*].financial ? (@.state == "submitted")', by: ['financial-review-due'] },
  { kind: 'monitoring', act: 'validateFinancialReport', when: '$.periods[*].financial ? (@.state == "submitted")', by: ['financial-review-due'] },
  { kind: 'monitoring', act: 'staffMidTerm', when: '$.midTerm ? (@.state == "asked")', by: ['mid-term-due'] },
  { kind: 'financing', act: 'closeAgreement', when: '$.agreements[*] ? (@.settledOn == null && (exists(@.defaulted[*]) || exists(@.unaccounted[*])))' },
  { kind: 'financing', act: 'prepareInstalment', when: '$.instalments[*] ? ((@.state == "due" || @.state == "rejected") && $.bank != null)' },
  { kind: 'financing', act: 'approveInstalment', when: '$.instalments[*] ? (@.state == "prepared" && @.preparedBy != $me)' },
  { kind: 'financing', act: 'returnInstalment', offered: true },
  { kind: 'financing', act: 'recordExecution', when: '$.instalments[*] ? (@.state == "exported")' },
  { kind: 'financing', act: 'recordRejection', offered: true },
  { kind: 'financing', act: 'demandRecovery', when: '$.recoveries[*] ? (@.state == "found")' },
  { kind: 'financing', act: 'recordRecovery', when: '$.recoveries[*] ? (@.state == "overdue")' },
  { kind: 'financing', act: 'waiveRecovery', offered: true },
  // What is owed is paid by bank transfer: no act of the pole here meets its date.
  { kind: 'financing', act: 'proposeBankDetails', when: '$.bank ? (@ == null)', unless: '$.pendingBank ? (@ != null)', by: [], committer: true },
  { kind: 'financing', act: 'noteCallBack', when: '$.pendingBank ? (@ != null && @.calledBackOn == null && @.proposedBy != $me)' },
  { kind: 'financing', act: 'confirmBankDetails', when: '$.pendingBank ? (@.calledBackOn != null && @.calledBackBy != $me && @.proposedBy != $me)' },
  { kind: 'financing', act: 'refuseBankDetails', offered: true },
  // Light changes are the secretariat's to decide, the others its to propose.
  { kind: 'change', act: 'accept', status: 'under_review', when: '$.light ? (@ == true)' },
  { kind: 'change', act: 'propose', when: '$.light ? (@ == false)' },
  { kind: 'change', act: 'request', unless: '$.award ? (@ != "")' },
  ...['refuse', 'requestPieces', 'withdraw'].map((act): Condition => ({ kind: 'change', act, offered: true })),
  { kind: 'call', act: 'grantExtension', offered: true },
  { kind: 'call', act: 'reopenCall', offered: true },
  { kind: 'call', act: 'create', unless: '$.scheme ? (@ != null)' },
  { kind: 'call', act: 'setEmbargo', offered: true },
  // What a session's secretary is asked: to open it, to take the votes, to close it, to write its minutes; the rest may be.
  ...['addToAgenda', 'takeOffAgenda', 'move', 'cancel', 'recuse', 'giveProxy', 'takeBackProxy', 'recordPresences', 'putToVote', 'castVote', 'putOff', 'rank', 'annotateMinutes', 'remark', 'adoptMinutes']
    .map((act): Condition => ({ kind: 'session', act, offered: true })),
  { kind: 'session', act: 'convene', unless: '$.scheme ? (@ != "")' },
  { kind: 'session', act: 'vote', when: '$.files[*] ? (@.result == null)' },
  { kind: 'session', act: 'close', unless: '$.files[*] ? (@.result == null)' },
  // Each member once: `$me` is the person.
  { kind: 'session', act: 'approveMinutes', when: '$.members[*] ? (@.person == $me)', unless: '$.approvals[*] ? (@ == $me)' },
  // Under an embargo the clock publishes.
  { kind: 'call', act: 'publish', unless: '$.embargoUntil ? (@ != null)', after: { kind: 'application', statuses: undecided } },
];

/** The act that begins a renewal's application; the rest is the application's. */
export const createApplication = 'createApplication';

/** Deadlines that are met by an act outside of their own procedure, where it can be taken from here. */
export const elsewhere: readonly { readonly kind: SubjectKind; readonly deadline: string; readonly act: string; readonly when: string }[] = [
  { kind: 'renewal', deadline: 'lapse', act: createApplication, when: '$.mode ? (@ == "rolling")' },
  { kind: 'renewal', deadline: 'restoration-limit', act: createApplication, when: '$.mode ? (@ == "rolling")' },
];

/** Deadlines of a right: nobody is asked to contest a decision. */
export const ofRights: readonly { readonly kind: SubjectKind; readonly deadline: string }[] = [
  { kind: 'application', deadline: 'appeal-limit' },
  { kind: 'application', deadline: 'silence-appeal-limit' },
  { kind: 'appeal', deadline: 'court-limit' },
  // Met in the appeal's own file.
  { kind: 'application', deadline: 'appeal-outcome' },
];
