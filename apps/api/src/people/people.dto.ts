import { type GrantedRole, grantedRoles } from '../../../../libs/domain/src/procedure/granted-role.js';
import { poleRoles, type PoleRole } from '../../../../libs/domain/src/procedure/pole-role.js';
import { type Role, roles } from '../../../../libs/domain/src/procedure/role.js';
import { Choice, CivilDate, Email, Id, InstantField, Items, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const locales = ['fr', 'en'] as const;

export class AbsenceDto {
  @CivilDate() from!: string;
  @CivilDate({ description: 'Last day, included.' }) to!: string;
}

export class PersonDto {
  @Id() id!: string;
  @Text() name!: string;
  @Email() email!: string;
  @Choice(locales) locale!: 'fr' | 'en';
  @Choice(grantedRoles, { many: true }) roles!: GrantedRole[];
  @Items(() => AbsenceDto) absences!: { from: string; to: string }[];
}

export class PeopleQueryDto extends PageQuery {
  @Text({ max: 100, optional: true, description: 'Looked for in name and e-mail.' }) q?: string;
  @Email({ optional: true }) email?: string;
  @Choice(grantedRoles, { optional: true }) role?: GrantedRole;
  @Choice(['name', '-name'], { optional: true }) override sort?: string;
}

export class NewPersonDto {
  @Email() email!: string;
  @Text() name!: string;
  @Choice(locales, { optional: true }) locale?: 'fr' | 'en';
  @Choice(grantedRoles, { many: true, optional: true }) roles?: GrantedRole[];
}

export class PersonChangeDto {
  @Text({ optional: true }) name?: string;
  @Choice(locales, { optional: true }) locale?: 'fr' | 'en';
  @Items(() => AbsenceDto, { max: 50, optional: true, description: 'Replaces the list.' }) absences?: AbsenceDto[];
  @Choice(grantedRoles, { many: true, optional: true, description: 'Replaces the list. Operators only; the secretariat may add or remove `expert`.' }) roles?: GrantedRole[];
}

export class NewTokenDto {
  @Text({ max: 100, description: 'What the token is for.' }) label!: string;
  @InstantField({ optional: true, description: 'At most 366 days away; 90 days when left out.' }) expiresAt?: string;
}

export class TokenDto {
  @Id() id!: string;
  @Text({ description: 'Shown this once; send it as `Authorization: Bearer …`.' }) token!: string;
  @InstantField() expiresAt!: string;
}

/** A token in force, without its secret. */
export class TokenShownDto {
  @Id() id!: string;
  @Text() label!: string;
  @InstantField() createdAt!: string;
  @InstantField() expiresAt!: string;
  @Id({ nullable: true, description: 'The person who made it; null for one made at the installation.' }) issuedBy!: string | null;
}

export class MyPoleDto {
  @Id() id!: string;
  @Text() name!: string;
  @Choice(poleRoles, { many: true }) roles!: PoleRole[];
}

export class MyInvitationDto {
  @Id() id!: string;
  @Id() pole!: string;
  @Text() poleName!: string;
  @Choice(poleRoles) role!: PoleRole;
  @CivilDate({ nullable: true }) until!: string | null;
}

export class MeDto {
  @Id() id!: string;
  @Text() name!: string;
  @Email() email!: string;
  @Choice(locales) locale!: 'fr' | 'en';
  @Choice(roles, { many: true }) roles!: Role[];
  @Items(() => AbsenceDto) absences!: { from: string; to: string }[];
  @Items(() => MyPoleDto) poles!: MyPoleDto[];
  @Items(() => MyInvitationDto, { description: 'Accept them by POST /api/poles/{id}/membership/acceptance.' }) invitations!: MyInvitationDto[];
  @Texts({ description: 'What this person may do next, as stable codes.' }) allowedActions!: string[];
}
