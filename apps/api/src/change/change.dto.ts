import { changeKinds, type ChangeKind } from '../../../../libs/domain/src/change/change.kinds.js';
import { changeStatuses } from '../../../../libs/domain/src/change/change.status.js';
import { DossierView } from '../act/dossier.dto.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { Choice, CivilDate, Code, Email, FreeMap, Id, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = changeStatuses.filter((status) => status !== 'new');

export class ChangeQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true }) label?: string;
  @Id({ optional: true }) pole?: string;
  @Id({ optional: true }) call?: string;
}

/** What changes: each kind says which fields it needs. */
export class ChangeInputDto {
  @Choice(changeKinds, { description: '`rename` needs name; `move` siret (of the same structure); `carrier` siret, name, legalForm; `merger` into; `manager` name, email.' }) what!: ChangeKind;
  @Text({ max: 4000, description: 'Why, and on what evidence.' }) why!: string;
  @CivilDate({ description: 'First day of the new situation; of a merger or closure the last day of the label.' }) effectiveOn!: string;
  @Choice(['pole', 'structure'], { optional: true, description: 'Of a renaming: the pole’s public name (when left out), or the structure’s.' }) of?: 'pole' | 'structure';
  @Text({ max: 300, optional: true, description: 'The new name; of a new carrier its name, of a manager the person’s.' }) name?: string;
  @Text({ max: 30, optional: true, description: '14 digits; spaces are allowed.', example: '732 829 320 00074' }) siret?: string;
  @Text({ max: 300, optional: true, description: 'Of a move.' }) territory?: string;
  @Code({ optional: true, description: 'Of a new carrier: a structure type of the scheme.' }) legalForm?: string;
  @Text({ max: 20, optional: true, description: 'Of a new carrier that is an association.' }) rna?: string;
  @Id({ optional: true, description: 'Of a merger: the pole that absorbs this one.' }) into?: string;
  @Email({ optional: true, description: 'Of a new legal representative.' }) email?: string;
  @Texts({ ids: true, optional: true, description: 'Evidence: attachments of applications of the pole.' }) documents?: string[];
  @EnteredFor() entered?: EnteredDto;
}

export class ChangePiecesDto {
  @Text({ max: 4000, description: 'What is missing.' }) text!: string;
}

export class ChangeSupplyDto {
  @Text({ max: 4000 }) text!: string;
  @Texts({ ids: true, optional: true, description: 'Attachments of applications of the pole.' }) documents?: string[];
  @EnteredFor() entered?: EnteredDto;
}

export class ChangeProposalDto {
  @Choice(['accept', 'refuse']) outcome!: 'accept' | 'refuse';
  @Text({ max: 10_000 }) reasons!: string;
}

export class ChangeAcceptanceDto {
  @Text({ optional: true, max: 10_000 }) comment?: string;
}

export class ChangeRefusalDto {
  @Text({ max: 10_000 }) reasons!: string;
}

export class ChangeWithdrawalDto {
  @Text({ optional: true, max: 4000 }) reason?: string;
  @EnteredFor() entered?: EnteredDto;
}

class ChangePoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class ChangeSummaryDto {
  @Id() id!: string;
  @Choice(shown) status!: string;
  @Choice(changeKinds) what!: string;
  @Id() label!: string;
  @Nested(() => ChangePoleDto) pole!: ChangePoleDto;
  @CivilDate() requestedOn!: string;
  @CivilDate() effectiveOn!: string;
  @CivilDate({ nullable: true, description: 'The next date by which somebody must act.' }) dueOn!: string | null;
}

/** What the records of the pole said, and say since. */
class RecordedChangeDto {
  @FreeMap() before!: object;
  @FreeMap() after!: object;
  @CivilDate() effectiveOn!: string;
}

/** A change of a label’s holder; what was written is null once erased. */
export class ChangeDto extends DossierView {
  @Choice(changeKinds) what!: string;
  @Id() label!: string;
  @CivilDate() requestedOn!: string;
  @CivilDate() effectiveOn!: string;
  @FreeMap({ nullable: true, description: 'What was written with the request: why, and the new names.' }) request!: object | null;
  @Text({ nullable: true, max: 4000, description: 'The last list of missing pieces.' }) missing!: string | null;
  @FreeMap({ nullable: true, description: 'What was supplied last.' }) pieces!: object | null;
  @Text({ nullable: true, max: 10_000, description: 'For the staff, and for the holder once it is decided: why the secretariat proposed its outcome.' }) proposal!: string | null;
  @Text({ nullable: true, max: 10_000, description: 'Reasons of the decision.' }) reasons!: string | null;
  @Nested(() => RecordedChangeDto, { nullable: true }) recorded!: RecordedChangeDto | null;
}
