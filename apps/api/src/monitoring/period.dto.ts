import { Choice, CivilDate, Flag, Int, Nested } from '../http/fields.js';

/** The account of a period's money. Amounts are in cents. */
export class FinancialDto {
  @Choice(['awaited', 'submitted', 'returned', 'validated', 'defaulted']) state!: string;
  @CivilDate() dueOn!: string;
  @CivilDate({ nullable: true, description: 'When it first came.' }) submittedOn!: string | null;
  @Flag({ description: 'It first came after its date.' }) late!: boolean;
  @Int({ description: 'How often it was returned.' }) corrections!: number;
  @Int({ nullable: true, description: 'Spending as declared, in cents.' }) spent!: number | null;
  @Int({ nullable: true, description: 'Spending as accepted, in cents.' }) accepted!: number | null;
  @CivilDate({ nullable: true }) outcomeOn!: string | null;
}

/** A report that came after its default. */
export class LateReportDto {
  @Choice(['submitted', 'returned', 'validated']) state!: string;
  @CivilDate() submittedOn!: string;
  @CivilDate({ nullable: true }) settledOn!: string | null;
}

/** What came of the survey of the firms served. */
export class SurveyResultDto {
  @Choice(['secretariat', 'centre', 'none'], { description: '`centre`: its own survey, as it declared it; never added to central ones. `none`: the firms were not asked.' }) runBy!: string;
  @Int() sent!: number;
  @Int() answered!: number;
  @Int({ nullable: true, description: 'Mean satisfaction in hundredths of a point; null where too few answered.' }) mean!: number | null;
  @Int({ optional: true, description: 'The end of the scale of a centre’s own score.' }) outOf?: number;
}

/** One period and its report. */
export class PeriodDto {
  @Int({ min: 1 }) n!: number;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @CivilDate({ nullable: true, description: 'By when the report is or was due.' }) dueOn!: string | null;
  @CivilDate({ nullable: true, description: 'When it first came.' }) submittedOn!: string | null;
  @Flag({ description: 'It first came after its date.' }) late!: boolean;
  @Int({ description: 'How often it was returned.' }) corrections!: number;
  @CivilDate({ nullable: true }) formalNoticeOn!: string | null;
  @Choice(['validated', 'defaulted'], { nullable: true }) outcome!: string | null;
  @CivilDate({ nullable: true }) outcomeOn!: string | null;
  @Nested(() => LateReportDto, { optional: true, description: 'Came after the default was recorded.' }) lateReport?: LateReportDto;
  @Nested(() => FinancialDto, { optional: true, description: 'Once the period is over, where the scheme asks for an account.' }) financial?: FinancialDto;
  @Nested(() => SurveyResultDto, { optional: true }) survey?: SurveyResultDto;
}
