import { Choice, Flag, InstantField, Items, Text } from '../http/fields.js';

/** A key that signs credentials; its secret half is nowhere but in its file. */
export class CredentialKeyDto {
  @Text({ description: 'Its name in the issuer’s document.' }) kid!: string;
  @InstantField() createdAt!: string;
  @Text() publicKeyMultibase!: string;
  @Choice(['signing', 'retired', 'withdrawn'], { description: 'retired: signs no more, what it signed stays good; withdrawn: nothing that it signed is good.' }) state!: 'signing' | 'retired' | 'withdrawn';
}

export class CredentialKeysDto {
  @Text({ description: 'The issuer’s identifier, did:web.' }) issuer!: string;
  @Items(() => CredentialKeyDto, { description: 'The newest first.' }) keys!: CredentialKeyDto[];
}

/** What the operator has read: a key is not given up by chance. */
export class KeyWithdrawalDto {
  @Flag({ description: 'true: I know that all credentials signed with this key are refused from now on, and that holders must fetch theirs again.' }) understood!: boolean;
}
