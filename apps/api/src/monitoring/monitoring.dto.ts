import { monitoringStatuses } from '../../../../libs/domain/src/monitoring/monitoring.status.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { DossierView } from '../act/dossier.dto.js';
import { Choice, CivilDate, Code, Flag, FreeMap, Id, InstantField, Int, Items, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { MidTermDto } from './mid-term.dto.js';
import { PeriodDto, SurveyResultDto } from './period.dto.js';
import { ReportFileDto } from './report-file.dto.js';

const shown = monitoringStatuses.filter((status) => status !== 'new');

export class MonitoringQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Of this pole.' }) pole?: string;
  @Id({ optional: true, description: 'Of the labels that this call led to.' }) call?: string;
}

class MonitoredPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class MonitoringSummaryDto {
  @Id({ description: 'The same as that of the label.' }) id!: string;
  @Choice(shown) status!: string;
  @Nested(() => MonitoredPoleDto) pole!: MonitoredPoleDto;
  @Text({ nullable: true, description: 'Subject id of the call.' }) call!: string | null;
  @Nested(() => PeriodDto, { description: 'The present period, or the last.' }) period!: PeriodDto;
  @CivilDate({ nullable: true, description: 'The next date on which somebody must act.' }) dueOn!: string | null;
}

/** What came with an act, on its day. */
export class WrittenDto {
  @CivilDate() on!: string;
  @FreeMap({ nullable: true, description: 'Null once erased.' }) body!: object | null;
}

export class MonitoringDto extends DossierView {
  @Items(() => PeriodDto) periods!: readonly PeriodDto[];
  @Nested(() => WrittenDto, { nullable: true, description: 'The report that was submitted last.' }) report!: WrittenDto | null;
  @Nested(() => WrittenDto, { nullable: true, description: 'Why it was last returned for correction.' }) correction!: WrittenDto | null;
  @Nested(() => MidTermDto, { nullable: true, description: 'The appraisal at mid-term, once it is asked for.' }) midTerm!: MidTermDto | null;
}

/** One question of the report and how far it has come. */
export class ReportQuestionDto {
  @Code() code!: string;
  @Code() section!: string;
  @Flag() required!: boolean;
  @Flag() complete!: boolean;
  @FreeMap({ optional: true, description: 'What is wrong: code and figures.' }) fault?: object;
}

export class ReportCompletenessDto {
  @Flag() complete!: boolean;
  @Int() answered!: number;
  @Int() total!: number;
  @Items(() => ReportQuestionDto) questions!: readonly ReportQuestionDto[];
}

/** What is known before the report is written. */
export class KnownDto {
  @FreeMap({ description: 'Baseline and target by indicator, as agreed in the contract and its amendments.' }) indicators!: object;
  @Nested(() => SurveyResultDto, { nullable: true, description: 'What the survey of the period’s firms found: the satisfaction to report, if the survey was central.' }) survey!: SurveyResultDto | null;
}

export class ReportDraftQuery {
  @Int({ min: 1, max: 1000, optional: true, description: 'A period whose default was recorded; the present one when left out.' }) period?: number;
}

export class ReportDraftDto {
  @Int({ min: 1, description: 'The period that it reports on.' }) period!: number;
  @Int({ description: '0 before the first saving.' }) version!: number;
  @FreeMap({ description: 'By question code.' }) answers!: object;
  @InstantField({ nullable: true }) savedAt!: string | null;
  @Text({ nullable: true, description: 'Who saved it last.' }) savedBy!: string | null;
  @Nested(() => ReportCompletenessDto) completeness!: ReportCompletenessDto;
  @Items(() => ReportFileDto, { description: 'Evidence sent for this report.' }) files!: readonly ReportFileDto[];
  @Nested(() => KnownDto, { description: 'What need not be looked up.' }) known!: KnownDto;
  @FreeMap({ description: 'Sections and questions of the report, in the caller’s language.' }) form!: object;
}

export class ReportDraftInputDto {
  @Int({ description: 'The version that you last saw; 0 for a first saving.' }) version!: number;
  @FreeMap({ description: 'All answers, by question code.' }) answers!: Record<string, unknown>;
}

export class ReportDto {
  @Int({ min: 1, description: 'The version of the draft that is submitted.' }) draftVersion!: number;
  @EnteredFor() entered?: EnteredDto;
}

export class CorrectionRequestDto {
  @Text({ min: 10, max: 5000, description: 'What is to be corrected, and why.' }) reasons!: string;
  @CivilDate({ optional: true, description: 'By when; the scheme’s period when left out.' }) limitOn?: string;
}

export class ReportValidationDto {
  @Text({ max: 5000, optional: true, description: 'A comment for the pole.' }) comment?: string;
}
