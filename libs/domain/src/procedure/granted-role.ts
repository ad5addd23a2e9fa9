import type { Role } from './role.js';

/** The roles that stand on the person's own row and that an operator grants; `applicant` comes from belonging to a pole. */
export const grantedRoles = ['expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator'] as const satisfies readonly Role[];
export type GrantedRole = (typeof grantedRoles)[number];
