import type { Role } from '../procedure/role.js';

/** A file whose time is over. Before it is proposed it has no row: `due`. */
export const retentionStatuses = ['due', 'proposed', 'kept', 'to_eliminate', 'eliminated'] as const;
export type RetentionStatus = (typeof retentionStatuses)[number];

export const retentionDecisions = ['keep', 'eliminate'] as const;
export type RetentionDecision = (typeof retentionDecisions)[number];
export type RetentionAct = 'propose' | RetentionDecision | 'destroy';

/** THE table. Nothing is destroyed but from `to_eliminate`, which only the authority's decision reaches. */
export const retentionTransitions: readonly { readonly act: RetentionAct; readonly by: readonly Role[]; readonly from: RetentionStatus; readonly to: RetentionStatus }[] = [
  { act: 'propose', by: ['secretariat'], from: 'due', to: 'proposed' },
  { act: 'keep', by: ['authority'], from: 'proposed', to: 'kept' },
  { act: 'eliminate', by: ['authority'], from: 'proposed', to: 'to_eliminate' },
  { act: 'destroy', by: ['secretariat'], from: 'to_eliminate', to: 'eliminated' },
];

/** What holders of these roles may do with a file as it stands. */
export function retentionActs(status: RetentionStatus, roles: readonly Role[]): RetentionAct[] {
  return retentionTransitions.filter((row) => row.from === status && row.by.some((role) => roles.includes(role))).map(({ act }) => act);
}

/** Where an act leads; undefined when it is not to be done now. */
export function afterRetention(status: RetentionStatus, act: RetentionAct): RetentionStatus | undefined {
  return retentionTransitions.find((row) => row.from === status && row.act === act)?.to;
}
