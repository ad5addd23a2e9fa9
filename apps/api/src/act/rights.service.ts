import { Inject, Injectable } from '@nestjs/common';
import { appraisalLost } from '../../../../libs/domain/src/appraisal/appraisal.status.js';
import type { SessionData } from '../../../../libs/domain/src/committee/session.data.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { appraisesLabel } from '../../../../libs/persistence/src/appraisal/appraisal.queries.js';
import { isKeptFrom } from '../../../../libs/persistence/src/committee/recusal.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { subjectById, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';

/** A subject that a caller may see, and what the caller is to it. */
export interface Seen {
  readonly row: SubjectRow;
  readonly roles: readonly Role[];
}

/** Staff see every file; the committee those that have come to it. */
const staff: readonly Role[] = ['secretariat', 'authority', 'auditor', 'operator'];
/** Between the holder and the administration: money, what is asked for, who answers. */
const withoutCommittee: readonly string[] = ['financing', 'change'];
export const committeeStatuses: readonly string[] = ['in_committee', 'on_reserve', 'decision_proposed', 'awarded', 'conditionally_awarded', 'refused'];

/** Who is what to a subject. What one has no part in does not exist for one: 404, never 403. */
@Injectable()
export class RightsService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** @throws Problem 404 when the subject is unknown or the caller has no part in it */
  async see(caller: Caller, subjectId: string): Promise<Seen> {
    const row = await subjectById(this.db, subjectId);
    const roles = row ? await this.rolesOn(caller, row) : [];
    if (!row || roles.length === 0) throw new Problem(404, 'not-found');
    return { row, roles };
  }

  /** @throws Problem 404 as `see`; 403 when the caller sees the subject but is none of these to it */
  async seeAs(caller: Caller, subjectId: string, ...roles: readonly Role[]): Promise<Seen & { as: Role }> {
    const seen = await this.see(caller, subjectId);
    const as = roles.find((role) => seen.roles.includes(role));
    if (!as) throw new Problem(403, 'forbidden', { roles: roles.join(', ') });
    return { ...seen, as };
  }

  /**
   * The subject as the person whose task it is, or was: the acts of somebody who has lost it are still received, refused with their reason and kept.
   * @throws Problem as `seeAs`
   */
  async seeAsAssignee(caller: Caller, subjectId: string): Promise<SubjectRow> {
    const row = await subjectById(this.db, subjectId);
    if (row?.assigneeId === caller.personId) return row;
    return (await this.seeAs(caller, subjectId, 'expert')).row;
  }

  private async rolesOn(caller: Caller, row: SubjectRow): Promise<Role[]> {
    const roles: Role[] = caller.roles.filter((role) => staff.includes(role));
    if (caller.roles.includes('committee') && isBeforeCommittee(row, caller.personId) && (await this.hasItsFileThere(row)) && !(await this.isKeptFrom(caller, row))) roles.push('committee');
    if (row.assigneeId === caller.personId && !isLost(row)) roles.push('expert');
    if (row.kind === 'monitoring' && caller.roles.includes('expert') && (await appraisesLabel(this.db, caller.personId, row.id))) roles.push('expert');
    if (row.poleId !== null && row.kind !== 'appraisal' && (await new PeopleQueries(this.db).membershipOf(caller.personId, row.poleId)).length > 0) roles.push('applicant');
    return roles;
  }

  /** Appraisals are revealed when the experts have written; the committee reads them once the file has come to it. */
  private async hasItsFileThere({ kind, parentId }: SubjectRow): Promise<boolean> {
    if (kind !== 'appraisal') return true;
    const file = parentId === null ? undefined : await subjectById(this.db, parentId);
    return file !== undefined && committeeStatuses.includes(file.status);
  }

  /** A member who is recused from a file, its expert or tied to its pole reads nothing of it as a member. */
  private async isKeptFrom({ personId }: Caller, row: SubjectRow): Promise<boolean> {
    const application = fileOf(row);
    return application !== null && isKeptFrom(this.db, personId, application);
  }
}

/** The file that a subject is, or hangs on, as the committee reads it. */
function fileOf({ kind, id, parentId }: SubjectRow): string | null {
  return kind === 'application' ? id : kind === 'appraisal' || kind === 'appeal' ? parentId : null;
}

/** Applications that have come to the committee, their appraisals once all are in and revealed, and sessions to which the member is called. */
function isBeforeCommittee({ kind, status, data }: SubjectRow, personId: string): boolean {
  if (kind === 'session') return (data as unknown as SessionData).members.some(({ person }) => person === personId);
  if (kind === 'application') return committeeStatuses.includes(status);
  // An appeal is between the applicant and the authority until it reopens the file.
  if (kind === 'appraisal') return status === 'revealed';
  return kind === 'appeal' ? status === 'upheld' : !withoutCommittee.includes(kind);
}

/** The expert's part is over without an appraisal: nothing of it is theirs to see any more. */
function isLost({ kind, status }: SubjectRow): boolean {
  return kind === 'appraisal' && (appraisalLost as readonly string[]).includes(status);
}
