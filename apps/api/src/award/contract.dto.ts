import type { ContractSource } from '../../../../libs/domain/src/award/contract.js';
import { sagaProblems, sagaSteps } from '../../../../libs/domain/src/award/saga.js';
import type { By } from '../../../../libs/domain/src/procedure/role.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Decimal, FreeMap, Id, Int, Items, Text } from '../http/fields.js';

/** One step of an award. */
export class StepView {
  @Choice(sagaSteps) step!: string;
  @Choice(['done', 'waiting', 'stuck']) state!: string;
  @Code({ description: 'Who must act, or did; `procedure` where it goes on by itself.' }) who!: By;
  @CivilDate({ nullable: true, description: 'Done on, or to be done by.' }) on!: string | null;
  @Choice(sagaProblems, { nullable: true, description: 'Why it is stuck.' }) problem!: string | null;
  @Text({ nullable: true, max: 500, description: 'The problem as a sentence that says what to do.' }) advice!: string | null;
}

/** A signature of the contract or of an amendment, with its evidence. */
class SignatureView {
  @Choice(['pole', 'authority']) party!: string;
  @CivilDate() on!: string;
  @Text({ nullable: true, description: 'Null once erased.' }) signatory!: string | null;
  @Text({ nullable: true }) capacity!: string | null;
  @Id({ nullable: true, description: 'The signed document, among the attachments of the application.' }) document!: string | null;
  @Int({ nullable: true, description: 'Version of the contract that was signed.' }) version!: number | null;
  @Text({ nullable: true, description: 'SHA-256 of the text that was signed.' }) text!: string | null;
}

/** What an amendment changes in the targets. */
class TargetView {
  @Code() indicator!: string;
  @FreeMap({ description: 'Labels by language; empty for an indicator of the pole’s own.' }) label!: Readonly<Record<string, string>>;
  @Decimal() target!: number;
}

class AmendmentView {
  @Int({ min: 1 }) n!: number;
  @Choice(['proposed', 'in-force', 'dropped', 'lapsed']) state!: string;
  @CivilDate() proposedOn!: string;
  @CivilDate({ nullable: true, description: 'Until when it may be signed.' }) limitOn!: string | null;
  @CivilDate({ nullable: true, description: 'In force, dropped or lapsed since.' }) settledOn!: string | null;
  @Int({ nullable: true, description: 'The version of the contract that it made.' }) version!: number | null;
  @Text({ nullable: true, max: 10_000, description: 'Null once erased.' }) wording!: string | null;
  @Items(() => TargetView) targets!: readonly TargetView[];
  @Text({ nullable: true, max: 2000, description: 'Why it was taken back.' }) droppedFor!: string | null;
  @Text({ description: 'Hash by which both sign the same.' }) text!: string;
  @Items(() => SignatureView) signatures!: readonly SignatureView[];
}

/** The contract of a label as it stands. */
export class ContractView {
  @Int({ min: 1, description: 'Of the contract that is in force or to be signed: 1, and one more for each amendment in force.' }) version!: number;
  @Text({ description: 'SHA-256 of its text: give it with a signature to sign this text and no other.' }) text!: string;
  @Items(() => SignatureView) signatures!: readonly SignatureView[];
  @Items(() => AmendmentView) amendments!: readonly AmendmentView[];
}

/** A contract read: what its PDF is made from. */
export interface ContractRead {
  readonly source: ContractSource;
  readonly text: string;
}

/** A signature of the contract. A signed document is sent to /contract-documents first. */
export class ContractSignatureDto {
  @Text({ optional: true, description: 'In what capacity, e.g. president.' }) capacity?: string;
  @Id({ optional: true, description: 'The uploaded signed document, or the scan of a paper.' }) document?: string;
  @Text({ optional: true, max: 64, description: 'Hash of the text that was read; another text is refused.' }) text?: string;
}

/** The pole's, which the secretariat may enter when it came on paper. */
export class PoleSignatureDto extends ContractSignatureDto {
  @EnteredFor() entered?: EnteredDto;
}

/** A change of the contract. */
export class AmendmentDto {
  @Text({ max: 10_000, description: 'What changes, as it is to be signed.' }) wording!: string;
  @FreeMap({ optional: true, description: 'New targets, by code of the indicator: `{ "firms-accompanied": 120 }`.', example: { 'firms-accompanied': 120 } }) targets?: Record<string, unknown>;
}

export class AmendmentDropDto {
  @Text({ max: 2000, description: 'Why it is taken back.' }) reason!: string;
}
