import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { SessionData } from './session.data.js';

/** A session as its notices see it. */
type File = Standing<string, SessionData>;
type Saying = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** A notice to each of these members. The entry that brings it is part of its key: a session may be moved twice. */
export function toMembers(file: File, template: string, people: readonly string[], saying: Saying = {}): Notice[] {
  return people.map((person) => ({ template, key: `${file.subject}/${template}/${file.seq + 1}`, audience: { person }, ...saying }));
}

/** A notice to the person of the secretariat who answers for the session; its key says so, because a member may be told of the same. */
export function toOfficer(file: File, template: string, saying: Saying = {}): Notice {
  return { template, key: `${file.subject}/${template}/officer/${file.seq + 1}`, audience: { officerOf: file.subject }, ...saying };
}

/** The eve of the session, to all who are called. */
export function remindOfSession(file: File, reminder: Deadline, due: CivilDate): Notice[] {
  return file.data.members.map(({ person }) => ({
    template: 'session.reminder', key: `${file.subject}/session-day/reminder/${reminder.offset}/${due}`, audience: { person },
    facts: { on: due, time: file.data.time }, whileStatus: ['convened', 'reconvened'],
  }));
}

/** To those who have not yet said yes to the minutes. */
export function remindOfMinutes(file: File, reminder: Deadline, due: CivilDate): Notice[] {
  return file.data.members.filter(({ person }) => !file.data.approvals.includes(person)).map(({ person }) => ({
    template: 'session.minutes-reminder', key: `${file.subject}/minutes-due/reminder/${reminder.offset}/${due}`, audience: { person },
    facts: { dueOn: due }, whileStatus: ['minutes_circulated'],
  }));
}
