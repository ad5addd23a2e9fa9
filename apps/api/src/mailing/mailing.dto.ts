import { notificationStates, type NotificationState } from '../../../../libs/domain/src/notification/state.js';
import { Choice, Id, InstantField, Int, Items, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

class MailingSubjectDto {
  @Text({ max: 150 }) fr!: string;
  @Text({ max: 150, optional: true, description: 'Readers of English get the French one when there is none.' }) en?: string;
}

class MailingBodyDto {
  @Text({ max: 10_000 }) fr!: string;
  @Text({ max: 10_000, optional: true, description: 'Readers of English get the French one when there is none.' }) en?: string;
}

/** A text for everybody of a list. `{{pole}}`, `{{call}}` and `{{date}}` (the day of sending) are filled in for each file. */
export class NewMailingDto {
  @Text({ max: 2000, description: 'The address of a list of applications or labels with its filter, e.g. `/api/applications?call=…&status=admissible`.' }) list!: string;
  @Nested(() => MailingSubjectDto) subject!: MailingSubjectDto;
  @Nested(() => MailingBodyDto) text!: MailingBodyDto;
}

export class MailingConfirmationDto {
  @Int({ min: 1, max: 1_000_000, description: 'How many files the preview shows: refused when the list is no longer the same.' }) files!: number;
}

class MailingPersonDto {
  @Id() id!: string;
  @Text() name!: string;
}

class MailSampleDto {
  @Text({ max: 300 }) subject!: string;
  @Text({ max: 30_000 }) text!: string;
  @Text({ max: 100_000 }) html!: string;
}

/** The mail of the list’s first file as it will be read. */
class MailingSampleDto {
  @Text({ description: 'Subject id of the file.' }) file!: string;
  @Nested(() => MailSampleDto) fr!: MailSampleDto;
  @Nested(() => MailSampleDto) en!: MailSampleDto;
}

class MailingCountsDto {
  @Int({ description: 'Waiting, being sent, or in doubt.' }) underWay!: number;
  @Int() sent!: number;
  @Int({ description: 'Refused by the mail server, or nobody to tell.' }) failed!: number;
}

export class MailingSummaryDto {
  @Id() id!: string;
  @Choice(['prepared', 'sent']) status!: string;
  @Text({ max: 2000 }) list!: string;
  @Nested(() => MailingSubjectDto) subject!: MailingSubjectDto;
  @Int({ description: 'Files of the list.' }) files!: number;
  @Int({ nullable: true, description: 'People and mailboxes that were written to; null before the confirmation.' }) recipients!: number | null;
  @Nested(() => MailingPersonDto) preparedBy!: MailingPersonDto;
  @InstantField() preparedAt!: string;
  @Nested(() => MailingPersonDto, { nullable: true }) confirmedBy!: MailingPersonDto | null;
  @InstantField({ nullable: true }) confirmedAt!: string | null;
}

export class MailingDto extends MailingSummaryDto {
  @Nested(() => MailingBodyDto) text!: MailingBodyDto;
  @Nested(() => MailingSampleDto, { nullable: true }) sample!: MailingSampleDto | null;
  @Nested(() => MailingCountsDto) counts!: MailingCountsDto;
}

export class MailingFileQueryDto extends PageQuery {
  @Choice(notificationStates, { optional: true, description: 'Only files with a copy that stands so, e.g. `failed`.' }) state?: NotificationState;
}

class MailedDto {
  @Text({ nullable: true }) name!: string | null;
  @Text({ nullable: true, max: 254, description: 'Null when nobody could be found.' }) address!: string | null;
  @Choice(['fr', 'en']) locale!: string;
  @Choice(notificationStates, { nullable: true, description: 'Null before the confirmation.' }) state!: string | null;
  @Text({ nullable: true, max: 500 }) error!: string | null;
  @InstantField({ nullable: true }) sentAt!: string | null;
}

/** A file of the list, and to whom its copy goes or went. */
export class MailingFileDto {
  @Text({ description: 'Subject id.' }) file!: string;
  @Text() pole!: string;
  @Items(() => MailedDto) recipients!: MailedDto[];
}
