import { publicChanges, publicStatuses, type PublicStatus } from '../../../../libs/domain/src/award/public-life.js';
import { Choice, CivilDate, Code, Flag, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class RegisterQueryDto extends PageQuery {
  @Code({ optional: true, description: 'A theme’s code in the scheme, e.g. `habitat`.' })
  theme?: string;

  @Code({ optional: true, description: 'A structure type’s code in the scheme.' })
  structureType?: string;

  @Text({ max: 100, optional: true, description: 'A place, looked for in the territory.' })
  place?: string;

  @Code({ optional: true, description: 'A scheme’s code.' })
  scheme?: string;

  @Choice(publicStatuses, { optional: true, description: 'The status on the day `on`, as the journal says it.' })
  status?: PublicStatus;

  @CivilDate({ optional: true, description: 'The day of which the register speaks; today when left out.' })
  on?: string;

  @Text({ max: 100, optional: true, description: 'Looked for in the names of pole and structure, the territory and the number.' })
  q?: string;
}

export class RegisterDayQueryDto {
  @CivilDate({ optional: true, description: 'The day of which the answer speaks; today when left out.' })
  on?: string;
}

class RegisterPoleDto {
  @Text() name!: string;
  @Texts() themes!: string[];
  @Text() territory!: string;
}

class RegisterStructureDto {
  @Text() name!: string;
  @Text({ description: 'SIREN, nine digits.' }) siren!: string;
  @Code() type!: string;
}

/** A label as the public sees it. */
export class RegisterLabelDto {
  @Text({ description: 'Public number of the label.' }) number!: string;
  @Code({ description: 'Code of the scheme.' }) scheme!: string;
  @Choice(publicStatuses) status!: PublicStatus;
  @CivilDate({ description: 'The day of which `status` speaks.' }) on!: string;
  @CivilDate({ description: 'First day.' }) startsOn!: string;
  @CivilDate({ description: 'Last day, as it was decided by the day `on`.' }) endsOn!: string;
  @Flag({ description: 'The application that renews this label is being examined now.' }) renewalUnderAppraisal!: boolean;
  @Text({ nullable: true, description: 'Number of the label that this one renews.' }) renews!: string | null;
  @Text({ nullable: true, description: 'Number of the label that renews this one.' }) renewedBy!: string | null;
  @Nested(() => RegisterPoleDto) pole!: RegisterPoleDto;
  @Nested(() => RegisterStructureDto, { nullable: true }) structure!: RegisterStructureDto | null;
}

/** The answer about one number; `label` is null when no label ever had it. */
export class RegisterAnswerDto {
  @Text() number!: string;
  @Choice([...publicStatuses, 'unknown']) status!: PublicStatus | 'unknown';
  @Nested(() => RegisterLabelDto, { nullable: true }) label!: RegisterLabelDto | null;
}

/** A time during which the status was the same. */
class RegisterPeriodDto {
  @Choice(publicStatuses) status!: PublicStatus;
  @CivilDate() from!: string;
  @CivilDate({ nullable: true, description: 'Last day; null for the present period.' }) to!: string | null;
  @CivilDate({ nullable: true, description: 'Of the present period: its last day as it is decided today; a suspension ends with its own limit. Null otherwise.' }) willEndOn!: string | null;
}

class RegisterExtensionDto {
  @CivilDate({ description: 'When it was decided.' }) decidedOn!: string;
  @CivilDate({ description: 'When it was entered: it may be after the label’s end.' }) recordedOn!: string;
  @CivilDate({ description: 'The new last day.' }) endsOn!: string;
}

class RegisterChangeDto {
  @CivilDate() on!: string;
  @Choice(publicChanges, { description: 'Its name, its place, or the structure that carries it.' }) what!: string;
  @Text({ nullable: true, description: 'Of a rename: the name until then.' }) before!: string | null;
  @Text({ nullable: true, description: 'Of a rename: the name since then.' }) after!: string | null;
}

/** What became of a label, from its first day on. */
export class RegisterHistoryDto {
  @Text() number!: string;
  @CivilDate({ description: 'When the award was decided.' }) decidedOn!: string;
  @Items(() => RegisterPeriodDto, { description: 'Without gaps, up to today.' }) periods!: RegisterPeriodDto[];
  @Items(() => RegisterExtensionDto) extensions!: RegisterExtensionDto[];
  @Items(() => RegisterChangeDto, { description: 'Changes of the holder that the authority accepted, each with its first day.' }) changes!: RegisterChangeDto[];
  @Text({ nullable: true, description: 'Number of the label that this one renews.' }) renews!: string | null;
  @Text({ nullable: true, description: 'Number of the label that renews this one.' }) renewedBy!: string | null;
}
