import type { Told } from '../../../../libs/domain/src/application/shown-status.js';
import { Choice, CivilDate, Code, FreeMap, Id, InstantField, Text } from '../http/fields.js';

/** A received act and what became of it. */
export class CommandView {
  @Id() id!: string;
  @Text() subject!: string;
  @Code() act!: string;
  @InstantField() receivedAt!: string;
  @CivilDate() effectiveOn!: string;
  @Choice(['received', 'done', 'refused']) status!: string;
  @FreeMap({ optional: true }) outcome?: Told;
}

/** A deadline's new date. */
export class DeadlineMove {
  @CivilDate({ description: 'The new date; what is received on that day is in time.' }) to!: string;
  @Text({ min: 10, max: 2000, description: 'Why; everybody concerned is told again.' }) reason!: string;
}

/** What an act brought. */
export class ActView {
  @Id() command!: string;
  @InstantField() receivedAt!: string;
  @CivilDate() receivedOn!: string;
  @FreeMap() outcome!: object;
}
