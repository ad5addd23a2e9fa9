import { Choice, CivilDate, Code, Flag, Int, Items, Text } from '../http/fields.js';

export class FeePaymentDto {
  @Code({ description: 'Which of the scheme’s amounts was paid.', example: 'turnover-to-500000' }) amount!: string;
  @CivilDate({ optional: true, description: 'When it was paid; today when left out.' }) paidOn?: string;
  @Text({ optional: true, max: 200, description: 'Reference of the payment.' }) reference?: string;
}

export class FeeExemptionDto {
  @Code({ description: 'A ground of exemption of the scheme.' }) ground!: string;
  @Text({ min: 3, max: 2000 }) reason!: string;
}

export class OpinionInputDto {
  @Code({ description: 'Which of the bodies that were asked.', example: 'trade-chamber' }) from!: string;
  @Choice(['favourable', 'reserved', 'unfavourable']) sense!: 'favourable' | 'reserved' | 'unfavourable';
  @CivilDate({ optional: true, description: 'Its date; today when left out. One after the limit is kept and said to be late.' }) givenOn?: string;
  @Text({ optional: true, max: 10_000, description: 'What it says.' }) text?: string;
}

export class FeeAmountDto {
  @Code() code!: string;
  @Text() label!: string;
  @Int() cents!: number;
}

export class FeeGroundDto {
  @Code() code!: string;
  @Text() label!: string;
}

/** What is paid before the file is examined, where the scheme asks for it. */
export class ApplicationFeeDto {
  @Choice(['due', 'paid', 'exempt']) state!: string;
  @Items(() => FeeAmountDto, { description: 'The scheme’s amounts; one of them is owed.' }) amounts!: FeeAmountDto[];
  @Items(() => FeeGroundDto, { description: 'Grounds on which nothing is owed.' }) exemptions!: FeeGroundDto[];
  @CivilDate({ nullable: true, description: 'Until when it is awaited; null once settled.' }) limitOn!: string | null;
  @Code({ nullable: true, description: 'The amount that was paid, or the ground of exemption.' }) code!: string | null;
  @Int({ nullable: true }) cents!: number | null;
  @CivilDate({ nullable: true }) on!: string | null;
}

/** A body’s opinion, asked for or given. */
export class OpinionDto {
  @Code() from!: string;
  @Text() label!: string;
  @Choice(['favourable', 'reserved', 'unfavourable'], { nullable: true, description: 'Null while it has not come.' }) sense!: string | null;
  @CivilDate({ nullable: true }) givenOn!: string | null;
  @Flag({ description: 'It came after the limit.' }) late!: boolean;
  @Text({ nullable: true, max: 10_000, description: 'Null once erased.' }) text!: string | null;
}
