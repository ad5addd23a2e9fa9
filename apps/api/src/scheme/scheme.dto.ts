import { Code, Int, Items, Text } from '../http/fields.js';

class SchemeWordDto {
  @Code() code!: string;
  @Text() label!: string;
}

/** A scheme that is loaded, in the language of the caller. */
export class SchemeDto {
  @Code() code!: string;
  @Int({ description: 'The newest version: that of new calls.' }) version!: number;
  @Text() name!: string;
  @Items(() => SchemeWordDto) themes!: SchemeWordDto[];
  @Items(() => SchemeWordDto) structureTypes!: SchemeWordDto[];
}
