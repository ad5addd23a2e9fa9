import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Flag, Id, Int, Ints, Items, Nested, Text, Texts } from '../http/fields.js';

/** An exact number, and how it is shown. */
export class ExactDto {
  @Int() numerator!: number;
  @Int({ min: 1 }) denominator!: number;
  @Text({ description: 'Rounded to two decimals, to the nearest, halves up; nothing is decided by it.', example: '68.33' }) shown!: string;
}

class MarkDto {
  @Int({ description: 'The appraisal’s number; for the applicant, a number without meaning.' }) n!: number;
  @Int() mark!: number;
  @Flag({ description: 'False: set aside after a third review.' }) counts!: boolean;
  @Text({ nullable: true, max: 10_000 }) comment!: string | null;
}

class CriterionResultDto {
  @Code() code!: string;
  @Text() label!: string;
  @Int() weight!: number;
  @Int({ description: 'Highest mark of the scale.' }) max!: number;
  @Nested(() => ExactDto, { nullable: true }) threshold!: ExactDto | null;
  @Items(() => MarkDto) marks!: MarkDto[];
  @Nested(() => ExactDto, { description: 'Of the marks that count.' }) mean!: ExactDto;
  @Nested(() => ExactDto, { description: 'Points of 100 that the mean brings to the total: mean ÷ max × weight.' }) contribution!: ExactDto;
  @Flag() reached!: boolean;
}

class GroupResultDto {
  @Code() code!: string;
  @Text() label!: string;
  @Int({ description: 'Criteria of the group that reach their thresholds.' }) met!: number;
  @Int({ description: 'Criteria in the group.' }) of!: number;
  @Int({ description: 'So many must.' }) atLeast!: number;
}

class TotalDto {
  @Int() n!: number;
  @Nested(() => ExactDto, { description: 'Of 100.' }) total!: ExactDto;
  @Flag() counts!: boolean;
  @Text({ nullable: true, max: 10_000, description: 'The expert’s comment on the whole.' }) comment!: string | null;
}

/** The consolidated appraisal, with its sum. */
export class ResultDto {
  @Choice(['panel', 'nearest', 'all'], { description: '`panel`: every appraisal counts. After a third review: `nearest` or `all`, as the scheme says.' }) rule!: string;
  @Items(() => TotalDto) totals!: TotalDto[];
  @Items(() => CriterionResultDto) criteria!: CriterionResultDto[];
  @Nested(() => ExactDto, { description: 'Of 100: the sum of the contributions.' }) total!: ExactDto;
  @Int({ description: 'Of 100.' }) threshold!: number;
  @Items(() => GroupResultDto, { description: 'Groups of criteria of which so many must be met; empty where the scheme has none.' }) groups!: GroupResultDto[];
  @Flag({ description: 'The total, every criterion outside a group and enough of each group reach their thresholds, compared without rounding.' }) reached!: boolean;
  @Texts({ each: 2000, description: 'How it was added up, in sentences.' }) rules!: string[];
}

/** The experts’ report. */
export class ConsensusReportDto {
  @CivilDate() on!: string;
  @Choice(['favourable', 'unfavourable']) outcome!: string;
  @Ints({ description: 'Numbers of the appraisals whose experts differ.' }) minority!: number[];
  @Text({ nullable: true, max: 20_000, description: 'Null once erased.' }) majorityView!: string | null;
  @Text({ nullable: true, max: 20_000 }) minorityView!: string | null;
}

/** What whoever may read a file’s appraisal reads of it. */
export class AppraisalResultDto {
  @Id() application!: string;
  @Text({ description: 'As the caller is told it.' }) status!: string;
  @Nested(() => ResultDto) result!: ResultDto;
  @Nested(() => ConsensusReportDto, { nullable: true, description: 'Not shown to the applicant.' }) consensus!: ConsensusReportDto | null;
  @CivilDate({ nullable: true, description: 'When the consensus report, or the reply, is due.' }) dueOn!: string | null;
  @Texts({ description: 'What the caller may do about it now: recordConsensus, reply.' }) allowedActions!: string[];
}

export class RapporteurDto {
  @Id({ description: 'An expert of the panel who has submitted.' }) expert!: string;
}

export class ConsensusDto {
  @Choice(['favourable', 'unfavourable']) outcome!: 'favourable' | 'unfavourable';
  @Text({ max: 20_000 }) majorityView!: string;
  @Ints({ optional: true, max: 20, description: 'Numbers of the appraisals whose experts differ from the majority.' }) minority?: number[];
  @Text({ optional: true, max: 20_000, description: 'Needed when there is a minority.' }) minorityView?: string;
}

export class ReplyDto {
  @Text({ optional: true, max: 20_000 }) text?: string;
  @Texts({ ids: true, max: 20, optional: true, description: 'Attachments sent since the reply was opened.' }) attachments?: string[];
  @EnteredFor() entered?: EnteredDto;
}

/** The applicant’s reply to the appraisal. */
export class ReplyViewDto {
  @CivilDate() on!: string;
  @Text({ nullable: true, max: 20_000, description: 'Null once erased.' }) text!: string | null;
  @Texts({ ids: true, description: 'Among the attachments.' }) attachments!: string[];
}
