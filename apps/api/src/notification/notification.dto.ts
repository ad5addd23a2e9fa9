import { notificationStates, type NotificationState } from '../../../../libs/domain/src/notification/state.js';
import { titleOf } from '../../../../libs/domain/src/notification/render.js';
import { templates } from '../../../../libs/domain/src/notification/templates.js';
import type { NotificationView } from '../../../../libs/persistence/src/notification/notification.queries.js';
import { Choice, Flag, Id, InstantField, Int, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class MyNotificationQuery extends PageQuery {
  @Choice(notificationStates, { optional: true })
  state?: NotificationState;

  @Text({ optional: true, description: 'The subject it speaks of, e.g. application/….' })
  subject?: string;
}

export class NotificationQuery extends MyNotificationQuery {
  @Text({ optional: true, description: 'The name of a template, e.g. application.acknowledgement.' })
  template?: string;
}

export class MyNotificationDto {
  @Id() id!: string;
  @Text({ description: 'The subject it speaks of.' }) subject!: string;
  @Text() template!: string;
  @Text({ description: 'The subject line, in the recipient’s language.' }) title!: string;
  @Choice(notificationStates) state!: NotificationState;
  @InstantField() createdAt!: string;
  @InstantField({ nullable: true }) sentAt!: string | null;
}

export class NotificationRecipientDto {
  @Id({ nullable: true, description: 'Absent for a shared mailbox.' }) personId!: string | null;
  @Text({ nullable: true }) name!: string | null;
  @Text({ description: 'The address to which it goes now.' }) address!: string;
}

export class NotificationDto extends MyNotificationDto {
  @Nested(() => NotificationRecipientDto, { nullable: true, description: 'Absent when nobody could be found, and for firms of a survey, who may answer without anybody knowing that they had to be reminded; a firm that could not be reached is shown.' }) recipient!: NotificationRecipientDto | null;
  @Choice(['fr', 'en']) locale!: 'fr' | 'en';
  @Flag({ description: 'Goes to the legal representative, the administrators and the shared mailbox.' }) significant!: boolean;
  @Int({ description: 'How often it was tried.' }) attempts!: number;
  @Int({ description: 'How often nobody knew whether it had gone.' }) inDoubtCount!: number;
  @InstantField({ nullable: true, description: 'When it is tried next; absent when nothing more will be tried.' }) nextAttemptAt!: string | null;
  @Text({ nullable: true, max: 500 }) lastError!: string | null;
  @Text({ nullable: true, description: 'The same for every attempt; absent where the recipient is.' }) messageId!: string | null;
}

export function myNotificationDto(view: NotificationView): MyNotificationDto {
  const { id, subject, template, state, createdAt, sentAt } = view;
  const known = templates[template];
  return { id, subject, template, title: known ? titleOf(known, view.locale, view.facts) : template, state, createdAt, sentAt };
}

export function notificationDto(view: NotificationView): NotificationDto {
  const { recipient, locale, significant, attempts, inDoubtCount, nextAttemptAt, lastError, messageId } = view;
  // A server's complaint repeats the address, and the Message-ID is made of whom it goes to.
  const who = isSecret(view) ? { recipient: null, lastError: null, messageId: null } : { recipient, lastError, messageId };
  return { ...myNotificationDto(view), ...who, locale, significant, attempts, inDoubtCount, nextAttemptAt };
}

/** Reminders of a survey go to those who have not answered: whoever read to whom would know who has. */
function isSecret({ facts, state, bounced }: NotificationView): boolean {
  return facts['firm'] !== undefined && state !== 'failed' && !bounced;
}
