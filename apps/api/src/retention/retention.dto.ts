import { retentionDecisions, retentionStatuses, type RetentionDecision, type RetentionStatus } from '../../../../libs/domain/src/retention/retention.status.js';
import { Choice, CivilDate, Code, FreeMap, Id, InstantField, Int, Items, Nested, Pattern, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const title = (fr: string, en: string) => ({ fr, en });
const subjectId = /^(application|award|financing|survey)\/[0-9a-f-]{36}(\/\d{1,3})?$/;

/** A file whose period is over. */
export class DueFileDto {
  @Text({ description: 'The subject that stands for the file.', title: title('Dossier', 'File') }) file!: string;
  @Text({ title: title('Pôle', 'Centre') }) pole!: string;
  @Code({ title: title('Code', 'Code') }) category!: string;
  @Text({ title: title('Catégorie', 'Category') }) categoryLabel!: string;
  @CivilDate({ description: 'From when the period counts.', title: title('Point de départ', 'Counted from') }) from!: string;
  @CivilDate({ description: 'Its last day.', title: title('Fin de la durée', 'Period ends') }) until!: string;
  @Choice(retentionDecisions, { description: 'What the scheme foresees; what is to be archived or sorted is to be kept.', title: title('Prévu', 'Foreseen') }) foreseen!: RetentionDecision;
  @Int({ description: 'Procedures in it.', title: title('Procédures', 'Procedures') }) subjects!: number;
}

class ProposedFileDto {
  @Pattern(subjectId, { example: 'application/7f8b3a52-6d1f-4f0e-9c1c-3a1f0f2f9a10', description: 'As the list of due files names it.' }) file!: string;
  @Choice(retentionDecisions, { optional: true, description: 'What the scheme foresees when left out.' }) proposal?: RetentionDecision;
}

export class RetentionProposalDto {
  @Items(() => ProposedFileDto, { min: 1, max: 200 }) files!: ProposedFileDto[];
}

export class RetentionQueryDto extends PageQuery {
  @Choice(retentionStatuses.filter((status) => status !== 'due'), { optional: true }) status?: RetentionStatus;
}

export class RetentionDecisionDto {
  @Choice(retentionDecisions) decision!: RetentionDecision;
  @Text({ max: 200, description: 'Of the archives’ agreement.' }) reference!: string;
}

export class EliminationDto {
  @Pattern(/^[0-9a-f]{64}$/, { example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', description: 'SHA-256 of the zip that left last: whoever destroys has it.' }) archive!: string;
}

class ArchiveDto {
  @Text() sha256!: string;
  @InstantField() at!: string;
}

/** A file whose time is over, from the proposal on. */
export class RetentionFileDto {
  @Id() id!: string;
  @Text({ title: title('Dossier', 'File') }) file!: string;
  @Text({ title: title('Pôle', 'Centre') }) pole!: string;
  @Code({ title: title('Catégorie', 'Category') }) category!: string;
  @CivilDate({ title: title('Point de départ', 'Counted from') }) from!: string;
  @CivilDate({ title: title('Fin de la durée', 'Period ends') }) until!: string;
  @Choice(retentionStatuses, { title: title('État', 'Status') }) status!: RetentionStatus;
  @Choice(retentionDecisions, { title: title('Proposition', 'Proposal') }) proposal!: RetentionDecision;
  @Text({ title: title('Proposé par', 'Proposed by') }) proposedBy!: string;
  @InstantField({ title: title('Proposé le', 'Proposed on') }) proposedAt!: string;
  @Choice(retentionDecisions, { nullable: true, title: title('Décision', 'Decision') }) decision!: RetentionDecision | null;
  @Text({ nullable: true, title: title('Référence des archives', 'Archives’ reference') }) reference!: string | null;
  @Text({ nullable: true, title: title('Décidé par', 'Decided by') }) decidedBy!: string | null;
  @InstantField({ nullable: true, title: title('Décidé le', 'Decided on') }) decidedAt!: string | null;
  @Nested(() => ArchiveDto, { nullable: true, description: 'The zip that left last.' }) archive!: ArchiveDto | null;
  @InstantField({ nullable: true, title: title('Éliminé le', 'Eliminated on') }) eliminatedAt!: string | null;
  @FreeMap({ nullable: true, description: 'How many rows of each kind lost their content.' }) erased!: Readonly<Record<string, number>> | null;
  @Choice(['keep', 'eliminate', 'destroy'], { many: true, title: title('À faire', 'To do') }) allowedActions!: string[];
}

export class RetentionFilesDto {
  @Items(() => RetentionFileDto) items!: RetentionFileDto[];
}
