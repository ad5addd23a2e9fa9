import { poleRoles, type PoleRole } from '../../../../libs/domain/src/procedure/pole-role.js';
import { Choice, CivilDate, Code, Email, Flag, Id, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

export class NewCarrierDto {
  @Text({ max: 30, description: '14 digits; spaces are allowed.', example: '732 829 320 00074' }) siret!: string;
  @Text({ max: 20, optional: true, description: 'For an association.', example: 'W751234567' }) rna?: string;
  @Text({ max: 300 }) name!: string;
  @Code({ description: 'A structure type of the scheme.' }) legalForm!: string;
}

export class NewPoleDto {
  @Text({ max: 300 }) name!: string;
  @Texts({ max: 20, each: 64, description: 'Theme codes of the scheme.' }) themes!: string[];
  @Text({ max: 300 }) territory!: string;
  @Email({ optional: true, description: 'Receives the significant notices too.' }) sharedMailbox?: string;
  @Nested(() => NewCarrierDto) carrier!: NewCarrierDto;
  @Flag({ optional: true, description: 'I am the legal representative of the structure: the secretariat confirms it on evidence.' }) legalRepresentative?: boolean;
}

export class CarrierDto {
  @Id() id!: string;
  @Text() siren!: string;
  @Text() siret!: string;
  @Text({ nullable: true }) rna!: string | null;
  @Text() name!: string;
  @Code() legalForm!: string;
  @CivilDate() from!: string;
}

export class StructureDto {
  @Id() id!: string;
  @Text() siren!: string;
  @Text({ nullable: true }) rna!: string | null;
  @Text() name!: string;
  @Code() legalForm!: string;
}

/** What is left out stays as it is. */
export class StructureChangeDto {
  @Text({ max: 300, optional: true }) name?: string;
  @Text({ max: 20, optional: true, nullable: true, description: 'Null for none.' }) rna?: string | null;
  @Code({ optional: true, description: 'A structure type of the scheme.' }) legalForm?: string;
  @Text({ max: 1000, description: 'The evidence for the correction; kept.' }) reason!: string;
}

export class PoleSummaryDto {
  @Id() id!: string;
  @Text() name!: string;
  @Texts() themes!: string[];
  @Text() territory!: string;
  @Email({ nullable: true }) sharedMailbox!: string | null;
  @Nested(() => CarrierDto) carrier!: CarrierDto;
  @CivilDate({ nullable: true, description: 'Last day, of a pole that was closed or merged.' }) closedOn!: string | null;
  @Id({ nullable: true, description: 'The pole into which it was merged.' }) mergedInto!: string | null;
}

export class MemberDto {
  @Id() personId!: string;
  @Text() name!: string;
  @Email() email!: string;
  @Choice(poleRoles) role!: PoleRole;
  @CivilDate() since!: string;
  @CivilDate({ nullable: true }) until!: string | null;
  @Flag({ description: 'A legal representative whom the secretariat has not confirmed yet: commits nothing.' }) toConfirm!: boolean;
}

export class InvitationDto {
  @Id() id!: string;
  @Email({ description: 'As it was typed: nothing more is said of a person before they accept.' }) email!: string;
  @Choice(poleRoles) role!: PoleRole;
  @CivilDate({ nullable: true }) until!: string | null;
}

export class ConfirmationDto {
  @Text({ max: 1000, description: 'The evidence that was seen; kept.' }) reason!: string;
}

export class MandateDto {
  @Id() id!: string;
  @Id() holderId!: string;
  @Text() holderName!: string;
  @CivilDate() dated!: string;
  @CivilDate({ nullable: true }) until!: string | null;
}

export class PoleDto extends PoleSummaryDto {
  @Items(() => MemberDto) members!: MemberDto[];
  @Items(() => InvitationDto, { description: 'Shown to those who may invite.' }) invitations!: InvitationDto[];
  @Items(() => MandateDto) mandates!: MandateDto[];
  @Choice(poleRoles, { many: true }) myRoles!: PoleRole[];
  @Texts({ description: 'What the caller may do with this pole, as stable codes.' }) allowedActions!: string[];
}

export class PoleQueryDto extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Looked for in the name.' }) q?: string;
  @Text({ max: 14, optional: true, description: 'Carried at this SIRET.' }) siret?: string;
  @Choice(['name'], { optional: true }) override sort?: string;
}

export class NewMemberDto {
  @Email() email!: string;
  @Text({ optional: true, description: 'Their name, when they are new here.' }) name?: string;
  @Choice(poleRoles) role!: PoleRole;
  @CivilDate({ optional: true, description: 'Last day, included.' }) until?: string;
  @Text({ max: 1000, optional: true, description: 'Why; needed from the secretariat.' }) reason?: string;
}

/** What is left out stays as it is. */
export class PoleChangeDto {
  @Text({ max: 300, optional: true }) name?: string;
  @Texts({ max: 20, each: 64, optional: true, description: 'Theme codes of the scheme; they replace those that stand.' }) themes?: string[];
  @Text({ max: 300, optional: true }) territory?: string;
  @Email({ optional: true, nullable: true, description: 'Receives the significant notices too; null for none.' }) sharedMailbox?: string | null;
}

export class NewMandateDto {
  @Id() holderId!: string;
  @CivilDate({ description: 'The date on the mandate.' }) dated!: string;
  @CivilDate({ optional: true, description: 'Last day, included.' }) until?: string;
  @Id({ optional: true, description: 'The uploaded mandate.' }) documentId?: string;
}
