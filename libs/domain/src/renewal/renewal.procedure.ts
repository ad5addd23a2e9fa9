import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { blankRenewal, evolveRenewal, type RenewalData } from './renewal.data.js';
import { labelEnded, labelExtended, labelReinstated, labelSuspended } from './label-news.rules.js';
import { applicationDecided, applicationReopened, applicationSubmitted, applicationWithdrawn, begin, escalation, lapse, lapseSettled, restorationOver, windowComes } from './renewal.rules.js';
import { renewalDeadlines, renewalEnded, renewalTransitions, type RenewalStatus } from './renewal.status.js';

/** The watch over a label's end: `renewal/<key of the label>`. */
export const renewalProcedure: Procedure<RenewalStatus, RenewalData, Terms['renewal']> = {
  kind: 'renewal',
  version: 2,
  initial: { status: 'new', data: blankRenewal },
  transitions: renewalTransitions,
  ended: renewalEnded,
  deadlines: renewalDeadlines,
  rules: {
    begin, applicationSubmitted, applicationDecided, applicationReopened, applicationWithdrawn, lapse,
    window: windowComes,
    'lapse.escalation': escalation,
    'late-arrival': lapseSettled,
    'restoration-limit': restorationOver,
    labelExtended, labelEnded, labelSuspended, labelReinstated,
  },
  evolve: evolveRenewal,
  concerned: (file) => [{ pole: file.data.pole, significant: true }],
  links: ({ call, pole, award }) => ({ call, pole, parent: award }),
};
