import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { noApplication, type ApplicationData } from './application.data.js';
import { evolveApplication } from './application.evolve.js';
import { tellOfLateAttempt } from './application.notices.js';
import { committeeProposes, deferred, offAgenda, onAgenda, reserve } from './agenda.rules.js';
import { applicationDeadlines, applicationEnded, applicationTransitions, type ApplicationStatus } from './application.status.js';
import { appealLodged, appealOutcomeDue, appealSettled } from './appeal.rules.js';
import { conditionOverdue, meetCondition } from './conditions.rules.js';
import { appealTimeOver, notify, readDecision, sendForSignature, sign, silenceAppealTimeOver } from './decision.rules.js';
import { closeWithoutAction, withdraw } from './ending.rules.js';
import { exemptFromFee, feeUnpaid, recordFee } from './fee.rules.js';
import { opinionsOver, recordOpinion } from './opinion.rules.js';
import { decideObjection, objectToExpert } from './objection.rules.js';
import { appraisalLost, appraisalOverdue, appraisalSubmitted, staff } from './panel.rules.js';
import { reopenDeadline, takePieces, takeReply } from './reopening.rules.js';
import { consensusOverdue, nameRapporteur, recordConsensus } from './consensus.rules.js';
import { replyTimeOver } from './reply.rules.js';
import { giveReasons, reasonsOverdue, requestReasons } from './reasons.rules.js';
import { appraisalResumed } from './resumed.rules.js';
import { admit, declareInadmissible, piecesMissing, requestPieces, reviewOverdue, submit } from './receipt.rules.js';
import { silenceElapsed, silenceNear } from './silence.rules.js';

/** A pole's application, from its submission to the end of the time for an appeal. */
export const applicationProcedure: Procedure<ApplicationStatus, ApplicationData, Terms['application']> = {
  kind: 'application',
  version: 2,
  initial: { status: 'draft', data: noApplication },
  transitions: applicationTransitions,
  ended: applicationEnded,
  deadlines: applicationDeadlines,
  rules: {
    submit, requestPieces, supplyPieces: takePieces, reopenDeadline, admit, declareInadmissible, staff, appraisalSubmitted, appraisalLost, appraisalResumed, objectToExpert, decideObjection, onAgenda, offAgenda, deferred, reserve, propose: committeeProposes, sendForSignature, sign, notify, readDecision, meetCondition, withdraw, closeWithoutAction,
    requestReasons, giveReasons, appealLodged, appealSettled,
    'condition-due': conditionOverdue,
    nameRapporteur, recordConsensus, reply: takeReply,
    'consensus-due': consensusOverdue,
    'reply-due': replyTimeOver,
    recordFee, exemptFromFee, recordOpinion,
    'fee-due': feeUnpaid,
    'opinion-due': opinionsOver,
    'pieces-due': piecesMissing,
    'review-due': reviewOverdue,
    'appraisal-due': appraisalOverdue,
    'implied-decision': silenceElapsed,
    'implied-decision.warning': silenceNear,
    'reasons-due': reasonsOverdue,
    'appeal-outcome': appealOutcomeDue,
    'silence-appeal-limit': silenceAppealTimeOver,
    'appeal-limit': appealTimeOver,
  },
  evolve: evolveApplication,
  refusals: { 'call-closed': tellOfLateAttempt, 'renewal-closed': tellOfLateAttempt },
  // The applicant hears of the applicant's own limits; the rest is the secretariat's affair.
  concerned: (file, kind) => (['pieces-due', 'fee-due', 'reply-due', 'condition-due'].includes(kind) ? [{ pole: file.data.pole, significant: true }] : [{ officerOf: file.subject }]),
  // The rapporteur's task is on the application itself.
  links: ({ call, pole, rapporteur }) => ({ call, pole, ...(rapporteur ? { assignee: rapporteur } : {}) }),
};
