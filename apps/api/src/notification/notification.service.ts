import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { NotificationQueries, type NotificationFilter, type NotificationView } from '../../../../libs/persistence/src/notification/notification.queries.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, pageOf, type Page, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { notificationDto, type NotificationDto } from './notification.dto.js';

@Injectable()
export class NotificationService {
  private readonly queries: NotificationQueries;

  constructor(@Inject(DATABASE) db: Database) {
    this.queries = new NotificationQueries(db);
  }

  /** The newest first. */
  async list<Item>(filter: NotificationFilter, query: PageQuery, show: (view: NotificationView) => Item): Promise<Page<Item>> {
    const after = decodeCursor(query.cursor, 'instant', 'id');
    const rows = await this.queries.list(filter, query.limit + 1, after);
    return pageOf(rows, query.limit, (row) => [row.createdAt, row.id], show);
  }

  /** @throws Problem 404 `not-found`, 409 `notification-not-resendable`, 409 `notification-step-over` */
  async resend(id: string, by: string): Promise<NotificationDto> {
    const before = await this.queries.byId(id);
    if (!before) throw new Problem(404, 'not-found');
    if (await this.queries.isStepOver(id)) throw new Problem(409, 'notification-step-over');
    if (!(await this.queries.resend(id, by))) throw new Problem(409, 'notification-not-resendable', { state: before.state });
    return notificationDto((await this.queries.byId(id)) ?? before);
  }
}
