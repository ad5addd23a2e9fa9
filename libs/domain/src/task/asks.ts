import type { Procedure } from '../procedure/procedure.js';
import type { Role } from '../procedure/role.js';
import type { SubjectKind } from '../procedure/subject.js';
import { conditions, elsewhere, ofRights, type Condition } from './offered.js';

/** A status of a kind of subject asks this act of a role. The person's tasks are the subjects that such a line fits. */
export interface Ask extends Pick<Condition, 'unless' | 'when' | 'fewer' | 'after' | 'committer'> {
  readonly kind: SubjectKind;
  readonly status: string;
  readonly role: Role;
  /** Null when the act is taken elsewhere: a renewal's file is an application. */
  readonly act: string | null;
  /** Kinds of deadlines in this status by which the role must act. */
  readonly deadlines: readonly string[];
}

/** Roles that procedures ask something of; auditors and operators only look on. */
export const askedRoles = ['applicant', 'expert', 'secretariat', 'committee', 'authority'] as const satisfies readonly Role[];

/** All that the procedures' tables ask of people. */
export function asksOf(procedures: readonly Procedure[]): Ask[] {
  return procedures.flatMap((procedure) => askedRoles.flatMap((role) => statusesOf(procedure).flatMap((status) => asksIn(procedure, role, status))));
}

function asksIn(procedure: Procedure, role: Role, status: string): Ask[] {
  const { kind, transitions } = procedure;
  const deadlines = Object.entries(procedure.deadlines).filter(([name, d]) => d.actor === role && d.during.includes(status) && !ofRights.some((right) => right.kind === kind && right.deadline === name)).map(([name]) => name);
  const acts = [...new Set(transitions.filter((t) => t.by.includes(role) && t.from.includes(status) && !t.inTime).map((t) => t.act))];
  const asked = acts.flatMap((act): Ask[] => {
    const { offered, by, role: _role, ...condition } = conditionOf(kind, act, status, role);
    return offered ? [] : [{ ...condition, kind, status, role, act, deadlines: by ?? deadlines }];
  });
  // A deadline of a role that has no act at all in this procedure is met in another.
  if (deadlines.length === 0 || transitions.some((t) => t.by.includes(role))) return asked;
  const begun = elsewhere.filter((one) => one.kind === kind && deadlines.includes(one.deadline)).map(({ act, when }): Ask => ({ kind, status, role, act, when, deadlines }));
  return [{ kind, status, role, act: null, deadlines }, ...begun];
}

function conditionOf(kind: SubjectKind, act: string, status: string, role: Role): Partial<Condition> {
  return conditions.find((c) => c.kind === kind && c.act === act && (c.role === undefined || c.role === role) && (c.status === undefined || c.status === status)) ?? {};
}

function statusesOf({ transitions }: Procedure): string[] {
  return [...new Set(transitions.flatMap((t) => t.from))];
}
