import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { CivilDate, Id, InstantField, Text } from '../http/fields.js';

/** The undertaking of a call, with whether the caller has given it. */
export class UndertakingTextDto {
  @Text({ max: 10_000, description: 'What is undertaken, in the language of the answer.' }) text!: string;
  @Text({ description: 'SHA-256 of the text in both languages.' }) textHash!: string;
  @CivilDate({ nullable: true, description: 'When I undertook it; null while I have not.' }) givenOn!: string | null;
}

export class NewUndertakingDto {
  @Text({ optional: true, description: 'The hash of the text that was read; refused when the text is another one.' }) textHash?: string;
}

export class PaperUndertakingDto extends NewUndertakingDto {
  @EnteredFor() entered?: EnteredDto;
}

/** An undertaking that was given. */
export class UndertakingDto {
  @Id() id!: string;
  @Id() person!: string;
  @Text({ description: 'Subject id.' }) call!: string;
  @CivilDate() on!: string;
  @InstantField() givenAt!: string;
  @Text() scheme!: string;
  @Text() textHash!: string;
}

export class NamedUndertakingDto extends UndertakingDto {
  @Text() name!: string;
}
