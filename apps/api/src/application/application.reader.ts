import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { expertMayRead } from '../../../../libs/persistence/src/appraisal/appraisal.queries.js';
import { type DraftRow, findDraft } from '../../../../libs/persistence/src/application/draft.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { undertakingOf } from '../../../../libs/persistence/src/panel/undertaking.queries.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { type SubjectRow, subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { RightsService } from '../act/rights.service.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';

/** An application that a caller may read; `row` is absent while it is a draft, which only its pole sees. */
export interface Read {
  readonly draft: DraftRow & { readonly savedByName: string };
  readonly row: SubjectRow | undefined;
  readonly roles: readonly Role[];
}

/** Who may read an application. What one has no part in does not exist for one. */
@Injectable()
export class ApplicationReader {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  /** @throws Problem 404; 403 `undertaking-missing` to an expert who has not undertaken confidentiality and impartiality yet */
  async read(caller: Caller, id: string): Promise<Read> {
    const draft = await findDraft(this.db, id);
    if (!draft) throw new Problem(404, 'not-found');
    const row = await subjectById(this.db, `application/${id}`);
    if (!row) {
      if (!isEntering(caller, draft)) await this.checkMember(caller, draft);
      return { draft, row, roles: ['applicant'] };
    }
    const roles = await this.rolesOn(caller, id);
    if (roles.length === 0) throw new Problem(404, 'not-found');
    if (roles.every((role) => role === 'expert')) await this.checkUndertaking(caller, row);
    return { draft, row, roles };
  }

  /** The application as one of its pole's people. @throws Problem 404 */
  async readOwn(caller: Caller, id: string): Promise<Read> {
    const read = await this.read(caller, id);
    if (!read.roles.includes('applicant')) throw new Problem(404, 'not-found');
    return read;
  }

  /** A draft that the secretariat is asked to submit for somebody of its pole. @throws Problem 404 */
  async readForEntry(caller: Caller, id: string): Promise<Read> {
    const draft = hasRole(caller, 'secretariat') ? await findDraft(this.db, id) : undefined;
    if (!draft) throw new Problem(404, 'not-found');
    return { draft, row: await subjectById(this.db, `application/${id}`), roles: ['secretariat'] };
  }

  /** Until the undertaking is given for the call, names are all that an expert sees. */
  private async checkUndertaking(caller: Caller, { callId }: SubjectRow): Promise<void> {
    if (!(await undertakingOf(this.db, caller.personId, callId ?? ''))) throw new Problem(403, 'undertaking-missing', {}, undefined, { call: callId });
  }

  private async checkMember(caller: Caller, { poleId }: DraftRow): Promise<void> {
    if ((await new PeopleQueries(this.db).membershipOf(caller.personId, poleId)).length === 0) throw new Problem(404, 'not-found');
  }

  private async rolesOn(caller: Caller, id: string): Promise<readonly Role[]> {
    try {
      return (await this.rights.see(caller, `application/${id}`)).roles;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return (await expertMayRead(this.db, caller.personId, id)) ? ['expert'] : [];
    }
  }
}

/** Whether the secretariat is writing what came to it on paper. */
function isEntering(caller: Caller, { enteredBy }: DraftRow): boolean {
  return enteredBy !== null && hasRole(caller, 'secretariat');
}
