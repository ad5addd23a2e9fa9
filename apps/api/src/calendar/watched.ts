import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { SubjectKind } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { askedRoles } from '../../../../libs/domain/src/task/asks.js';
import type { Watched } from '../../../../libs/persistence/src/task/dates.queries.js';

/** Dates that come by themselves and that a pole's people plan by. */
const plannedBy: Readonly<Partial<Record<SubjectKind, readonly string[]>>> = { award: ['expiry', 'renunciation'], renewal: ['window'], survey: ['close-due'], change: ['effect'] };

/** Every deadline at which somebody must act, with the role that must. */
export const watched: readonly Watched[] = Object.values(procedures).flatMap(({ kind, deadlines }) => Object.entries(deadlines).flatMap(([deadline, { actor }]): Watched[] => {
  const role: Role | undefined = plannedBy[kind]?.includes(deadline) ? 'applicant' : askedRoles.find((one) => one === actor);
  return role ? [{ kind, deadline, role }] : [];
}));
