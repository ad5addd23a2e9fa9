import { financingStatuses } from '../../../../libs/domain/src/financing/financing.status.js';
import { recoveryStates } from '../../../../libs/domain/src/financing/financing.data.js';
import { type InstalmentState, instalmentStates } from '../../../../libs/domain/src/financing/instalment.table.js';
import { DossierView } from '../act/dossier.dto.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Flag, Id, Int, Ints, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = financingStatuses.filter((status) => status !== 'new');
const gates = ['contract-signed', 'report-validated', 'financial-report-validated'];
/** A balance is negative when it is to be paid back. */
const signed = { min: -1_000_000_000_000 };

export class FinancingQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Of this pole.' }) pole?: string;
  @Id({ optional: true, description: 'Of the labels that this call led to.' }) call?: string;
}

export class PaymentQueryDto extends PageQuery {
  @Choice(instalmentStates, { optional: true }) state?: InstalmentState;
  @Id({ optional: true, description: 'Of this pole.' }) pole?: string;
}

export class PaidPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class FinancingSummaryDto {
  @Id({ description: 'The same as the label’s.' }) id!: string;
  @Choice(shown) status!: string;
  @Nested(() => PaidPoleDto) pole!: PaidPoleDto;
  @Text({ nullable: true, description: 'Subject id of the call.' }) call!: string | null;
  @Int({ description: 'In cents: what the agreements that are open give at most.', title: { fr: 'Maximum', en: 'Maximum' } }) maximumCents!: number;
  @Int({ description: 'In cents: sent to the bank and not rejected.', title: { fr: 'Versé', en: 'Paid' } }) paidCents!: number;
  @Int({ description: 'In cents: due, and not sent yet.', title: { fr: 'Dû', en: 'Due' } }) dueCents!: number;
  @Int({ description: 'In cents: to be paid back, and not come yet.', title: { fr: 'À reverser', en: 'To be paid back' } }) owedCents!: number;
}

export class AgreementDto {
  @Int() n!: number;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @Int({ description: 'In cents, as agreed.' }) maximumCents!: number;
  @Int({ description: 'In cents: less than the maximum once the label has ended before.' }) ceilingCents!: number;
  @Int({ description: 'Of accepted spending, in percent.' }) rate!: number;
  @Ints({ description: 'Monitoring periods whose reports it answers for; none: it is paid in one.' }) periods!: readonly number[];
  @Ints({ description: 'Periods whose report never came.' }) defaulted!: readonly number[];
  @Ints({ description: 'Periods whose account of the money never came.' }) unaccounted!: readonly number[];
  @Int({ description: 'Accepted spending so far, in cents.' }) acceptedCents!: number;
  @Int({ description: 'Sent to the bank and not asked back, in cents.', ...signed }) paidCents!: number;
  @Int({ nullable: true, description: 'min(ceiling, accepted × rate) − paid, in cents, once computed; negative is to be paid back.', ...signed }) balanceCents!: number | null;
  @CivilDate({ nullable: true }) settledOn!: string | null;
}

export class InstalmentDto {
  @Text({ description: '`<agreement>-<code>`.' }) id!: string;
  @Int() agreement!: number;
  @Code({ description: 'As in the scheme; `extension` for one that an extension added.' }) code!: string;
  @Choice(gates, { description: 'What it waits for.' }) when!: string;
  @Int({ description: 'The monitoring period whose report it waits for.' }) period!: number;
  @Int() cents!: number;
  @Choice(instalmentStates) state!: string;
  @CivilDate({ nullable: true }) dueOn!: string | null;
  @Id({ nullable: true, description: 'The run that took it to the bank.' }) run!: string | null;
  @CivilDate({ nullable: true }) executedOn!: string | null;
  @Text({ nullable: true, description: 'The bank’s reason.' }) rejection!: string | null;
  @Id({ nullable: true, description: 'Who prepared it; shown to the staff.' }) preparedBy!: string | null;
  @Id({ nullable: true, description: 'Who approved it; shown to the staff.' }) approvedBy!: string | null;
  @Texts({ description: 'What the caller may do with it now.' }) allowedActions!: readonly string[];
}

export class RecoveryDto {
  @Int() n!: number;
  @Int() agreement!: number;
  @Int() cents!: number;
  @Int({ description: 'Come back so far, in cents.' }) recoveredCents!: number;
  @Choice(['balance', 'label-ended'], { description: 'Why: accepted spending gives less than was paid, or the label ended early.' }) cause!: string;
  @Choice(recoveryStates) state!: string;
  @CivilDate({ nullable: true }) demandedOn!: string | null;
  @CivilDate({ nullable: true }) dueOn!: string | null;
  @Texts({ description: 'What the caller may do with it now.' }) allowedActions!: readonly string[];
}

/** Bank details without the account. */
export class BankDetailsDto {
  @Int({ description: 'From 1, of this label.' }) n!: number;
  @Text({ description: 'The last four characters of the account.' }) last4!: string;
  @CivilDate() proposedOn!: string;
  @CivilDate({ nullable: true, description: 'When a contact known before was called.' }) calledBackOn!: string | null;
  @CivilDate({ nullable: true }) confirmedOn!: string | null;
  @Flag({ description: 'The account is in the name of neither the carrier nor the pole: its confirmation must say so.' }) holderDiffers!: boolean;
  @Texts({ description: 'What the caller may do with them now.' }) allowedActions!: readonly string[];
}

