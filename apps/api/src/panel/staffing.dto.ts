import { CivilDate, Code, Flag, Id, Int, Items, Text } from '../http/fields.js';
import { ExpertNameDto } from './expert.dto.js';

export class NewStaffingDto {
  @Int({ min: 1, max: 200, description: 'Files of this call per expert at most, those already there included.' }) maximumLoad!: number;
  @Flag({ description: 'True: says what would be done, and does nothing.' }) preview!: boolean;
  @Text({ optional: true, description: 'The `plan` of the preview that was read: refused when the plan is another one by now.' }) plan?: string;
  @CivilDate({ optional: true, description: 'When scores are due; the scheme’s period from acceptance when left out.' }) dueOn?: string;
}

export class AssignmentDto {
  @Id() application!: string;
  @Items(() => ExpertNameDto) experts!: ExpertNameDto[];
  @Flag({ description: 'False in a preview, and for an act that is received but not yet taken.' }) done!: boolean;
}

export class ShortageDto {
  @Code({ description: 'Why experts of the pool could not be taken: `conflict`, `full`, `away`.' }) code!: string;
  @Int() experts!: number;
}

export class UnassignedDto {
  @Id() application!: string;
  @Int() wanted!: number;
  @Int({ description: 'Experts who could have had it.' }) found!: number;
  @Items(() => ShortageDto) why!: readonly ShortageDto[];
  @Code({ nullable: true, description: 'The refusal, when the file itself refused what was planned.' }) code!: string | null;
}

/** What a bulk assignment does, or would do, and what it leaves. */
export class StaffingDto {
  @Flag() preview!: boolean;
  @Text({ description: 'Names this plan; give it to carry out what was read.' }) plan!: string;
  @Items(() => AssignmentDto, { max: 10_000 }) assigned!: AssignmentDto[];
  @Items(() => UnassignedDto, { max: 10_000 }) unassigned!: UnassignedDto[];
}
