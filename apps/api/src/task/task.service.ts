import { Inject, Injectable } from '@nestjs/common';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { asksOf } from '../../../../libs/domain/src/task/asks.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { noDate, tasksOf } from '../../../../libs/persistence/src/task/task.queries.js';
import { linkTo } from '../act/subject-param.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { TaskDto, TaskQueryDto } from './task.dto.js';

const asks = asksOf(Object.values(procedures));

/** What is asked of a person now. */
@Injectable()
export class TaskService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async list({ personId, roles }: Caller, { everybodys = false, limit, cursor }: TaskQueryDto): Promise<Page<TaskDto>> {
    const rows = await tasksOf(this.db, asks, { personId, roles, everybodys, after: decodeCursor(cursor, 'date', 'text', 'text'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.dueOn ?? noDate, row.subject, row.role], (row) => ({ ...row, link: linkTo(row.subject) }));
  }
}
