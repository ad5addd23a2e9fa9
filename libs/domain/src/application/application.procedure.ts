import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { noApplication, type ApplicationData } from './application.data.js';
import { evolveApplication } from './application.evolve.js';
import { tellOfLateAttempt } from './application.notices.js';
import { applicationDeadlines, applicationEnded, applicationTransitions, type ApplicationStatus } from './application.status.js';
import { appealTimeOver, notify, propose, sign, silenceAppealTimeOver, withdraw } from './decision.rules.js';
import { decideObjection, objectToExpert } from './objection.rules.js';
import { appraisalLost, appraisalOverdue, appraisalSubmitted, staff } from './panel.rules.js';
import { admit, declareInadmissible, piecesMissing, requestPieces, reviewOverdue, silenceElapsed, submit, supplyPieces } from './receipt.rules.js';

/** A pole's application, from its submission to the end of the time for an appeal. */
export const applicationProcedure: Procedure<ApplicationStatus, ApplicationData, Terms['application']> = {
  kind: 'application',
  version: 1,
  initial: { status: 'draft', data: noApplication },
  transitions: applicationTransitions,
  ended: applicationEnded,
  deadlines: applicationDeadlines,
  rules: {
    submit, requestPieces, supplyPieces, admit, declareInadmissible, staff, appraisalSubmitted, appraisalLost, objectToExpert, decideObjection, propose, sign, notify, withdraw,
    'pieces-due': piecesMissing,
    'review-due': reviewOverdue,
    'appraisal-due': appraisalOverdue,
    'implied-decision': silenceElapsed,
    'silence-appeal-limit': silenceAppealTimeOver,
    'appeal-limit': appealTimeOver,
  },
  evolve: evolveApplication,
  refusals: { 'call-closed': tellOfLateAttempt, 'renewal-closed': tellOfLateAttempt },
  // The applicant hears of the applicant's own limits; the rest is the secretariat's affair.
  concerned: (file, kind) => (kind === 'pieces-due' ? [{ pole: file.data.pole, significant: true }] : [{ officerOf: file.subject }]),
  links: ({ call, pole }) => ({ call, pole }),
};
