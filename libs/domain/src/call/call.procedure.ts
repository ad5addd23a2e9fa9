import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { evolveCall, noCall, type CallData } from './call.data.js';
import { callRules } from './call.rules.js';
import { callDeadlines, callTransitions, type CallStatus } from './call.status.js';

/** A call for applications: opens and closes on its days, then its results are published. */
export const callProcedure: Procedure<CallStatus, CallData, Terms['call']> = {
  kind: 'call',
  version: 1,
  initial: { status: 'draft', data: noCall },
  transitions: callTransitions,
  ended: ['published'],
  deadlines: callDeadlines,
  rules: callRules,
  evolve: evolveCall,
  concerned: (file, kind) => (kind === 'closing' ? [{ draftsOf: file.subject }] : kind === 'publication' ? [{ officerOf: file.subject }] : []),
  links: () => ({}),
};
