import { Choice, CivilDate, FreeMap, Int, Text } from '../http/fields.js';

/** What a firm's link opens. */
export class QuestionnaireDto {
  @Choice(['open', 'answered', 'closed'], { description: 'Answers are taken while it is open, once.' }) state!: 'open' | 'answered' | 'closed';
  @Text({ description: 'The centre that is asked about.' }) pole!: string;
  @Text({ max: 300, description: 'The label that it holds.' }) label!: string;
  @CivilDate({ nullable: true, description: 'The last day to answer.' }) closesOn!: string | null;
  @Choice(['fr', 'en']) language!: 'fr' | 'en';
  @Int({ min: 1, description: 'A question that fewer firms have answered is shown to nobody.' }) minimumAnswers!: number;
  @FreeMap({ description: 'Sections and questions, in the firm’s language.' }) form!: object;
}

export class QuestionnaireAnswerDto {
  @FreeMap({ description: 'By question code.' }) answers!: Record<string, unknown>;
}

/** Says that it was kept, and nothing that tells one answer from another. */
export class ThanksDto {
  @Choice(['answered', 'left']) state!: 'answered' | 'left';
}
