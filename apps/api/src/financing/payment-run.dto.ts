import { Choice, CivilDate, Flag, Id, InstantField, Int, Items, Text } from '../http/fields.js';

const orderStates = ['waiting', 'refused', 'exported', 'executed', 'rejected'];

/** A payment that two people have prepared and approved. */
export class PayableDto {
  @Id({ description: 'The financing, as in addresses.' }) financing!: string;
  @Text() pole!: string;
  @Text() instalment!: string;
  @Int() cents!: number;
  @Text({ description: 'The last four characters of the account.' }) last4!: string;
}

/** What a run would take to the bank now. */
export class RunPreviewDto {
  @Int({ description: 'How many payments.' }) lines!: number;
  @Int({ description: 'Their total, in cents.' }) totalCents!: number;
  @Items(() => PayableDto, { max: 100_000 }) payments!: PayableDto[];
}

/** What was looked at: another number or total by now orders nothing. */
export class NewRunDto {
  @Int({ min: 1 }) lines!: number;
  @Int({ min: 1, description: 'In cents.' }) totalCents!: number;
}

export class RunDto {
  @Id() id!: string;
  @Int({ description: 'From 1.' }) number!: number;
  @InstantField({ title: { fr: 'Ordonné le', en: 'Ordered at' } }) orderedAt!: string;
  @Id({ title: { fr: 'Ordonné par (identifiant)', en: 'Ordered by (id)' } }) orderedBy!: string;
}

export class OrderDto {
  @Id({ description: 'The financing, as in addresses.' }) financing!: string;
  @Text({ description: 'The pole’s name.' }) poleName!: string;
  @Text({ nullable: true, description: 'The label’s number.' }) label!: string | null;
  @Text() instalment!: string;
  @Int() cents!: number;
  @Choice(orderStates, { description: '`waiting`: its financing has not answered yet; `refused`: it was not to be paid any more; then as the bank says.' }) state!: string;
  @Text({ nullable: true, description: 'Why it was refused, or the bank’s reason.' }) code!: string | null;
}

export class RunWithOrdersDto extends RunDto {
  @Flag({ description: 'Every financing has answered: the list may go to the bank.' }) ready!: boolean;
  @Int({ description: 'Payments in the list.' }) lines!: number;
  @Int({ description: 'Control total of the list, in cents.' }) totalCents!: number;
  @Items(() => OrderDto, { max: 100_000 }) orders!: OrderDto[];
}

class RejectedOrderDto {
  @Id() financing!: string;
  @Text({ max: 65 }) instalment!: string;
  @Text({ max: 10, description: 'The bank’s code, e.g. AC04.' }) code!: string;
}

/** The bank’s answer to a run: all payments but those rejected were executed. */
export class BankAnswerDto {
  @CivilDate({ description: 'The bank’s day.' }) on!: string;
  @Items(() => RejectedOrderDto, { max: 10_000 }) rejected!: RejectedOrderDto[];
}
