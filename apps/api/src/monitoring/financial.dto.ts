import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { CivilDate, Code, FreeMap, Int, Items, Nested, Text } from '../http/fields.js';
import { FinancialDto } from './period.dto.js';
import { ReportFileDto } from './report-file.dto.js';

const cents = 100_000_000_000;

export class SpendingLineDto {
  @Code({ description: 'One of the scheme’s eligible costs.' }) cost!: string;
  @Int({ max: cents, description: 'Spent, in cents.' }) spent!: number;
  @Text({ max: 1000, optional: true }) note?: string;
}

export class FinancialReportDto {
  @Int({ min: 1, max: 1000, description: 'The period that it accounts for.' }) period!: number;
  @Items(() => SpendingLineDto, { min: 1, max: 200 }) spending!: SpendingLineDto[];
  @Text({ max: 5000, optional: true }) comment?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class FinancialReturnDto {
  @Int({ min: 1, max: 1000 }) period!: number;
  @Text({ min: 10, max: 5000, description: 'What is to be corrected, and why.' }) reasons!: string;
  @CivilDate({ optional: true, description: 'By when; the scheme’s period when left out.' }) limitOn?: string;
}

export class FinancialValidationDto {
  @Int({ min: 1, max: 1000 }) period!: number;
  @Int({ max: cents, description: 'The spending that is accepted, in cents; no more than was declared.' }) accepted!: number;
  @Text({ max: 5000, optional: true, description: 'A comment for the pole.' }) comment?: string;
}

/** The account of a period as its readers see it. */
export class FinancialReportView {
  @Int({ min: 1 }) period!: number;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @Nested(() => FinancialDto) financial!: FinancialDto;
  @FreeMap({ nullable: true, description: 'As last submitted: spending by line, comment. Null before, and once erased.' }) report!: object | null;
  @FreeMap({ nullable: true, description: 'Why it was last returned; null when it was not.' }) correction!: object | null;
  @Items(() => ReportFileDto) files!: readonly ReportFileDto[];
}
