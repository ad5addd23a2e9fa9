import { isDeepStrictEqual } from 'node:util';
import type { WholeSubject } from '../../../../../libs/persistence/src/procedure/whole.queries.js';
import { lifeOf, type Life } from './life.js';

/** Every journal follows the table of its procedure, and the read model is its fold. Gives the lives that can be read, and what is wrong. */
export function readLives(subjects: readonly WholeSubject[]): { lives: Life[]; violations: string[] } {
  const lives: Life[] = [];
  const violations: string[] = [];
  for (const subject of subjects) {
    try {
      const life = lifeOf(subject);
      lives.push(life);
      violations.push(...unlike(life));
    } catch (error) {
      violations.push(`${subject.row.id}: ${(error as Error).message}`);
    }
  }
  return { lives, violations };
}

function unlike({ row, standing }: Life): string[] {
  const same = row.status === standing.status && row.seq === standing.seq && isDeepStrictEqual(row.data, JSON.parse(JSON.stringify(standing.data)));
  return same ? [] : [`${row.id}: the read model (${row.status}, ${row.seq}) is not the fold of its journal (${standing.status}, ${standing.seq})`];
}
