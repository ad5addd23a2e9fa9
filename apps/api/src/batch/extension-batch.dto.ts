import { LabelExtensionDto } from '../award/measure.dto.js';
import { CivilDate, Code, Flag, Id, Int, Items, Text, Texts } from '../http/fields.js';

/** One signed decision that extends many labels: those named, or those of a call or of the whole scheme that end before the new date. */
export class NewExtensionBatchDto extends LabelExtensionDto {
  @Code({ description: 'Code of the scheme.' }) schemeCode!: string;
  @Id({ optional: true, description: 'Labels of this call alone.' }) call?: string;
  @Texts({ ids: true, max: 1000, optional: true, description: 'These labels, and no others.' }) labels?: string[];
  @Flag({ optional: true, description: 'Also labels that have expired and that no other follows; both dates then show.' }) expired?: boolean;
}

/** What the decision means for one label. */
export class ExtensionRowDto {
  @Id() id!: string;
  @Text() number!: string;
  @Text() pole!: string;
  @Code() status!: string;
  @CivilDate({ description: 'Its last day now.' }) from!: string;
  @CivilDate() to!: string;
  @Flag({ description: 'It had expired when the decision was prepared: both dates show.' }) afterExpiry!: boolean;
  @Int({ description: 'Reports more.' }) reports!: number;
  @Int({ description: 'Indicators that these ask for.' }) indicators!: number;
  @Int({ description: 'Instalments more.' }) instalments!: number;
  @Code({ nullable: true, description: 'Why this label would refuse, or has refused.' }) code!: string | null;
}

/** The whole decision, to be read before it is confirmed. */
export class ExtensionPreviewDto {
  @Id() batch!: string;
  @CivilDate() endsOn!: string;
  @CivilDate() decidedOn!: string;
  @Int({ description: 'Labels that it extends.' }) labels!: number;
  @Int({ description: 'Of these, labels that had expired.' }) afterExpiry!: number;
  @Int() reports!: number;
  @Int() indicators!: number;
  @Int() instalments!: number;
  @Int({ description: 'Certificates that show the new date: one a label.' }) certificates!: number;
  @Int({ description: 'Labels that would refuse; the rows say why.' }) refused!: number;
  @Items(() => ExtensionRowDto, { max: 1000 }) rows!: ExtensionRowDto[];
}
