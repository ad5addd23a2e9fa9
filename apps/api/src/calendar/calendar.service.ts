import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../../libs/config/src/config.js';
import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { asksOf } from '../../../../libs/domain/src/task/asks.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { identityOfCalendar } from '../../../../libs/persistence/src/people/identity.queries.js';
import { calendarMadeAt, makeCalendarAddress, revokeCalendarAddress } from '../../../../libs/persistence/src/task/calendar.commands.js';
import { datesAhead } from '../../../../libs/persistence/src/task/dates.queries.js';
import { tasksOf } from '../../../../libs/persistence/src/task/task.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import type { Caller } from '../auth/caller.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { CalendarDto, NewCalendarDto } from './calendar.dto.js';
import { type CalendarDate, feed } from './feed.js';
import { calledAs, senseOf, watched } from './watched.js';

const asks = asksOf(Object.values(procedures));
/** Tasks with a date come first in their list. */
const mostTasks = 500;

/** A person's dates for their own calendar program, which cannot sign in: the address is the key. */
@Injectable()
export class CalendarService {
  private readonly address: string;

  constructor(@Inject(CONFIG) config: Config, @Inject(DATABASE) private readonly db: Database) {
    this.address = config.api.publicUrl;
  }

  async show({ personId }: Caller): Promise<CalendarDto> {
    const createdAt = await calendarMadeAt(this.db, personId);
    return { createdAt: createdAt?.toISOString() ?? null };
  }

  /** A new address, told this once; the one before it is worth nothing from now on. */
  async make({ personId }: Caller): Promise<NewCalendarDto> {
    const { secret, createdAt } = await makeCalendarAddress(this.db, personId);
    return { url: `${this.address}/calendar/${secret}.ics`, createdAt: createdAt.toISOString() };
  }

  /** @throws Problem 404 when there is none */
  async revoke({ personId }: Caller): Promise<void> {
    if (!(await revokeCalendarAddress(this.db, personId))) throw new Problem(404, 'not-found');
  }

  /** The file behind an address, by the rights that its owner has today. @throws Problem 404 for an address that is unknown or revoked */
  async read(secret: string): Promise<string> {
    const owner = await identityOfCalendar(this.db, secret);
    if (!owner) throw new Problem(404, 'not-found');
    const roles: readonly Role[] = owner.belongs ? ['applicant', ...owner.roles] : owner.roles;
    return feed(await this.dates(owner.personId, roles), owner.locale, new URL(this.address).host);
  }

  /** What lies ahead, and what is asked now: an overdue task, a draft that waits for its call's last day. */
  private async dates(personId: string, roles: readonly Role[]): Promise<CalendarDate[]> {
    const ahead = await datesAhead(this.db, watched.filter(({ role }) => roles.includes(role)), personId);
    const tasks = await tasksOf(this.db, asks, { personId, roles, everybodys: false, limit: mostTasks });
    const known = new Set(ahead.map(({ subject, deadline }) => `${subject} ${deadline}`));
    const missing = await Promise.all(tasks.filter(({ subject, deadline, dueOn }) => dueOn !== null && deadline !== null && !known.has(`${subject} ${deadline}`)).map(async (task) => {
      const row = await subjectById(this.db, task.subject);
      return { ...task, deadline: task.deadline ?? '', on: task.dueOn ?? '', pole: task.pole?.name ?? null, number: null, what: null, seq: row?.seq ?? 0, changedAt: (row?.changedAt ?? new Date(0)).toISOString() };
    }));
    const all = [...ahead, ...missing].sort((a, b) => (a.on + a.subject < b.on + b.subject ? -1 : 1));
    return all.map((one) => {
      const { subject, kind, deadline, role, on, pole, number, seq, changedAt } = one;
      const sense = senseOf(one);
      // What begins is armed on its eve.
      return { subject, deadline, sense, role: calledAs(role, kind), on: sense === 'opens' ? addDays(on, 1) : on, pole, number, seq, changedAt, url: `${this.address}/tasks/${subject}` };
    });
  }
}
