import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { evolveAppeal, noAppeal, type AppealData } from './appeal.data.js';
import { tellOfLateAppeal } from './appeal.notices.js';
import { courtTimeOver, decide, impliedlyDismissed, lodge, review, supersede, withdraw } from './appeal.rules.js';
import { appealDeadlines, appealEnded, appealTransitions, type AppealStatus } from './appeal.status.js';

/** An appeal to the authority against a decision on an application: `appeal/<application uuid>/<n>`. */
export const appealProcedure: Procedure<AppealStatus, AppealData, Terms['appeal']> = {
  kind: 'appeal',
  version: 1,
  initial: { status: 'new', data: noAppeal },
  transitions: appealTransitions,
  ended: appealEnded,
  deadlines: appealDeadlines,
  rules: { lodge, review, decide, withdraw, supersede, 'appeal-due': impliedlyDismissed, 'court-limit': courtTimeOver },
  evolve: evolveAppeal,
  refusals: { 'appeal-late': tellOfLateAppeal },
  concerned: (file) => [{ officerOf: file.subject }],
  links: ({ application, call, pole }) => ({ call, pole, parent: application }),
};
