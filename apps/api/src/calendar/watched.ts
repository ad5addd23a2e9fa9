import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { SubjectKind } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { askedRoles } from '../../../../libs/domain/src/task/asks.js';
import type { DateAhead, Watched } from '../../../../libs/persistence/src/task/dates.queries.js';

/** Dates that come by themselves and that a pole's people plan by. */
const plannedBy: Readonly<Partial<Record<SubjectKind, readonly string[]>>> = { award: ['expiry', 'renunciation'], renewal: ['window'], survey: ['close-due'], change: ['effect'] };

/** Every deadline at which somebody must act, with the role that must. */
export const watched: readonly Watched[] = Object.values(procedures).flatMap(({ kind, deadlines }) => Object.entries(deadlines).flatMap(([deadline, { actor }]): Watched[] => {
  const role: Role | undefined = plannedBy[kind]?.includes(deadline) ? 'applicant' : askedRoles.find((one) => one === actor);
  return role ? [{ kind, deadline, role }] : [];
}));

/** What a day in the calendar is: the last one to act, the first of something, or the last of something. */
export type Sense = 'act' | 'opens' | 'ends';

/** What comes to its end with its day, whatever anybody does. */
const endings: readonly string[] = ['award expiry', 'award renunciation', 'change effect'];

/** What a date means to whoever sees it. */
export function senseOf({ kind, deadline, what }: Pick<DateAhead, 'kind' | 'deadline' | 'what'>): Sense {
  if (procedures[kind].deadlines[deadline]?.begins?.({ what })) return 'opens';
  return endings.includes(`${kind} ${deadline}`) ? 'ends' : 'act';
}

/** Those whose applicant holds a label already. */
const held: readonly SubjectKind[] = ['award', 'monitoring', 'renewal', 'financing', 'survey', 'change'];

/** What whoever has the role is called on a subject of this kind: code of `words.ts`. */
export function calledAs(role: Role, kind: SubjectKind): string {
  return role === 'applicant' && held.includes(kind) ? 'holder' : role;
}
