import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, FreeMap, Int, Text } from '../http/fields.js';

export const reportEventTypes = ['report-submitted', 'correction-requested', 'report-validated', 'period-defaulted', 'late-report-submitted', 'late-report-returned', 'late-report-validated'] as const;

/** One step in the history of a label's reports. */
export class ReportEventDto {
  @Int({ min: 1 }) period!: number;
  @Choice(reportEventTypes) type!: string;
  @CivilDate() on!: string;
  @FreeMap({ nullable: true, description: 'Answers and files, reasons, a comment; null where none came, and once erased.' }) body!: object | null;
}

export class LateReportSubmissionDto {
  @Int({ min: 1, max: 1000 }) period!: number;
  @Int({ min: 1, description: 'The version of that period’s draft.' }) draftVersion!: number;
  @EnteredFor() entered?: EnteredDto;
}

export class LateReportReturnDto {
  @Int({ min: 1, max: 1000 }) period!: number;
  @Text({ min: 10, max: 5000, description: 'What is to be corrected, and why.' }) reasons!: string;
}

export class LateReportValidationDto {
  @Int({ min: 1, max: 1000 }) period!: number;
  @Text({ max: 5000, optional: true, description: 'A comment for the pole.' }) comment?: string;
}
