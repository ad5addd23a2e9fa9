import { Choice, Code, Email, Flag, Id, Int, Items, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class FirmQueryDto extends PageQuery {}

/** A firm on the list. Whether it has answered is nobody's to know. */
export class FirmDto {
  @Id() id!: string;
  @Text() name!: string;
  @Text({ nullable: true }) siret!: string | null;
  @Email() email!: string;
  @Choice(['fr', 'en'], { title: { fr: 'Langue', en: 'Language' } }) language!: 'fr' | 'en';
  @Choice(['listed', 'withheld', 'undeliverable'], { description: '`withheld`: it does not want to be written to; `undeliverable`: its mail came back.' }) state!: string;
}

export class FirmInputDto {
  @Text({ max: 150 }) name!: string;
  @Text({ optional: true, max: 40, description: 'Fourteen digits; tells two firms of one name apart.' }) siret?: string;
  @Text({ max: 254, description: 'E-mail address of the person who was helped, or of the firm.' }) email!: string;
  @Choice(['fr', 'en'], { optional: true, description: 'Of the mails; French when left out.' }) language?: 'fr' | 'en';
}

export class FirmCopiesDto {
  @Int({ description: 'Firms that were listed.' }) copied!: number;
  @Int({ description: 'Of the last survey’s, those that are listed already or no longer fit.' }) leftOut!: number;
  @Int({ description: 'Of the copied ones, those that do not want to be written to.' }) withheld!: number;
}

export class ImportQueryDto {
  @Flag({ optional: true, description: 'False, or left out: a dry run, nothing is changed.' }) apply?: boolean;
}

class FirmFaultDto {
  @Int({ min: 1, description: 'As a text editor counts lines; the header is 1.' }) line!: number;
  @Code() code!: string;
  @Text({ max: 500, description: 'What is wrong and what to write.' }) reason!: string;
}

export class ImportReportDto {
  @Flag({ description: 'The firms are on the list now.' }) applied!: boolean;
  @Int({ description: 'Lines with a firm that can be listed.' }) firms!: number;
  @Items(() => FirmFaultDto, { max: 5000, description: 'In the order of the lines; with one of them nothing is applied.' }) faults!: readonly FirmFaultDto[];
  @Texts({ description: 'Columns of the file that are not read.' }) columnsLeftOut!: readonly string[];
  @Int({ nullable: true, description: 'Firms that do not want to be written to: they are listed, and not asked. Null for a dry run.' }) withheld!: number | null;
}
