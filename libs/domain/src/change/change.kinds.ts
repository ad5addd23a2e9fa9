/** What may change. */
export const changeKinds = ['rename', 'move', 'carrier', 'merger', 'closure', 'manager'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What the secretariat decides alone; the rest is proposed to the authority. */
export const lightKinds: readonly ChangeKind[] = ['move', 'manager'];

/** What ends the label. */
export const endingKinds: readonly ChangeKind[] = ['merger', 'closure'];
