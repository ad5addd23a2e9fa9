import { plus } from '../../../../../libs/domain/src/calendar/civil-date.js';
import { civilDateOf, hourOf } from '../../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate, Instant } from '../../../../../libs/domain/src/calendar/types.js';
import type { RenewalData } from '../../../../../libs/domain/src/renewal/renewal.data.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { NotificationRow } from '../../../../../libs/persistence/src/procedure/whole.queries.js';
import type { Mailed } from '../play.js';
import { statusesAt, type Life } from './life.js';

/** Nobody is told the same thing twice: neither as a notification nor as a mail. */
export function toldTwice(notifications: readonly NotificationRow[], mails: readonly Mailed[]): string[] {
  return [
    ...twice(notifications.map((n) => n.key)).map((key) => `notification ${key} exists twice`),
    ...twice(mails.map((m) => `${m.messageId} to ${m.to}`)).map((mail) => `mail ${mail} was sent twice`),
  ];
}

function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** Nobody is asked to do what is over: a notice that holds for some statuses was sent while the subject had one of them. */
export function toldTooLate(notifications: readonly NotificationRow[], lives: readonly Life[]): string[] {
  const bySubject = new Map(lives.map((life) => [life.row.id, life]));
  return notifications.flatMap(({ key, subject, sentAt, whileStatus }) => {
    const life = bySubject.get(subject);
    if (!life || sentAt === null || whileStatus === null) return [];
    const held = statusesAt(life, new Date(sentAt).toISOString());
    return held.some((status) => whileStatus.includes(status)) ? [] : [`${key} was sent at ${sentAt}, when ${subject} was ${held.join(', ')}`];
  });
}

const invitations = ['renewal.window-open', 'renewal.reminder', 'renewal.no-open-call'];

/** The holder is reminded of the renewal on the days of the scheme before the label's end, as long as no application is in, and on no other. */
export function remindedOfRenewal(lives: readonly Life[], notifications: readonly NotificationRow[], scheme: Scheme, end: Instant): string[] {
  return lives.filter(({ row }) => row.kind === 'renewal').flatMap((life) => {
    const told = notifications.filter((n) => n.subject === life.row.id && invitations.includes(n.template));
    const days = [...new Set(told.map((n) => civilDateOf(new Date(n.createdAt).toISOString(), scheme.zone)))].sort().join(', ');
    const expected = expectedDays(life, scheme, end).join(', ');
    return days === expected ? [] : [`${life.row.id}: the holder was reminded on ${days || 'no day'}, not on ${expected || 'none'}`];
  });
}

function expectedDays(life: Life, { renewal, zone }: Scheme, end: Instant): CivilDate[] {
  const { endsOn } = life.row.data as unknown as RenewalData;
  const opened = life.entries.filter((e) => e.type === 'window-opened').map((e) => civilDateOf(e.recordedAt, zone));
  const reminded = renewal.reminders.map((offset) => plus(endsOn, offset))
    .filter((day) => day > plus(endsOn, renewal.window) && hourOf(day, 8, zone) <= end && statusesAt(life, hourOf(day, 8, zone)).includes('window_open'));
  return [...new Set([...opened, ...reminded])].sort();
}
