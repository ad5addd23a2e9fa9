import { renewalTransitions } from './renewal.status.js';

/** Entries by which a renewal's file comes under appraisal. */
export const entriesToAppraisal: readonly string[] = [...new Set(renewalTransitions.filter(({ to }) => to === 'submitted').map(({ entry }) => entry))];

/** Entries that lead to another status: the last of them says where a renewal stood. None of them is ever both. */
export const renewalTurns: readonly string[] = [...new Set(renewalTransitions.filter(({ to }) => to !== 'same').map(({ entry }) => entry))];
