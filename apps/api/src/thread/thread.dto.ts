import { AttachmentDto } from '../application/application.dto.js';
import { Choice, Flag, Id, InstantField, Items, Nested, Pattern, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class NewMessageDto {
  @Text({ max: 10_000, description: 'Plain text.' }) text!: string;
  @Texts({ ids: true, max: 10, optional: true, description: 'Files that you sent to /api/applications/{id}/thread-files before, each in one message alone.' }) attachments?: string[];
}

class MessageAuthorDto {
  @Id() id!: string;
  @Text() name!: string;
  @Choice(['applicant', 'secretariat'], { description: 'For which side they wrote.' }) role!: string;
}

export class MessageDto {
  @Id() id!: string;
  @Nested(() => MessageAuthorDto) author!: MessageAuthorDto;
  @Text({ max: 22_000 }) text!: string;
  @InstantField() writtenAt!: string;
  @Items(() => AttachmentDto) attachments!: AttachmentDto[];
  @Flag({ description: 'The centre waits for an answer of the secretariat.' }) toAnswer!: boolean;
  @InstantField({ nullable: true, description: 'When the secretariat answered it, or marked it as answered.' }) answeredAt!: string | null;
  @Text({ nullable: true, description: 'Who of the secretariat.' }) answeredBy!: string | null;
  @Flag({ description: 'A copy of a text that was written to many files at once.' }) mailing!: boolean;
  @InstantField({ nullable: true, description: 'Since when it is attached to the file, for experts and committee to read.' }) attachedAt!: string | null;
  @Flag({ description: 'I wrote it or have read it.' }) read!: boolean;
  @Flag({ description: 'Somebody of the other side has read it.' }) seen!: boolean;
}

/** One page of a thread, the last message first. */
export class ThreadPageDto {
  @Text({ max: 500, description: 'To be shown with the thread: a message changes neither the state of the file nor its time limits.' }) notice!: string;
  @Items(() => MessageDto) items!: MessageDto[];
  @Text({ nullable: true, max: 500 }) next!: string | null;
}

/** A message that was written, with what it does not do. */
export class MessageWrittenDto extends MessageDto {
  @Text({ max: 500, description: 'A message changes neither the state of the file nor its time limits.' }) notice!: string;
}

export class ReadUpToDto {
  @Id({ description: 'The last message that was read; those before it are read with it.' }) upTo!: string;
}

export class IncomingQueryDto extends PageQuery {
  @Flag({ optional: true, description: 'Only messages that wait for an answer, the longest first; `false`: only the others.' }) toAnswer?: boolean;
  @Flag({ optional: true, description: 'Only of files of which I am the case officer, or the deputy while the officer is away.' }) mine?: boolean;
}

class IncomingPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

/** A message of a centre, with the file that it is about. */
export class IncomingMessageDto extends MessageDto {
  @Text({ description: 'Subject id of the file.' }) subject!: string;
  @Nested(() => IncomingPoleDto) pole!: IncomingPoleDto;
  @Pattern(/^\/api\//, { example: '/api/applications/0f8fad5b-d9cb-469f-a165-70867728950e/messages', description: 'Where the thread is.' }) link!: string;
}
