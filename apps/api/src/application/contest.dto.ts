import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Flag, Items, Nested, Text } from '../http/fields.js';
import { StatedReasonsDto } from './reasons.dto.js';

class SuspensionDto {
  @CivilDate() from!: string;
  @CivilDate({ description: 'The day from which the clock runs again; while pieces are awaited, their limit.' }) to!: string;
}

/** Legal silence: the implied-decision clock, a region of its own beside the status. */
export class SilenceDto {
  @Choice(['running', 'suspended', 'elapsed', 'stopped'], { description: '`stopped`: an express decision or the file’s end came first.' }) state!: string;
  @CivilDate({ nullable: true, description: 'Silence until the end of this day counts as a rejection; while suspended, if the suspension lasts until its limit.' }) impliedOn!: string | null;
  @Items(() => SuspensionDto) suspensions!: SuspensionDto[];
  @CivilDate({ nullable: true }) elapsedOn!: string | null;
  @CivilDate({ nullable: true, description: 'Last day to contest the implied rejection; null while reasons that were asked for are awaited, and once there is an express decision.' }) contestUntil!: string | null;
  @Text({ nullable: true, max: 1000, description: 'What it means for the applicant, once it has elapsed, in the caller’s language.' }) says!: string | null;
}

/** When an express decision may be expected, as the scheme plans its phases. */
export class ExpectedDecisionDto {
  @CivilDate() on!: string;
  @Flag({ description: 'That day is over: the file takes longer than planned.' }) overdue!: boolean;
  @Text({ nullable: true, max: 1000, description: 'Where silence will count as a rejection before that day: what it means, in the caller’s language.' }) says!: string | null;
}

/** Reasons for an implied rejection [CRPA L232-4]. */
export class AskedReasonsDto {
  @CivilDate() requestedOn!: string;
  @Text({ nullable: true, max: 4000 }) comment!: string | null;
  @CivilDate({ nullable: true, description: 'Until when they are due; null once given.' }) dueOn!: string | null;
  @CivilDate({ nullable: true }) givenOn!: string | null;
  @Nested(() => StatedReasonsDto, { nullable: true }) reasons!: StatedReasonsDto | null;
}

export class ReasonsRequestDto {
  @Text({ optional: true, max: 4000 }) comment?: string;
  @EnteredFor() entered?: EnteredDto;
}
