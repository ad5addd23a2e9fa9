import { importColumns } from '../../../../libs/domain/src/award/import-line.js';
import { Choice, Code, Flag, Id, Int, Items, Text } from '../http/fields.js';

/** Labels in force, as a file's text. */
export class LabelImportDto {
  @Code({ description: 'Code of the scheme.' }) scheme!: string;
  @Choice(['csv', 'json']) format!: 'csv' | 'json';
  @Text({
    max: 900_000, description: `CSV with a line of column names, or a JSON list of objects. Columns: ${importColumns.join(', ')}. Dates as 2026-07-01; themes parted by a vertical bar.`,
  }) text!: string;
  @Id({ optional: true, description: 'The call to which the labels belong; without it their renewals go under the last call, where the scheme renews without one.' }) call?: string;
}

class ImportFaultDto {
  @Text({ description: 'The column.' }) column!: string;
  @Code() code!: string;
  @Text({ max: 600 }) detail!: string;
}

class ImportLineDto {
  @Int({ description: 'Of a CSV file the line, of a JSON list the place; from 1.' }) line!: number;
  @Text({ nullable: true }) number!: string | null;
  @Text({ nullable: true, max: 300 }) pole!: string | null;
  @Choice(['ready', 'faulty', 'imported', 'received', 'there-already', 'refused'], {
    description: '`ready` and `faulty` in a dry run. `received`: kept, and imported as soon as its procedure can be reached. `there-already`: by an earlier import.',
  }) state!: 'ready' | 'faulty' | 'imported' | 'received' | 'there-already' | 'refused';
  @Id({ nullable: true, description: 'The label.' }) label!: string | null;
  @Items(() => ImportFaultDto) faults!: ImportFaultDto[];
}

/** What an import would do, or has done, line by line. */
export class LabelImportReportDto {
  @Flag() dryRun!: boolean;
  @Int() labels!: number;
  @Int({ description: 'Lines that need a correction.' }) faulty!: number;
  @Items(() => ImportLineDto, { max: 1000 }) lines!: ImportLineDto[];
}
