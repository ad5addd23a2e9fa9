import { registerStatuses, type RegisterStatus } from '../../../../libs/persistence/src/award/register.queries.js';
import { Choice, CivilDate, Code, Flag, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class RegisterQueryDto extends PageQuery {
  @Code({ optional: true, description: 'A theme’s code in the scheme, e.g. `habitat`.' })
  theme?: string;

  @Code({ optional: true, description: 'A structure type’s code in the scheme.' })
  structureType?: string;

  @Choice(registerStatuses, { optional: true, description: 'The status on the day `on`.' })
  status?: RegisterStatus;

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
  @Choice(registerStatuses) status!: RegisterStatus;
  @CivilDate({ description: 'The day of which `status` speaks.' }) on!: string;
  @CivilDate({ description: 'First day.' }) startsOn!: string;
  @CivilDate({ description: 'Last day.' }) endsOn!: string;
  @Flag({ description: 'The application that renews this label is being examined now.' }) renewalUnderAppraisal!: boolean;
  @Text({ nullable: true, description: 'Number of the label that this one renews.' }) renews!: string | null;
  @Text({ nullable: true, description: 'Number of the label that renews this one.' }) renewedBy!: string | null;
  @Nested(() => RegisterPoleDto) pole!: RegisterPoleDto;
  @Nested(() => RegisterStructureDto, { nullable: true }) structure!: RegisterStructureDto | null;
}

/** The answer about one number; `label` is null when no label ever had it. */
export class RegisterAnswerDto {
  @Text() number!: string;
  @Choice([...registerStatuses, 'unknown']) status!: RegisterStatus | 'unknown';
  @Nested(() => RegisterLabelDto, { nullable: true }) label!: RegisterLabelDto | null;
}
