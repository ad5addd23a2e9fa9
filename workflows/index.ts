export { application } from './application/application.workflow.js';
export { appraisal } from './appraisal/appraisal.workflow.js';
export { award } from './award/award.workflow.js';
export { batch } from './batch/batch.workflow.js';
export { call } from './call/call.workflow.js';
export { dispatchMail } from './dispatch/dispatch.workflow.js';
export { monitoring } from './monitoring/monitoring.workflow.js';
export { renewal } from './renewal/renewal.workflow.js';
