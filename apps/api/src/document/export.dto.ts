import { Choice, Id, InstantField, Int, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class ExportQueryDto extends PageQuery {
  @Id({ optional: true, description: 'Exports by this person.' }) person?: string;
  @Text({ optional: true, description: 'Exports that show this subject, e.g. application/….' }) subject?: string;
  @Choice(['pdf', 'xlsx', 'csv', 'zip'], { optional: true, description: 'Documents or lists.' }) as?: 'pdf' | 'xlsx' | 'csv' | 'zip';
}

class ExporterDto {
  @Id() id!: string;
  @Text() name!: string;
}

/** Something that was taken out as a file. */
export class ExportDto {
  @Id() id!: string;
  @InstantField() at!: string;
  @Nested(() => ExporterDto) person!: ExporterDto;
  @Choice(['pdf', 'xlsx', 'csv', 'zip'], { title: { fr: 'Format', en: 'Format' } }) kind!: string;
  @Text({ max: 2000, description: 'What was asked, with its filter.' }) address!: string;
  @Text({ nullable: true }) subject!: string | null;
  @Int({ description: 'Pages of a PDF, rows of a sheet, files of a zip.' }) extent!: number;
  @Int({ description: 'Bytes.' }) size!: number;
  @Text() sha256!: string;
}
