import { Flag, Id, Text } from '../http/fields.js';

export class ObjectionDto {
  @Id({ description: 'A person among the experts, see /experts/names.' }) expert!: string;
  @Text({ max: 4000, description: 'Why this expert should not see the file.' }) reason!: string;
}

export class ObjectionDecisionDto {
  @Flag({ description: 'True: the expert is kept from the file, and loses it if it was given.' }) accepted!: boolean;
  @Text({ optional: true, max: 4000, description: 'The applicant reads it.' }) reason?: string;
}
