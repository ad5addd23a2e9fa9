import type { Templates } from './template.js';
import { appealTexts } from './texts/appeal.js';
import { applicationTexts } from './texts/application.js';
import { appraisalTexts } from './texts/appraisal.js';
import { awardTexts } from './texts/award.js';
import { callTexts } from './texts/call.js';
import { changeTexts } from './texts/change.js';
import { contestTexts } from './texts/contest.js';
import { decisionTexts } from './texts/decision.js';
import { measureTexts } from './texts/measures.js';
import { financingTexts } from './texts/financing.js';
import { monitoringTexts } from './texts/monitoring.js';
import { monitoringAfterTexts } from './texts/monitoring-after.js';
import { partTexts } from './texts/parts.js';
import { peopleTexts } from './texts/people.js';
import { renewalTexts } from './texts/renewal.js';
import { retentionTexts } from './texts/retention.js';
import { sessionTexts } from './texts/session.js';
import { surveyTexts } from './texts/survey.js';
import { threadTexts } from './texts/thread.js';

/** Every notice that may be sent, by its name `<kind>.<what>`: those of the six procedures, and of a pole’s people. */
export const templates: Templates = {
  ...callTexts,
  ...applicationTexts,
  ...decisionTexts,
  ...contestTexts,
  ...appealTexts,
  ...appraisalTexts,
  ...awardTexts,
  ...measureTexts,
  ...changeTexts,
  ...financingTexts,
  ...monitoringTexts,
  ...monitoringAfterTexts,
  ...renewalTexts,
  ...retentionTexts,
  ...sessionTexts,
  ...surveyTexts,
  ...partTexts,
  ...peopleTexts,
  ...threadTexts,
};
