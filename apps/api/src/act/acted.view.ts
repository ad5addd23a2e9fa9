import type { By, Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Acted } from '../../../../libs/persistence/src/procedure/acted.queries.js';
import type { ActedView } from './dossier.dto.js';

const staff: readonly Role[] = ['secretariat', 'authority', 'auditor', 'operator'];

/**
 * How an act came, as a reader may know it: the staff who entered it, for whom and its scan; the others only that an act of their own side
 * came on paper, in whose name and when.
 * @param by the role behind the act
 */
export function actedFor(acted: Acted | undefined, by: By, roles: readonly Role[]): { acted?: ActedView } {
  if (!acted) return {};
  const { channel, on, receivedAt } = acted;
  if (roles.some((role) => staff.includes(role))) return { acted: { by: acted.by, for: acted.for, channel, on, enteredAt: receivedAt, scan: acted.scan } };
  if (channel === 'online' || !(roles as readonly By[]).includes(by)) return {};
  return { acted: { by: null, for: acted.for, channel, on, enteredAt: receivedAt, scan: null } };
}
