import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Flag, Id, Nested, Text } from '../http/fields.js';
import { ExpertNameDto } from './expert.dto.js';

export class ObjectionDto {
  @Id({ description: 'A person among the experts, see /experts/names.' }) expert!: string;
  @Text({ max: 4000, description: 'Why this expert should not see the file.' }) reason!: string;
  @EnteredFor() entered?: EnteredDto;
}

export class ObjectionDecisionDto {
  @Flag({ description: 'True: the expert is kept from the file, and loses it if it was given.' }) accepted!: boolean;
  @Text({ optional: true, max: 4000, description: 'The applicant reads it.' }) reason?: string;
}

/** An objection with what became of it. */
export class ObjectionShownDto {
  @CivilDate() on!: string;
  @Nested(() => ExpertNameDto) expert!: ExpertNameDto;
  @Choice(['open', 'accepted', 'rejected']) state!: string;
  @Text({ nullable: true, max: 4000, description: 'Null once erased.' }) reason!: string | null;
  @Text({ nullable: true, max: 4000, description: 'What the secretariat answered, if it said why.' }) answer!: string | null;
}
