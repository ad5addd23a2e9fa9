import { interestKinds, type InterestKind } from '../../../../libs/domain/src/appraisal/ties.js';
import { Choice, CivilDate, Code, Email, Id, Int, Items, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { AbsenceDto } from '../people/people.dto.js';

export class ExpertQueryDto extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Looked for in name and e-mail.' }) q?: string;
  @Code({ optional: true }) theme?: string;
  @Text({ optional: true, description: 'A region as it stands in profiles; capitals don’t matter.' }) region?: string;
  @Code({ optional: true, description: 'E.g. `fr`.' }) language?: string;
  @Id({ optional: true, description: 'Counts the files of this call in `callLoad`.' }) call?: string;
}

export class ExpertNameQueryDto {
  @Text({ min: 3, max: 100, description: 'A part of the name.' }) q!: string;
}

export class ExpertNameDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class EmployerDto {
  @Text({ max: 20, description: 'SIREN.' }) siren!: string;
  @Text() name!: string;
  @CivilDate({ optional: true, nullable: true }) from?: string | null;
  @CivilDate({ optional: true, nullable: true, description: 'Last day, included; null while it lasts.' }) to?: string | null;
}

export class InterestDto {
  @Choice(interestKinds) kind!: InterestKind;
  @Text({ optional: true, nullable: true, max: 20, description: 'SIREN; this or `pole` is needed.' }) siren?: string | null;
  @Id({ optional: true, nullable: true }) pole?: string | null;
  @Text({ description: 'Whom it concerns, in the expert’s words.' }) name!: string;
  @CivilDate({ optional: true, nullable: true, description: 'Last day, included; null while it lasts.' }) to?: string | null;
}

/** What changes; what is left out stays. Experts change their languages, employers, interests and absences; the secretariat all. */
export class ExpertChangeDto {
  @Int({ optional: true, description: 'The version that was read; left out, whatever is stored is replaced.' }) version?: number;
  @Texts({ optional: true, max: 30 }) themes?: string[];
  @Texts({ optional: true, max: 30 }) regions?: string[];
  @Texts({ optional: true, max: 20, each: 20, description: 'E.g. `fr`, `en`.' }) languages?: string[];
  @Int({ optional: true, nullable: true, min: 1, max: 200, description: 'Files per call at most; null: the scheme’s figure.' }) maximumLoad?: number | null;
  @Items(() => EmployerDto, { optional: true, max: 50, description: 'Replaces the list.' }) employers?: EmployerDto[];
  @Items(() => InterestDto, { optional: true, max: 50, description: 'Replaces the list.' }) interests?: InterestDto[];
  @Items(() => AbsenceDto, { optional: true, max: 50, description: 'Replaces the list.' }) absences?: AbsenceDto[];
}

/** An expert of the pool. */
export class ExpertDto {
  @Id() id!: string;
  @Text() name!: string;
  @Email() email!: string;
  @Texts() themes!: string[];
  @Texts() regions!: string[];
  @Texts() languages!: string[];
  @Int({ nullable: true }) maximumLoad!: number | null;
  @Items(() => EmployerDto) employers!: EmployerDto[];
  @Items(() => InterestDto) interests!: InterestDto[];
  @Items(() => AbsenceDto) absences!: AbsenceDto[];
  @Int({ description: '0 while nobody has filled the profile in.' }) version!: number;
  @Int({ description: 'Appraisals offered or being written now.' }) load!: number;
  @Int({ description: 'Files of the call that the list was asked for, written or not.' }) callLoad!: number;
}
