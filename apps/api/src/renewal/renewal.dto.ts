import { renewalStatuses } from '../../../../libs/domain/src/renewal/renewal.status.js';
import { EnteredDto, EnteredFor } from '../act/entered.dto.js';
import { DossierView } from '../act/dossier.dto.js';
import { Choice, CivilDate, Id, Nested, Text } from '../http/fields.js';
import { PageQuery } from '../http/page.js';

const shown = renewalStatuses.filter((status) => status !== 'new');

export class RenewalQueryDto extends PageQuery {
  @Choice(shown, { optional: true }) status?: string;
  @Id({ optional: true, description: 'Of this pole.' }) pole?: string;
  @CivilDate({ optional: true, description: 'Of labels that end on or before this day.' }) endsBy?: string;
}

class RenewingPoleDto {
  @Id() id!: string;
  @Text() name!: string;
}

export class RenewalSummaryDto {
  @Id({ description: 'The same as that of the label.' }) id!: string;
  @Choice(shown) status!: string;
  @Nested(() => RenewingPoleDto) pole!: RenewingPoleDto;
  @Text({ nullable: true, description: 'Subject id of the call of the present label.' }) call!: string | null;
  @CivilDate({ description: 'Last day of the label.' }) endsOn!: string;
  @Choice(['rolling', 'by-call']) mode!: string;
  @Id({ nullable: true, description: 'The renewal’s application, while there is one.' }) application!: string | null;
  @Id({ nullable: true, description: 'The label that follows.' }) successor!: string | null;
}

export class RenewalDto extends DossierView {
  @CivilDate({ description: 'Last day of the label.' }) endsOn!: string;
  @CivilDate({ nullable: true, description: 'The last day on which a file may restore the label once it has ended; null where the scheme restores none.' }) restorableUntil!: string | null;
  @Choice(['rolling', 'by-call'], { description: 'Whether its application is begun here (`rolling`) or under an open call.' }) mode!: string;
  @Id({ nullable: true, description: 'The application that was begun and is not submitted yet; its pole’s alone.' }) draft!: string | null;
  @Id({ nullable: true }) application!: string | null;
  @Id({ nullable: true }) successor!: string | null;
}

export class RenewalApplicationDto {
  @EnteredFor() entered?: EnteredDto;
}
