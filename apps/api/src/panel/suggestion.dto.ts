import { CivilDate, Code, Flag, Id, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { AbsenceDto } from '../people/people.dto.js';
import { ExpertNameDto } from './expert.dto.js';

/** What speaks for or against an expert: a code, and what it is about. */
export class SuggestionReasonDto {
  @Code({ description: '`theme-match`, `no-theme`, `same-region`, `load`, `full`, `absent`, `past-tie`, `appraised-before`.' }) code!: string;
  @Texts({ optional: true }) themes?: readonly string[];
  @Text({ optional: true }) region?: string;
  @Int({ optional: true }) load?: number;
  @Int({ optional: true }) maximum?: number;
  @Int({ optional: true, description: 'Days away during the appraisal.' }) days?: number;
  @Items(() => AbsenceDto, { optional: true }) periods?: readonly AbsenceDto[];
  @Text({ optional: true }) siren?: string;
  @CivilDate({ optional: true, description: 'When the tie ended.' }) to?: string;
  @Int({ optional: true }) files?: number;
}

export class SuggestionDto {
  @Nested(() => ExpertNameDto) expert!: ExpertNameDto;
  @Flag({ description: 'False for one who is full, or away all the time.' }) available!: boolean;
  @Items(() => SuggestionReasonDto) reasons!: readonly SuggestionReasonDto[];
}

export class ConflictDto {
  @Code({ description: '`carrier`, `partner`, `interest`, `member`, `member-of-rival`, `recused`, `objected`, `gone`, `named-already`.' }) code!: string;
  @Text({ optional: true }) siren?: string;
  @Code({ optional: true, description: 'Kind of the interest.' }) kind?: string;
}

export class ExclusionDto {
  @Nested(() => ExpertNameDto) expert!: ExpertNameDto;
  @Items(() => ConflictDto) conflicts!: readonly ConflictDto[];
}

/** Experts for a file, the best first; those who may not have it stand apart. */
export class SuggestionsDto {
  @Id() application!: string;
  @Int({ description: 'How many experts the file still needs.' }) wanted!: number;
  @Items(() => SuggestionDto) ranked!: SuggestionDto[];
  @Items(() => ExclusionDto) excluded!: ExclusionDto[];
}