/** What somebody wrote with an act. */
export class PaymentRemarkDto {
  @Code({ description: 'The entry that it came with.' }) type!: string;
  @CivilDate() on!: string;
  @Text({ nullable: true, description: 'The payment, the debt, the agreement or the bank details that it is about, by number.' }) about!: string | null;
  @Text({ nullable: true, max: 2000, description: 'Null once erased.' }) text!: string | null;
  @Text({ nullable: true, description: 'Of a call-back: who was called.' }) contact!: string | null;
}

export class FinancingDto extends DossierView {
  @Text({ description: 'Subject id of the label.' }) label!: string;
  @Items(() => AgreementDto) agreements!: AgreementDto[];
  @Items(() => InstalmentDto, { max: 1000 }) instalments!: InstalmentDto[];
  @Items(() => RecoveryDto) recoveries!: RecoveryDto[];
  @Nested(() => BankDetailsDto, { nullable: true, description: 'Those in force.' }) bank!: BankDetailsDto | null;
  @Nested(() => BankDetailsDto, { nullable: true, description: 'Proposed, and not confirmed yet.' }) pendingBank!: BankDetailsDto | null;
  @Items(() => PaymentRemarkDto, { max: 10_000, description: 'Reasons and comments, oldest first; those between the staff are for the staff.' }) remarks!: PaymentRemarkDto[];
}

export class PaymentDto {
  @Id({ description: 'The financing, as in addresses.', title: { fr: 'Financement (identifiant)', en: 'Financing (id)' } }) financing!: string;
  @Nested(() => PaidPoleDto) pole!: PaidPoleDto;
  @Choice(shown, { description: 'Of the financing: nothing goes out while it is frozen.' }) status!: string;
  @Text({ title: { fr: 'Versement', en: 'Payment' } }) instalment!: string;
  @Int({ description: 'In cents.', title: { fr: 'Montant', en: 'Amount' } }) amountCents!: number;
  @Choice(instalmentStates, { title: { fr: 'Étape', en: 'Step' } }) state!: string;
  @CivilDate({ nullable: true }) dueOn!: string | null;
}

/** What was looked at: another amount by now is refused. */
export class PaymentAmountDto {
  @Int({ description: 'The amount that was looked at, in cents.' }) cents!: number;
}

export class PaymentReasonsDto {
  @Text({ min: 10, max: 2000 }) reasons!: string;
}

export class ExecutionDto {
  @CivilDate({ optional: true, description: 'The bank’s day; today when left out.' }) on?: string;
}

export class RejectionDto {
  @Text({ max: 10, description: 'The bank’s code, e.g. AC04.' }) code!: string;
  @Text({ optional: true, max: 1000 }) comment?: string;
}

export class RecoveryDemandDto {
  @Text({ optional: true, max: 2000, description: 'What the pole is told with it.' }) comment?: string;
}

export class RecoveredDto {
  @Int({ min: 1, description: 'What has come back, in cents.' }) cents!: number;
  @Text({ optional: true, max: 200, description: 'The receipt’s reference.' }) reference?: string;
}

/** Bank details, given by who may commit the pole. */
export class NewBankDetailsDto {
  @Text({ max: 50, description: 'Of a country of the single euro payments area; spaces are allowed.', example: 'FR14 2004 1010 0505 0001 3M02 606' }) iban!: string;
  @Text({ optional: true, max: 11 }) bic?: string;
  @Text({ max: 140, description: 'Whose account it is.' }) holder!: string;
  @Id({ description: 'The document that shows the account, sent to /bank-documents before.' }) document!: string;
  @EnteredFor() entered?: EnteredDto;
}

export class CallBackDto {
  @Int({ min: 1, description: 'Which details, by their number.' }) n!: number;
  @Text({ max: 200, description: 'Who was called: a contact known before these details were given.' }) contact!: string;
  @Text({ min: 10, max: 2000, description: 'At which number, on file since when, and what was said.' }) note!: string;
}

export class BankConfirmationDto {
  @Int({ min: 1, description: 'Which details, by their number.' }) n!: number;
  @Flag({ optional: true, description: 'Needed for an account in another name: seen, and right all the same.' }) holderDiffers?: boolean;
}

export class BankRefusalDto extends PaymentReasonsDto {
  @Int({ min: 1, description: 'Which details, by their number.' }) n!: number;
}

/** The account itself, for who checks it. */
export class BankAccountDto {
  @Int() n!: number;
  @Choice(['in-force', 'proposed']) state!: string;
  @Flag({ description: 'In the name of neither the carrier nor the pole, when it was given.' }) holderDiffers!: boolean;
  @Text({ nullable: true, description: 'Null once erased.' }) iban!: string | null;
  @Text({ nullable: true }) bic!: string | null;
  @Text({ nullable: true }) holder!: string | null;
  @Id({ nullable: true }) document!: string | null;
}

export class BankDocumentDto {
  @Id() id!: string;
  @Text() name!: string;
  @Int() size!: number;
}
