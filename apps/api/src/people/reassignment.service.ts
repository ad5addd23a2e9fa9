import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { reassign, reassignedFiles } from '../../../../libs/persistence/src/people/reassignment.commands.js';
import { listReassignments, officersOfFile } from '../../../../libs/persistence/src/people/reassignment.queries.js';
import { RightsService } from '../act/rights.service.js';
import { subjectOf } from '../act/subject-param.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { FileOfficersDto, NewReassignmentDto, ReassignedDto, ReassignmentDto } from './reassignment.dto.js';

/** Which person of the secretariat answers for which file. */
@Injectable()
export class ReassignmentService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly rights: RightsService) {}

  /** @throws Problem 422 `officer-unknown`, 409 `nothing-to-reassign` */
  async reassign(caller: Caller, { to, deputy, from, call, files, reason, preview = false }: NewReassignmentDto): Promise<ReassignedDto> {
    if (from === undefined && call === undefined && files === undefined) throw new Problem(422, 'invalid', {}, [faultAt('/from', 'files-needed')]);
    const secretariat = new Set((await new PeopleQueries(this.db).peopleWithRole('secretariat')).map((one) => one.personId));
    if ([to, deputy].some((id) => id !== undefined && !secretariat.has(id)) || to === deputy) throw new Problem(422, 'officer-unknown');
    const chosen = { from, call: call === undefined ? undefined : `call/${call}`, files };
    if (preview) return { id: null, files: (await reassignedFiles(this.db, chosen, to, deputy)).length };
    const done = await reassign(this.db, { ...chosen, officerId: to, deputyId: deputy, reason, by: caller.personId });
    if (!done) throw new Problem(409, 'nothing-to-reassign');
    return done;
  }

  async list({ limit, cursor }: PageQuery): Promise<Page<ReassignmentDto>> {
    const rows = await listReassignments(this.db, { before: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id], ({ by, at, ...row }) => ({ ...row, givenBy: by, givenAt: at.toISOString() }));
  }

  async officers(caller: Caller, collection: string, id: string): Promise<FileOfficersDto> {
    const { row } = await this.rights.seeAs(caller, subjectOf(collection, id), 'secretariat', 'authority', 'auditor', 'operator');
    return officersOfFile(this.db, row.id);
  }
}
