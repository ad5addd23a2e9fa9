import { appealStatuses } from '../../../../libs/domain/src/appeal/appeal.status.js';
import { DossierView } from '../act/dossier.dto.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { SignatoryDto } from '../application/application.act.dto.js';
import { StatedReasonsDto } from '../application/reasons.dto.js';
import { Choice, CivilDate, Id, Int, Items, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = appealStatuses.filter((status) => status !== 'new');
const contested = ['refusal', 'inadmissibility', 'implied-rejection'];

export class AppealQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Against decisions on this application.' }) application?: string;
  @Id({ optional: true }) call?: string;
  @Id({ optional: true }) pole?: string;
}

export class AppealInputDto {
  @Text({ max: 20_000, description: 'Why the decision is contested, and what is asked.' }) grounds!: string;
  @EnteredFor() entered?: EnteredDto;
}

export class AppealReviewDto {
  @Id({ description: 'Who examines it: somebody of the secretariat or the authority who did not decide first.' }) reviewer!: string;
  @Text({ optional: true, max: 4000, description: 'For the staff.' }) comment?: string;
}

export class AppealDecisionDto {
  @Choice(['upheld', 'dismissed']) outcome!: 'upheld' | 'dismissed';
  @Nested(() => SignatoryDto, { description: 'Somebody else than the signatory of the contested decision.' }) signatory!: SignatoryDto;
  @Text({ max: 10_000, description: 'The texts that the answer rests on.' }) reasonsInLaw!: string;
  @Text({ max: 10_000, description: 'The facts of this file.' }) reasonsInFact!: string;
}

export class AppealWithdrawalDto {
  @Text({ optional: true, max: 4000 }) reason?: string;
  @EnteredFor() entered?: EnteredDto;
}

class AppealPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

class AppealPersonDto {
  @Id() id!: string;
  @Text({ nullable: true, description: 'Null once erased.' }) name!: string | null;
}

export class AppealSummaryDto {
  @Text({ description: 'As in addresses: the application’s id, a hyphen, a number.' }) id!: string;
  @Choice(shown) status!: string;
  @Id() application!: string;
  @Choice(contested) against!: string;
  @Nested(() => AppealPoleDto) pole!: AppealPoleDto;
  @CivilDate({ description: 'Day of effect: by post the postmark’s.' }) lodgedOn!: string;
  @CivilDate({ nullable: true, description: 'While it is open, the day at whose end silence dismisses it; after a dismissal, the last day to go to court.' }) dueOn!: string | null;
}

class AppealAnswerDto {
  @CivilDate() on!: string;
  @Choice(['upheld', 'dismissed']) outcome!: string;
  @Nested(() => SignatoryDto, { nullable: true, description: 'Null once erased.' }) signatory!: SignatoryDto | null;
  @Nested(() => StatedReasonsDto, { nullable: true, description: 'Null once erased.' }) reasons!: StatedReasonsDto | null;
}

/** An appeal to the authority against its decision. */
export class AppealDto extends DossierView {
  @Id() application!: string;
  @Int() n!: number;
  @Choice(contested) against!: string;
  @CivilDate() lodgedOn!: string;
  @CivilDate({ nullable: true, description: 'The last day on which it could be lodged; null when no time ran.' }) limitOn!: string | null;
  @Text({ nullable: true, max: 20_000, description: 'Null once erased.' }) grounds!: string | null;
  @Nested(() => AppealAnswerDto, { nullable: true }) answer!: AppealAnswerDto | null;
  @Nested(() => AppealPersonDto, { nullable: true, description: 'Who examines it; for the staff.' }) reviewer!: AppealPersonDto | null;
  @Items(() => AppealPersonDto, { description: 'Who made the contested decision and may neither examine nor decide the appeal; for the staff.' }) firstDeciders!: AppealPersonDto[];
}
