import type { Templates } from './template.js';
import { applicationTexts } from './texts/application.js';
import { appraisalTexts } from './texts/appraisal.js';
import { awardTexts } from './texts/award.js';
import { callTexts } from './texts/call.js';
import { decisionTexts } from './texts/decision.js';
import { monitoringTexts } from './texts/monitoring.js';
import { renewalTexts } from './texts/renewal.js';

/** Every notice that the six procedures may send, by its name `<kind>.<what>`. */
export const templates: Templates = {
  ...callTexts,
  ...applicationTexts,
  ...decisionTexts,
  ...appraisalTexts,
  ...awardTexts,
  ...monitoringTexts,
  ...renewalTexts,
};
