import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { SignatoryDto } from '../application/application.act.dto.js';
import { StatedReasonsDto } from '../application/reasons.dto.js';
import { Choice, CivilDate, Flag, Int, Items, Nested, Text } from '../http/fields.js';

/** What the authority is about to do, and why; the holder is heard first. */
export class NoticeDto {
  @Choice(['suspension', 'withdrawal']) intent!: 'suspension' | 'withdrawal';
  @Text({ max: 10_000, description: 'The texts that the measure would rest on.' }) reasonsInLaw!: string;
  @Text({ max: 10_000, description: 'The facts that are held against the holder.' }) reasonsInFact!: string;
}

export class ObservationsDto {
  @Text({ max: 20_000 }) text!: string;
  @EnteredFor() entered?: EnteredDto;
}

/** A signed decision on one label. */
export class MeasureDto {
  @Nested(() => SignatoryDto) signatory!: SignatoryDto;
  @Text({ max: 10_000, description: 'The texts that the decision rests on.' }) reasonsInLaw!: string;
  @Text({ max: 10_000, description: 'The facts of this label.' }) reasonsInFact!: string;
}

/** What is given back to the holder: a notice dropped, a suspension lifted. */
export class ReliefDto {
  @Text({ optional: true, max: 10_000, description: 'Why; the holder reads it.' }) reason?: string;
}

export class RenunciationDto {
  @CivilDate({ optional: true, description: 'Last day of the label; today when left out.' }) on?: string;
  @Text({ optional: true, max: 4000 }) reason?: string;
  @EnteredFor() entered?: EnteredDto;
}

export class LabelExtensionDto extends MeasureDto {
  @CivilDate({ description: 'The new last day.' }) endsOn!: string;
  @CivilDate({ description: 'When the decision was signed.' }) decidedOn!: string;
  @Flag({ optional: true, description: 'Whether one more report is asked for; none when left out.' }) report?: boolean;
  @Flag({ optional: true, description: 'Whether one more instalment is paid; none when left out.' }) instalment?: boolean;
}

/** A step of what was decided on a label, with what was written; texts are null once erased. */
export class MeasureView {
  @Int({ description: 'Its number among these, from 1.' }) n!: number;
  @Choice(['notice', 'observations', 'notice-dropped', 'suspension', 'reinstatement', 'withdrawal', 'suspension-limit', 'renunciation', 'extension', 'closure', 'merger']) kind!: string;
  @CivilDate() on!: string;
  @Choice(['suspension', 'withdrawal'], { nullable: true, description: 'Of a notice.' }) intent!: string | null;
  @CivilDate({ nullable: true, description: 'Until when observations are received, a suspension lasts, or the label after an extension.' }) until!: string | null;
  @CivilDate({ nullable: true, description: 'Of an extension: the last day before it.' }) from!: string | null;
  @CivilDate({ nullable: true, description: 'Of an extension: when it was signed.' }) decidedOn!: string | null;
  @Nested(() => SignatoryDto, { nullable: true }) signatory!: SignatoryDto | null;
  @Nested(() => StatedReasonsDto, { nullable: true }) reasons!: StatedReasonsDto | null;
  @Text({ nullable: true, max: 20_000, description: 'Observations, or why something was dropped, lifted or given up.' }) text!: string | null;
}

export class MeasuresDto {
  @Items(() => MeasureView, { max: 1000 }) measures!: MeasureView[];
}
