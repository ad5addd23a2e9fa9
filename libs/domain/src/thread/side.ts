/** The two ends of a file's thread: the people of its pole, and the secretariat. */
export const threadSides = ['centre', 'secretariat'] as const;
export type ThreadSide = (typeof threadSides)[number];
