import { appealProcedure } from './appeal/appeal.procedure.js';
import { applicationProcedure } from './application/application.procedure.js';
import { appraisalProcedure } from './appraisal/appraisal.procedure.js';
import { awardProcedure } from './award/award.procedure.js';
import { callProcedure } from './call/call.procedure.js';
import { changeProcedure } from './change/change.procedure.js';
import { sessionProcedure } from './committee/session.procedure.js';
import { financingProcedure } from './financing/financing.procedure.js';
import { monitoringProcedure } from './monitoring/monitoring.procedure.js';
import type { Procedure } from './procedure/procedure.js';
import type { SubjectKind } from './procedure/subject.js';
import { renewalProcedure } from './renewal/renewal.procedure.js';
import { surveyProcedure } from './survey/survey.procedure.js';

/** Every procedure by its kind. Its own types are the phase's affair; whoever works with all of them sees the general shape. */
export const procedures = {
  call: callProcedure,
  application: applicationProcedure,
  appraisal: appraisalProcedure,
  award: awardProcedure,
  monitoring: monitoringProcedure,
  renewal: renewalProcedure,
  financing: financingProcedure,
  session: sessionProcedure,
  appeal: appealProcedure,
  survey: surveyProcedure,
  change: changeProcedure,
} as unknown as Readonly<Record<SubjectKind, Procedure>>;
