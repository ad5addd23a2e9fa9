import { awardStatuses } from '../../../../libs/domain/src/award/award.status.js';
import { DossierView } from '../act/dossier.dto.js';
import { Choice, CivilDate, Code, Flag, Id, Items, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { ContractView, StepView } from './contract.dto.js';

const shown = awardStatuses.filter((status) => status !== 'new');

export class LabelQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Labels of this pole.' }) pole?: string;
  @Id({ optional: true, description: 'Labels that this call led to.' }) call?: string;
  @Code({ optional: true, description: 'A theme of the pole.' }) theme?: string;
  @Code({ optional: true, description: 'The type of the structure that carried the pole.' }) structureType?: string;
  @Text({ optional: true, max: 100, description: 'Looked for in the pole’s territory.' }) region?: string;
  @Id({ optional: true, description: 'The case officer.' }) officer?: string;
  @Flag({ optional: true, description: 'Only those whose award is stuck somewhere; their `steps` say where and who must act. For the staff.' }) stuck?: boolean;
}

class HolderDto {
  @Id() id!: string;
  @Text() name!: string;
}

class CarrierAtAwardDto {
  @Text() name!: string;
  @Text() siren!: string;
}

/** Full addresses, to open or to give away. */
class LabelLinksDto {
  @Text({ nullable: true, max: 2000, description: 'The certificate, PDF/A; null while the label is not in force.' }) certificate!: string | null;
  @Text({ nullable: true, max: 2000, description: 'The signed credential, Open Badges 3.0, for everybody; null while the label is not in force.' }) credential!: string | null;
  @Text({ nullable: true, max: 2000, description: 'The page on which everybody can verify the label, also once it has ended; null before it was ever in force.' }) verification!: string | null;
}

export class LabelSummaryDto {
  @Id({ description: 'The same as that of the application it rests on.' }) id!: string;
  @Choice(shown) status!: string;
  @Text() number!: string;
  @Text({ nullable: true, description: 'Subject id of the call.' }) call!: string | null;
  @CivilDate({ description: 'First day.' }) startsOn!: string;
  @CivilDate({ description: 'Last day.' }) endsOn!: string;
  @CivilDate({ nullable: true, description: 'When the pole signed the contract.' }) signedOn!: string | null;
  @CivilDate({ nullable: true, description: 'When the authority signed it.' }) countersignedOn!: string | null;
  @Nested(() => HolderDto) pole!: HolderDto;
  @Nested(() => CarrierAtAwardDto, { nullable: true, description: 'The structure that carried the pole when the label was awarded.' }) structure!: CarrierAtAwardDto | null;
}

export class LabelDto extends DossierView {
  @Text() number!: string;
  @CivilDate() startsOn!: string;
  @CivilDate() endsOn!: string;
  @Nested(() => HolderDto) pole!: HolderDto;
  @Nested(() => CarrierAtAwardDto, { nullable: true }) structure!: CarrierAtAwardDto | null;
  @Items(() => StepView, { description: 'What the award is made of, in its order: what is done, who must act, where it is stuck.' }) steps!: readonly StepView[];
  @Nested(() => LabelLinksDto, { description: 'Where the label is shown and proved.' }) links!: LabelLinksDto;
  @Nested(() => ContractView, { nullable: true, description: 'Null where the scheme has no contract, and for the committee.' }) contract!: ContractView | null;
}
