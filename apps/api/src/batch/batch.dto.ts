import { batchRowStates, batchStatuses } from '../../../../libs/domain/src/batch/batch.status.js';
import { SignatoryDto } from '../application/application.act.dto.js';
import { Choice, CivilDate, Code, Id, InstantField, Int, Items, Nested, Pattern, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

/** The collections whose files have deadlines under a call. */
export const batchCollections = ['applications', 'appraisals', 'labels', 'monitorings', 'renewals'] as const;

/** A kind of deadline to be moved for all files of a call. Give either `to` or `by`. */
export class NewBatchDto {
  @Choice(batchCollections) collection!: (typeof batchCollections)[number];
  @Code({ description: 'As timelines name it, e.g. `review-due`.' }) kind!: string;
  @CivilDate({ optional: true, description: 'One new date for all.' }) to?: string;
  @Pattern(/^-?P(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, { optional: true, example: 'P14D', description: 'A duration that is added to each date.' }) by?: string;
  @Text({ min: 10, max: 2000, description: 'Why; everybody concerned is told again.' }) reason!: string;
}

class BatchCountsDto {
  @Int() waiting!: number;
  @Int() applied!: number;
  @Int() refused!: number;
  @Int({ description: 'Files whose procedure had ended.' }) closed!: number;
}

/** Who signs, and when: one act for all files of the list; the rest is as it was sent for signature, or as it was proposed. */
export class BatchSignatureDto {
  @CivilDate() signedOn!: string;
  @Nested(() => SignatoryDto) signatory!: SignatoryDto;
  @CivilDate({ optional: true, description: 'First day of the labels; as prepared, or by default, when left out.' }) startsOn?: string;
  @CivilDate({ optional: true, description: 'Last day of the labels.' }) endsOn?: string;
}

export class BatchNoticeDto {
  @CivilDate({ optional: true, description: 'When the applicants received it; today when left out.' }) notifiedOn?: string;
  @Choice(['online', 'post', 'e-mail', 'hand']) channel!: string;
  @Text({ optional: true, max: 500, description: 'E.g. the number of the list of registered letters.' }) proof?: string;
}

/** One signed act, or one notification, for many files of a call. */
export class NewDecisionBatchDto {
  @Choice(['signature', 'notification']) kind!: 'signature' | 'notification';
  @Id() call!: string;
  @Texts({ ids: true, max: 1000, optional: true, description: 'Applications of the call; all whose turn it is when left out.' }) applications?: string[];
  @Nested(() => BatchSignatureDto, { optional: true, description: 'Needed for a signature.' }) signature?: BatchSignatureDto;
  @Nested(() => BatchNoticeDto, { optional: true, description: 'Needed for a notification.' }) notification?: BatchNoticeDto;
}

/** The signed document of a list. */
class BatchDocumentDto {
  @Text({ description: 'SHA-256 of its bytes, in hexadecimal.' }) sha256!: string;
  @Text() name!: string;
  @Texts({ ids: true, max: 1000, description: 'Where it can be read: the attachment of each file, in the order of the rows.' }) attachments!: string[];
}

export class BatchConfirmationDto {
  @Text({ optional: true, max: 100, description: 'The batch’s `plan` as it was read; needed for a signature.' }) plan?: string;
}

/** A batch and how far it has come. */
export class BatchDto {
  @Id() id!: string;
  @Id({ nullable: true, description: 'Null for labels of several calls that are extended.' }) call!: string | null;
  @Int({ description: 'Batches of one call are applied in this order.' }) version!: number;
  @Choice(batchCollections) collection!: string;
  @Code({ description: 'The kind of deadline that is moved; `signature` or `notification` for decisions, `extension` for labels.' }) kind!: string;
  @CivilDate({ nullable: true }) to!: string | null;
  @Text({ nullable: true, description: 'ISO 8601 duration.' }) by!: string | null;
  @Text({ max: 2000, nullable: true, description: 'Of moved deadlines; null once erased.' }) reason!: string | null;
  @Choice(batchStatuses) status!: string;
  @Id() preparedBy!: string;
  @InstantField() preparedAt!: string;
  @Id({ nullable: true }) confirmedBy!: string | null;
  @InstantField({ nullable: true }) confirmedAt!: string | null;
  @InstantField({ nullable: true }) endedAt!: string | null;
  @Nested(() => BatchCountsDto) counts!: BatchCountsDto;
  @Nested(() => SignatoryDto, { nullable: true, description: 'Of a signature: who signs.' }) signatory!: SignatoryDto | null;
  @Items(() => BatchDocumentDto, { description: 'Of a signature: the signed documents that the rows name, each file of the same bytes once.' }) documents!: BatchDocumentDto[];
  @Text({ nullable: true, description: 'Of a signature: what stands here as one fingerprint, rows and document included. The confirmation names it.' }) plan!: string | null;
}

/** One file: the date that it has and the date that it gets, or the outcome of its decision; later what became of it. */
export class BatchRowDto {
  @Text({ description: 'Its address in the collection.' }) id!: string;
  @CivilDate({ nullable: true }) from!: string | null;
  @CivilDate({ nullable: true }) to!: string | null;
  @Code({ nullable: true, description: 'Of a decision: `award`, `conditional-award`, `refuse`.' }) outcome!: string | null;
  @Choice(batchRowStates) state!: string;
  @Code({ nullable: true, description: 'Why it was refused; while it waits, why it would be refused now.' }) code!: string | null;
  @Id({ nullable: true }) command!: string | null;
}

export class BatchRowQueryDto extends PageQuery {
  @Choice(batchRowStates, { optional: true }) state?: (typeof batchRowStates)[number];
}
