/** What may change. */
export const changeKinds = ['rename', 'move', 'carrier', 'merger', 'closure', 'manager'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a mail calls each. */
export const changeNames = {
  rename: { fr: 'changement de nom', en: 'change of name' },
  move: { fr: 'déménagement', en: 'move' },
  carrier: { fr: 'changement de structure porteuse', en: 'change of carrier' },
  merger: { fr: 'fusion avec un autre pôle, qui met fin au label', en: 'merger into another centre, which ends the label' },
  closure: { fr: 'fermeture du pôle, qui met fin au label', en: 'closure of the centre, which ends the label' },
  manager: { fr: 'changement de responsable', en: 'change of the person in charge' },
} as const satisfies Readonly<Record<ChangeKind, { readonly fr: string; readonly en: string }>>;

/** What the secretariat decides alone; the rest is proposed to the authority. */
export const lightKinds: readonly ChangeKind[] = ['move', 'manager'];

/** What ends the label. */
export const endingKinds: readonly ChangeKind[] = ['merger', 'closure'];
