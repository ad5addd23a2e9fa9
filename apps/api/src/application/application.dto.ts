import { applicationStatuses } from '../../../../libs/domain/src/application/application.status.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Flag, FreeMap, Id, InstantField, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class NewApplicationDto {
  @Id({ description: 'The pole that applies.' }) pole!: string;
  @Id({ optional: true, description: 'The label that the application asks to renew; it begins with the answers of the last application, and with the reports, as the scheme says.' }) renews?: string;
  @Flag({ optional: true, description: 'Begin with the answers and files of the pole’s last application, a refused one included.' }) fromLast?: boolean;
  @EnteredFor() entered?: EnteredDto;
}

export class ApplicationQueryDto extends PageQuery {
  @Id({ optional: true }) call?: string;
  @Id({ optional: true }) pole?: string;
  @Choice(applicationStatuses, { optional: true }) status?: string;
  @Code({ optional: true, description: 'A theme of the pole.' }) theme?: string;
  @Code({ optional: true, description: 'The type of the structure that carries the pole.' }) structureType?: string;
  @Text({ optional: true, max: 100, description: 'Looked for in the pole’s territory.' }) region?: string;
  @Id({ optional: true, description: 'The case officer.' }) officer?: string;
  @CivilDate({ optional: true, description: 'Undecided, and silence will count as a rejection on this day or before: files about to elapse.' }) silenceBefore?: string;
  @Flag({ optional: true, description: 'Only those of my poles, drafts included; always so for who is no staff.' }) mine?: boolean;
}

class NamedPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class ApplicationSummaryDto {
  @Id() id!: string;
  @Choice(applicationStatuses) status!: string;
  @Id() call!: string;
  @Nested(() => NamedPoleDto) pole!: NamedPoleDto;
  @Choice(['initial', 'renewal']) kind!: string;
  @CivilDate({ nullable: true }) receivedOn!: string | null;
  @Id({ nullable: true, optional: true, description: 'The case officer; for the staff alone.' }) officer?: string | null;
}

export class AttachmentDto {
  @Id() id!: string;
  @Choice(['answer', 'piece', 'decision', 'proof', 'thread', 'reply', 'scan', 'contract']) purpose!: string;
  @Code({ nullable: true }) question!: string | null;
  @Text() name!: string;
  @Choice(['pdf', 'docx', 'odt', 'xlsx', 'ods', 'png', 'jpg']) type!: string;
  @Int({ description: 'Bytes.' }) size!: number;
  @InstantField() uploadedAt!: string;
  @Int({ optional: true, description: 'The version of the draft that this file made.' }) draftVersion?: number;
}

class QuestionStateDto {
  @Code() code!: string;
  @Code() section!: string;
  @Flag() required!: boolean;
  @Flag() complete!: boolean;
  @Text({ optional: true, max: 500 }) fault?: string;
}

class CarriedOverDto {
  @Code() question!: string;
  @Choice(['application', 'reports'], { description: 'Where the answer comes from.' }) from!: string;
  @Flag({ description: 'Somebody changed it, or said that it stands; needed before the submission.' }) confirmed!: boolean;
}

export class CompletenessDto {
  @Flag() complete!: boolean;
  @Int() answered!: number;
  @Int() total!: number;
  @Items(() => QuestionStateDto) questions!: QuestionStateDto[];
}

export class DraftDto {
  @Id() id!: string;
  @Id() call!: string;
  @Id() pole!: string;
  @CivilDate({ nullable: true, description: 'Last day to submit: the call’s closing, the pole’s own limit, or the last day of the label that is renewed.' }) closesOn!: string | null;
  @Int({ description: 'To be named when saving and when submitting.' }) version!: number;
  @FreeMap({ description: 'By the code of the question.' }) answers!: object;
  @InstantField() savedAt!: string;
  @Text() savedBy!: string;
  @Nested(() => CompletenessDto) completeness!: CompletenessDto;
  @Items(() => AttachmentDto) attachments!: AttachmentDto[];
  @Items(() => CarriedOverDto, { description: 'Answers and files that come from an earlier file or from reports.' }) carriedOver!: CarriedOverDto[];
}

export class DraftInputDto {
  @Int({ min: 1, description: 'The version that this page last saw.' }) version!: number;
  @FreeMap({ description: 'All answers, by the code of the question.' }) answers!: Record<string, unknown>;
  @Texts({ optional: true, max: 200, each: 64, description: 'Questions whose carried-over answers were read and stand; a changed answer is confirmed by its change.' }) confirmed?: string[];
}

export class SubmissionDto {
  @Int({ min: 1, description: 'The version of the draft that is submitted.' }) draftVersion!: number;
  @EnteredFor() entered?: EnteredDto;
}

class FileContactDto {
  @Text() name!: string;
  @Text() email!: string;
}

class AppealRouteDto {
  @Code() code!: string;
  @Text() label!: string;
  @Text({ max: 2000 }) text!: string;
}

/** Acknowledgement of receipt [CRPA L112-3, R112-5]. */
export class AcknowledgementDto {
  @Id() application!: string;
  @InstantField() receivedAt!: string;
  @CivilDate() receivedOn!: string;
  @CivilDate({ nullable: true, description: 'Silence until the end of this day counts as a rejection.' }) impliedDecisionOn!: string | null;
  @Nested(() => FileContactDto) contact!: FileContactDto;
  @Items(() => AppealRouteDto) appealRoutes!: AppealRouteDto[];
}

/** A message of the thread that the secretariat attached to the file. */
class AttachedMessageDto {
  @Id() id!: string;
  @Choice(['applicant', 'secretariat'], { description: 'For which side it was written.' }) role!: string;
  @Text({ max: 22_000 }) text!: string;
  @InstantField() writtenAt!: string;
  @Items(() => AttachmentDto) attachments!: AttachmentDto[];
}

/** What was submitted. */
export class AnswersDto {
  @Int() version!: number;
  @FreeMap() answers!: object;
  @Items(() => AttachmentDto) attachments!: AttachmentDto[];
  @Items(() => AttachedMessageDto, { description: 'Messages of the thread that are attached to the file, the first first.' }) messages!: AttachedMessageDto[];
}
