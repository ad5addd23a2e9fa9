import { Choice, CivilDate, Code, Decimal, Flag, Int, Items, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { SurveyResultDto } from './period.dto.js';

const flags = ['missing', 'late', 'out-of-range', 'no-evidence', 'differs-from-survey', 'not-validated'] as const;

export class IndicatorValueDto {
  @Int({ min: 1, description: 'The period.' }) n!: number;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @Decimal({ nullable: true }) value!: number | null;
  @Decimal({ nullable: true }) target!: number | null;
  @Int({ nullable: true, min: -1_000_000_000, description: 'Of the way from baseline to target, in percent.' }) progress!: number | null;
  @Text({ max: 2000, nullable: true }) evidence!: string | null;
  @Choice(flags, { many: true, description: 'What a reader must know of it.' }) flags!: readonly string[];
}

export class IndicatorSeriesDto {
  @Code() code!: string;
  @Text() label!: string;
  @Text({ max: 200 }) unit!: string;
  @Flag({ description: 'Added by the centre itself.' }) own!: boolean;
  @Choice(['higher', 'lower'], { nullable: true, description: 'What is better; null for the centre’s own.' }) better!: string | null;
  @Decimal({ nullable: true }) baseline!: number | null;
  @Decimal({ nullable: true, description: 'As agreed, at the end of the programme.' }) target!: number | null;
  @Items(() => IndicatorValueDto) values!: readonly IndicatorValueDto[];
}

export class PeriodSurveyDto extends SurveyResultDto {
  @Int({ min: 1 }) n!: number;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @Int({ nullable: true, description: 'Answers of a hundred sent; null when nothing was sent.' }) responseRate!: number | null;
}

/** Satisfaction of the firms served, by who asked them. */
export class SatisfactionYearsDto {
  @Items(() => PeriodSurveyDto, { description: 'Asked by the secretariat.' }) central!: readonly PeriodSurveyDto[];
  @Items(() => PeriodSurveyDto, { description: 'Asked by the centre itself, as it declared.' }) own!: readonly PeriodSurveyDto[];
}

export class IndicatorsDto {
  @Items(() => IndicatorSeriesDto) indicators!: readonly IndicatorSeriesDto[];
  @Nested(() => SatisfactionYearsDto) satisfaction!: SatisfactionYearsDto;
}

export class NetworkQueryDto extends PageQuery {
  @Code({ optional: true, description: 'The scheme; the only one when left out.' }) scheme?: string;
  @Code({ optional: true }) theme?: string;
  @Int({ min: 1990, max: 2200, optional: true, description: 'In which the periods end.' }) year?: number;
}

const title = (fr: string, en: string) => ({ fr, en });

/** One indicator of the network in one year. */
export class NetworkIndicatorDto {
  @Int({ min: 1990, max: 2200, description: 'In which the periods end.', title: title('Année', 'Year') }) year!: number;
  @Code({ nullable: true, description: 'Null: the whole network, each centre once.', title: title('Thème', 'Theme') }) theme!: string | null;
  @Int({ description: 'Labels with a period that ended in the year.', title: title('Labels', 'Labels') }) labels!: number;
  @Code({ title: title('Code', 'Code') }) code!: string;
  @Text({ title: title('Indicateur', 'Indicator') }) label!: string;
  @Text({ title: title('Unité', 'Unit') }) unit!: string;
  @Choice(['sum', 'mean'], { description: 'Counts are added up, shares and marks averaged over centres.', title: title('Calcul', 'Computed as') }) by!: string;
  @Decimal({ nullable: true, title: title('Valeur', 'Value') }) value!: number | null;
  @Int({ description: 'Centres whose validated report has a value.', title: title('Pôles renseignés', 'Centres with a value') }) reported!: number;
  @Int({ description: 'Centres that should have one and have not.', title: title('Pôles sans valeur', 'Centres without') }) missing!: number;
}

/** Satisfaction of the firms served in one year, by who asked them. */
export class NetworkSatisfactionDto {
  @Int({ min: 1990, max: 2200, title: title('Année', 'Year') }) year!: number;
  @Code({ nullable: true, description: 'Null: the whole network, each centre once.', title: title('Thème', 'Theme') }) theme!: string | null;
  @Choice(['secretariat', 'centre'], { description: 'Surveys of the secretariat and those of the centres themselves are never added up.', title: title('Enquête menée par', 'Survey run by') }) runBy!: string;
  @Int({ title: title('Enquêtes', 'Surveys') }) surveys!: number;
  @Int({ title: title('Questionnaires envoyés', 'Sent') }) sent!: number;
  @Int({ title: title('Réponses', 'Answers') }) answered!: number;
  @Int({ nullable: true, description: 'In hundredths of a point, over all answers.', title: title('Moyenne (centièmes)', 'Mean (hundredths)') }) mean!: number | null;
}
