import { Text } from '../http/fields.js';

export class StatedReasonsDto {
  @Text({ max: 10_000, description: 'The texts that the decision rests on.' }) inLaw!: string;
  @Text({ max: 10_000, description: 'The facts of this file.' }) inFact!: string;
}
