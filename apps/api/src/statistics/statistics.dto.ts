import { type StatisticCut, statisticCuts, type StatisticSubject, statisticSubjects } from '../../../../libs/domain/src/statistics/table.js';
import { Choice, CivilDate, Code, Decimal, FreeMap, Id, InstantField, Items, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const title = (fr: string, en: string) => ({ fr, en });

export class StatisticsQueryDto {
  @Code({ optional: true, description: 'The scheme; the only one when left out.' }) scheme?: string;
  @CivilDate({ optional: true, description: 'As it stood at the end of this day; today when left out.' }) on?: string;
}

export class FiguresQueryDto extends PageQuery {
  @Code({ optional: true, description: 'The scheme; the only one when left out.' }) scheme?: string;
  @CivilDate({ optional: true, description: 'As it stood at the end of this day; today when left out.' }) on?: string;
  @Choice(statisticSubjects, { optional: true }) subject?: StatisticSubject;
  @Choice(statisticCuts, { optional: true }) by?: StatisticCut;
}

export class SetQueryDto extends PageQuery {
  @Code({ optional: true }) scheme?: string;
}

export class ComparisonQueryDto extends PageQuery {
  @Id({ description: 'The earlier set.' }) with!: string;
  @Choice(statisticSubjects, { optional: true }) subject?: StatisticSubject;
  @Choice(statisticCuts, { optional: true }) by?: StatisticCut;
}

export class NewSetDto {
  @Text({ max: 120, description: 'Under which it is found again; each name once.' }) name!: string;
  @Code({ optional: true, description: 'The scheme; the only one when left out.' }) scheme?: string;
  @CivilDate({ optional: true, description: 'As it stood at the end of this day; today when left out.' }) on?: string;
}

class StatisticRowDto {
  @Text({ min: 0 }) key!: string;
  @Text({ max: 300 }) label!: string;
  @FreeMap({ description: 'Figures by name; of years `<figure>:<year>`. Amounts in cents, means of satisfaction in hundredths; null where none can be given.' }) figures!: Readonly<Record<string, number | null>>;
}

class StatisticTableDto {
  @Choice(statisticSubjects) subject!: string;
  @Choice(statisticCuts) by!: string;
  @Items(() => StatisticRowDto, { max: 10_000 }) rows!: StatisticRowDto[];
}

export class StatisticsDto {
  @Code() scheme!: string;
  @CivilDate() on!: string;
  @Items(() => StatisticTableDto, { max: 100 }) tables!: StatisticTableDto[];
}

/** Tables that were frozen. */
export class StatisticSetDto {
  @Id() id!: string;
  @Text({ title: title('Nom', 'Name') }) name!: string;
  @Code({ title: title('Dispositif', 'Scheme') }) scheme!: string;
  @CivilDate({ title: title('Situation au', 'As of') }) on!: string;
  @InstantField({ title: title('Figé le', 'Frozen on') }) takenAt!: string;
  @Text({ title: title('Figé par', 'Frozen by') }) takenBy!: string;
  @Text({ description: 'SHA-256 of the tables in canonical JSON.', title: title('Empreinte', 'Hash') }) hash!: string;
}

export class StatisticSetWithTablesDto extends StatisticSetDto {
  @Items(() => StatisticTableDto, { max: 100 }) tables!: StatisticTableDto[];
}

/** One figure of a standard table. */
export class FigureDto {
  @Choice(statisticSubjects, { title: title('Tableau', 'Table') }) subject!: string;
  @Choice(statisticCuts, { title: title('Ventilation', 'By') }) by!: string;
  @Text({ min: 0, title: title('Code', 'Code') }) key!: string;
  @Text({ max: 300, title: title('Libellé', 'Label') }) label!: string;
  @Text({ title: title('Chiffre', 'Figure') }) figure!: string;
  @Text({ max: 300, title: title('Nom du chiffre', 'Name of the figure') }) figureLabel!: string;
  @Decimal({ nullable: true, title: title('Valeur', 'Value') }) value!: number | null;
}

/** A figure in two sets. */
export class ComparedFigureDto {
  @Choice(statisticSubjects, { title: title('Tableau', 'Table') }) subject!: string;
  @Choice(statisticCuts, { title: title('Ventilation', 'By') }) by!: string;
  @Text({ min: 0, title: title('Code', 'Code') }) key!: string;
  @Text({ max: 300, title: title('Libellé', 'Label') }) label!: string;
  @Text({ title: title('Chiffre', 'Figure') }) figure!: string;
  @Text({ max: 300, title: title('Nom du chiffre', 'Name of the figure') }) figureLabel!: string;
  @Decimal({ nullable: true, title: title('Avant', 'Before') }) before!: number | null;
  @Decimal({ nullable: true, title: title('Après', 'After') }) after!: number | null;
  @Decimal({ nullable: true, title: title('Écart', 'Difference') }) difference!: number | null;
}
