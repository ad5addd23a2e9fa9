import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Items, Text, Texts } from '../http/fields.js';

export class PieceDto {
  @Text({ max: 500, description: 'What is missing, as the applicant will read it.' }) label!: string;
  @Code({ optional: true, description: 'The question that it belongs to.' }) question?: string;
}

export class PiecesRequestDto {
  @Items(() => PieceDto, { min: 1, max: 50 }) pieces!: PieceDto[];
  @CivilDate({ optional: true, description: 'Last day to supply them; the scheme’s limit when left out.' }) limitOn?: string;
  @Text({ optional: true, max: 4000 }) comment?: string;
}

export class PiecesDto {
  @Texts({ ids: true, max: 50, optional: true, description: 'Attachments sent since the request.' }) attachments?: string[];
  @Text({ optional: true, max: 10_000 }) comment?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class AdmissionDto {
  @Text({ optional: true, max: 4000 }) comment?: string;
}

export class ReasonsDto {
  @Text({ max: 10_000, description: 'The texts that the decision rests on.' }) reasonsInLaw!: string;
  @Text({ max: 10_000, description: 'The facts of this file.' }) reasonsInFact!: string;
}

export class PanelDto {
  @Texts({ ids: true, max: 20, description: 'Persons with the role of expert.' }) experts!: string[];
  @CivilDate({ optional: true, description: 'When their scores are due; the scheme’s period from acceptance when left out.' }) dueOn?: string;
  @Text({ optional: true, min: 10, max: 2000, description: 'Why somebody is named in spite of a tie to the file; kept with the naming.' }) despite?: string;
}

export class ProposalDto {
  @Choice(['award', 'conditional-award', 'refuse']) outcome!: 'award' | 'conditional-award' | 'refuse';
  @Text({ optional: true, max: 10_000 }) reasons?: string;
}

export class SignatoryDto {
  @Text() firstName!: string;
  @Text() surname!: string;
  @Text({ max: 500 }) capacity!: string;
}

export class WithdrawalDto {
  @Text({ optional: true, max: 4000 }) reason?: string;
  @EnteredFor() entered?: EnteredDto;
}
