import { surveyStatuses } from '../../../../libs/domain/src/survey/survey.status.js';
import { DossierView } from '../act/dossier.dto.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Flag, FreeMap, Id, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = surveyStatuses.filter((status) => status !== 'new');

export class SurveyQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Of this label.' }) label?: string;
  @Id({ optional: true, description: 'Of this pole.' }) pole?: string;
  @Id({ optional: true, description: 'Of the labels that this call led to.' }) call?: string;
}

class SurveyedPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

/** How many; never who. */
export class SurveyCountsDto {
  @Int({ description: 'Firms that were written to.', title: { fr: 'Interrogées', en: 'Asked' } }) sent!: number;
  @Int({ description: 'Whose mail came back.', title: { fr: 'Adresses en erreur', en: 'Undeliverable' } }) bounced!: number;
  @Int({ title: { fr: 'Désinscrites', en: 'Unsubscribed' } }) unsubscribed!: number;
  @Int({ title: { fr: 'Réponses', en: 'Answers' } }) answered!: number;
}

/** A survey that the centre has run itself. */
export class OwnSurveyViewDto {
  @Int() sent!: number;
  @Int() answered!: number;
  @Int({ nullable: true, description: 'In hundredths: 430 is 4.30.' }) score!: number | null;
  @Int({ nullable: true, description: 'The end of its scale.' }) outOf!: number | null;
  @CivilDate({ nullable: true }) from!: string | null;
  @CivilDate({ nullable: true }) to!: string | null;
}

export class SurveySummaryDto {
  @Text({ description: 'As in addresses: the label’s id, a hyphen, the period.' }) id!: string;
  @Choice(shown) status!: string;
  @Id({ description: 'Of the label.' }) label!: string;
  @Int({ min: 1, description: 'The monitoring period.' }) n!: number;
  @CivilDate({ description: 'Last day of the period.' }) periodEnds!: string;
  @Nested(() => SurveyedPoleDto) pole!: SurveyedPoleDto;
  @Choice(['secretariat', 'centre', 'none'], { nullable: true, description: 'Whose survey the result is: central, the centre’s own, or none. Never added up together.' }) runBy!: string | null;
  @Nested(() => SurveyCountsDto, { nullable: true, description: 'Of a central survey, once it is closed.' }) figures!: SurveyCountsDto | null;
  @Int({ nullable: true, description: 'Satisfaction in hundredths; null while it runs, and when too few have answered.' }) mean!: number | null;
  @Nested(() => OwnSurveyViewDto, { nullable: true }) own!: OwnSurveyViewDto | null;
  @CivilDate({ nullable: true, description: 'The next date on which something happens.' }) dueOn!: string | null;
}

/** What the answers to one question add up to. */
export class QuestionResultDto {
  @Code() code!: string;
  @Text({ max: 1000 }) label!: string;
  @Choice(['number', 'choice', 'choices', 'text', 'long-text', 'date', 'table', 'indicators', 'attachment']) kind!: string;
  @Int({ description: 'Firms that have answered it.' }) answered!: number;
  @Flag({ description: 'False: too few have, and there is no figure.' }) shown!: boolean;
  @Int({ optional: true, min: -1_000_000_000_000, description: 'In hundredths.' }) mean?: number;
  @FreeMap({ optional: true, description: 'How often each value was given.' }) counts?: object;
  @Texts({ optional: true, max: 2000, each: 50_000, description: 'In alphabetical order; firms’ names and addresses are left out.' }) texts?: readonly string[];
}

export class SurveyDto extends DossierView {
  @Id({ description: 'Of the label.' }) label!: string;
  @Int({ min: 1 }) n!: number;
  @CivilDate({ description: 'Last day of the period.' }) periodEnds!: string;
  @Choice(['secretariat', 'centre', 'none'], { nullable: true }) runBy!: string | null;
  @Int({ description: 'Firms on the list.' }) listed!: number;
  @Int({ min: 1, description: 'A question that fewer firms have answered has no figure.' }) minimumAnswers!: number;
  @Nested(() => SurveyCountsDto, { nullable: true, description: 'Null before the launch.' }) counts!: SurveyCountsDto | null;
  @Items(() => QuestionResultDto, { nullable: true, description: 'Null until it is closed: two readings of a survey that runs would tell a firm’s answer.' }) results!: readonly QuestionResultDto[] | null;
  @Nested(() => OwnSurveyViewDto, { nullable: true }) own!: OwnSurveyViewDto | null;
  @FreeMap({ nullable: true, description: 'What the centre wrote of its own survey: questions, method; null once erased.' }) ownText!: object | null;
  @FreeMap({ description: 'The questionnaire that firms receive, in the caller’s language.' }) form!: object;
}

export class LaunchDto {
  @Int({ min: 1, description: 'The number of firms that you have seen on the list.' }) firms!: number;
}

export class OwnFileDto {
  @Id() id!: string;
  @Text() name!: string;
  @Choice(['pdf', 'docx', 'odt', 'xlsx', 'ods']) type!: string;
  @Int({ description: 'Bytes.' }) size!: number;
}

export class OwnSurveyDto {
  @Int({ min: 1, max: 1_000_000, description: 'Firms that were asked.' }) sent!: number;
  @Int({ max: 1_000_000, description: 'Firms that answered.' }) answered!: number;
  @Int({ optional: true, max: 100_000, description: 'Overall score in hundredths: 430 is 4.30. With `outOf`.' }) score?: number;
  @Int({ optional: true, min: 1, max: 1000, description: 'The end of the scale.' }) outOf?: number;
  @CivilDate({ optional: true }) heldFrom?: string;
  @CivilDate({ optional: true }) heldTo?: string;
  @Text({ max: 20_000, description: 'The questions that were asked.' }) questions!: string;
  @Text({ optional: true, max: 5000, description: 'How firms were chosen and asked.' }) method?: string;
  @Texts({ optional: true, ids: true, max: 5, description: 'Files sent to /own-files before: the questionnaire, the results.' }) files?: string[];
  @EnteredFor() entered?: EnteredDto;
}
