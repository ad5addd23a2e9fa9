import { Choice, Code, Id, InstantField, Int, Text } from '../http/fields.js';

export class ReportFileQuery {
  @Int({ min: 1, max: 1000, optional: true, description: 'The period; the present one when left out.' }) period?: number;
  @Code({ optional: true, description: 'The question of the report that it answers; none for an account.' }) question?: string;
  @Choice(['report', 'account'], { optional: true, description: '`report` when left out: evidence of the yearly report. `account`: what the financial report rests on.' }) purpose?: 'report' | 'account';
}

export class ReportFilesQuery {
  @Int({ min: 1, max: 1000, optional: true, description: 'Of this period alone.' }) period?: number;
}

export class ReportFileDto {
  @Id() id!: string;
  @Int({ min: 1 }) period!: number;
  @Choice(['report', 'account']) purpose!: string;
  @Code({ nullable: true }) question!: string | null;
  @Text() name!: string;
  @Choice(['pdf', 'docx', 'odt', 'xlsx', 'ods', 'png', 'jpg']) type!: string;
  @Int({ description: 'Bytes.' }) size!: number;
  @InstantField() uploadedAt!: string;
}
