/** What a person is to one pole. A legal representative commits it; an administrator also invites and removes people. */
export const poleRoles = ['legal_representative', 'administrator', 'member'] as const;
export type PoleRole = (typeof poleRoles)[number];
