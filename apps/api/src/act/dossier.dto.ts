import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { By, Role } from '../../../../libs/domain/src/procedure/role.js';
import { CivilDate, Code, FreeMap, InstantField, Int, Items, Nested, Text, Texts } from '../http/fields.js';

/** What has happened. */
export class PastView {
  @Int() seq!: number;
  @Code() type!: string;
  @InstantField() at!: string;
  @CivilDate({ description: 'Day of effect.' }) on!: string;
  @Code({ description: 'The role behind it; `clock` for a deadline, `procedure` for another file.' }) by!: By;
  @FreeMap() facts!: Facts;
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
  @Nested(() => TimelineView) timeline!: TimelineView;
}
