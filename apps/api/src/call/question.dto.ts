import { Choice, CivilDate, Flag, Id, InstantField, Nested, Text } from '../http/fields.js';

export class NewQuestionDto {
  @Text({ min: 5, max: 4000, description: 'What you would like to know. Only you and the secretariat read these words.' }) text!: string;
}

export class WordingDto {
  @Text({ max: 10_000 }) fr!: string;
  @Text({ max: 10_000, optional: true, description: 'The French text is shown when there is no English one.' }) en?: string;
}

export class AnswerDto {
  @Nested(() => WordingDto) answer!: WordingDto;
  @Nested(() => WordingDto, { optional: true, description: 'The question as it is to be published, without names. Left out: the answer is the asker’s alone, unless it is published already.' }) publishAs?: WordingDto;
}

class AskerDto {
  @Id() id!: string;
  @Text() name!: string;
}

class AskedDto {
  @Text({ max: 4000 }) text!: string;
  @InstantField() at!: string;
  @Nested(() => AskerDto, { nullable: true, description: 'For the staff alone.' }) by!: AskerDto | null;
}

export class QuestionDto {
  @Id() id!: string;
  @Choice(['asked', 'answered', 'published']) status!: string;
  @Text({ nullable: true, max: 10_000, description: 'As published.' }) question!: string | null;
  @Text({ nullable: true, max: 10_000 }) answer!: string | null;
  @CivilDate({ nullable: true }) publishedOn!: string | null;
  @CivilDate({ nullable: true, description: 'Later than `publishedOn`: the answer was corrected.' }) answeredOn!: string | null;
  @Flag({ description: 'I asked it.' }) mine!: boolean;
  @Nested(() => AskedDto, { nullable: true, description: 'As it was asked: for the asker and the staff.' }) asked!: AskedDto | null;
}
