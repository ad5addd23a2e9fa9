import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { By, Role } from '../../../../libs/domain/src/procedure/role.js';
import { Choice, CivilDate, Code, FreeMap, Id, InstantField, Int, Items, Nested, Text, Texts } from '../http/fields.js';

class NamedPersonView {
  @Id() id!: string;
  @Text({ nullable: true, description: 'Null once erased.' }) name!: string | null;
}

/** How a human act came. */
export class ActedView {
  @Nested(() => NamedPersonView, { nullable: true, description: 'Who acted, or entered it for somebody; shown to the staff.' }) by!: NamedPersonView | null;
  @Nested(() => NamedPersonView, { nullable: true, description: 'For whom, when the secretariat entered it.' }) for!: NamedPersonView | null;
  @Choice(['online', 'post', 'e-mail', 'order']) channel!: string;
  @CivilDate({ description: 'Date of effect.' }) on!: string;
  @InstantField({ description: 'When it was received online, or entered.' }) enteredAt!: string;
  @Id({ nullable: true, description: 'The scan among the attachments, where there is paper; shown to the staff.' }) scan!: string | null;
}

/** What has happened. */
export class PastView {
  @Int() seq!: number;
  @Code() type!: string;
  @InstantField() at!: string;
  @CivilDate({ description: 'Day of effect.' }) on!: string;
  @Code({ description: 'The role behind it; `clock` for a deadline, `procedure` for another file.' }) by!: By;
  @FreeMap() facts!: Facts;
  @Nested(() => ActedView, { optional: true, description: 'Of a human act: for the staff always, for others when an act of theirs came on paper.' }) acted?: ActedView;
}

/** What comes. */
export class AheadView {
  @Code() kind!: string;
  @Text({ description: 'Empty for the deadline itself; `reminder`, `escalation`… for a moment fixed by its distance to it.' }) mark!: string;
  @CivilDate() on!: string;
  @InstantField() at!: string;
  @Code({ description: 'Who must act.' }) actor!: By;
  @Code({ description: 'What happens if nobody acts.' }) otherwise!: string;
  @Texts({ description: 'Roles that may move it, with a reason.' }) movableBy!: readonly Role[];
}

export class TimelineView {
  @Items(() => PastView) past!: readonly PastView[];
  @Items(() => AheadView) ahead!: readonly AheadView[];
}

/** What every subject's page shows; a phase's own view adds its names. */
export class DossierView {
  @Text({ description: 'As in addresses.' }) id!: string;
  @Code() status!: string;
  @Text({ description: 'Scheme version that this file keeps.' }) scheme!: string;
  @InstantField() openedAt!: string;
  @InstantField() changedAt!: string;
  @FreeMap() data!: Facts;
  @Texts({ description: 'Acts that the caller may take now.' }) allowedActions!: readonly string[];
  @Texts({ optional: true, description: 'For the secretariat: acts of applicants and experts that it may enter for them now (field `entered`), also those that are taken only if they were in time.' }) enterableActions?: readonly string[] | undefined;
  @Nested(() => TimelineView) timeline!: TimelineView;
}
