/**
 * What makes one centre differ from another, in the order in which a small cohort gets them. The list is as long as the cohort
 * of 2009–2011 was; a larger one begins again.
 */
export const destinies = [
  'steady', 'forgets-pieces', 'contests', 'returned-reporter', 'divides', 'late-reporter', 'leaves', 'withdraws', 'conditional', 'posts-pieces', 'never-signs',
  'extended', 'fades', 'ineligible', 'too-late', 'silent-reporter', 'objects', 'silent-on-pieces', 'moot', 'contests-in-vain', 'forgets-pieces', 'steady',
] as const;
export type Destiny = (typeof destinies)[number];
