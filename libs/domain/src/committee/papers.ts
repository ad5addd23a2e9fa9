import type { AgendaFile, SessionData } from './session.data.js';

/** What a ballot's paper is the paper of: one member's vote on one question of one file. */
export function ballotOf({ application, motions }: Pick<AgendaFile, 'application' | 'motions'>, member: string): string {
  return `${application} ${motions.length} ${member}`;
}

/** Whether a signed paper has already served for something else. The same ballot or proxy may be entered again, corrected. */
export function isUsed({ papers = [] }: Pick<SessionData, 'papers'>, paper: string, use: string): boolean {
  return papers.some((one) => one.paper === paper && one.use !== use);
}

/** `use` is noted with the paper, once. */
export function noted({ papers = [] }: Pick<SessionData, 'papers'>, paper: unknown, use: string): NonNullable<SessionData['papers']> {
  return typeof paper !== 'string' || papers.some((one) => one.paper === paper && one.use === use) ? papers : [...papers, { paper, use }];
}
