import { Choice, CivilDate, Code, FreeMap, Id, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { SignatoryDto } from './application.act.dto.js';
import { StatedReasonsDto } from './reasons.dto.js';

export class ConditionDto {
  @CivilDate({ description: 'To be met on this day at the latest.' }) dueOn!: string;
  @Text({ max: 2000, description: 'What is to be met, as the applicant will read it.' }) text!: string;
}

class DecisionTextDto {
  @CivilDate({ optional: true, description: 'First day of the label; by default the signature’s, or the day after the label that is renewed.' }) startsOn?: string;
  @CivilDate({ optional: true, description: 'Last day of the label; by default the scheme’s term.' }) endsOn?: string;
  @Texts({ max: 20, optional: true, description: 'Reasons in law: codes of the scheme’s grounds of refusal.' }) grounds?: string[];
  @Text({ optional: true, max: 10_000, description: 'Reasons in law beyond those grounds. A refusal needs one or the other.' }) reasonsInLaw?: string;
  @Text({ optional: true, max: 10_000, description: 'Needed for a refusal.' }) reasonsInFact?: string;
  @Items(() => ConditionDto, { optional: true, max: 20, description: 'Needed for a conditional award.' }) conditions?: ConditionDto[];
}

/** The decision as it goes to the authority. */
export class SignatureRequestDto extends DecisionTextDto {
  @Choice(['award', 'conditional-award', 'refuse'], { optional: true, description: 'As proposed when left out.' }) outcome?: 'award' | 'conditional-award' | 'refuse';
  @CivilDate({ optional: true, description: 'Today when left out.' }) sentOn?: string;
}

/** What the authority signed; what was prepared for the same outcome need not be repeated. */
export class SignatureDto extends DecisionTextDto {
  @Choice(['award', 'conditional-award', 'refuse', 'defer'], { description: '`defer` gives the file back to the committee.' }) outcome!: 'award' | 'conditional-award' | 'refuse' | 'defer';
  @CivilDate() signedOn!: string;
  @Nested(() => SignatoryDto) signatory!: SignatoryDto;
  @Id({ optional: true, description: 'The signed PDF, sent to /documents before.' }) document?: string;
}

export class DecisionNoticeDto {
  @CivilDate({ optional: true, description: 'When the applicant received it; today when left out.' }) notifiedOn?: string;
  @Choice(['online', 'post', 'e-mail', 'hand']) channel!: string;
  @Text({ optional: true, max: 500, description: 'E.g. the number of the registered letter.' }) proof?: string;
  @Id({ optional: true, description: 'The proof as a file, sent to /documents?purpose=proof before.' }) document?: string;
}

export class FulfilmentDto {
  @Text({ max: 4000, description: 'What shows that the condition is met.' }) comment!: string;
  @Id({ optional: true, description: 'The evidence as a file, sent to /documents?purpose=proof before.' }) document?: string;
}

export class ClosingDto {
  @Text({ max: 10_000, optional: true, description: 'The texts that it rests on.' }) reasonsInLaw?: string;
  @Text({ max: 10_000, description: 'Why nothing can be decided on this file any more, as the applicant will read it.' }) reasonsInFact!: string;
}

/** A decision to read. */
export class DecisionToReadDto {
  @FreeMap({ description: 'The letter: sender, addressee, references, sections, signature; a draft until it is signed.' }) letter!: object;
  @Id({ nullable: true, description: 'The signed PDF, among the attachments.' }) document!: string | null;
}

/** A decision that waits for its signature, as the authority reads it. */
export class PreparedDecisionDto {
  @CivilDate() sentOn!: string;
  @Choice(['award', 'conditional-award', 'refuse']) outcome!: string;
  @CivilDate({ nullable: true }) startsOn!: string | null;
  @CivilDate({ nullable: true }) endsOn!: string | null;
  @Texts({ description: 'Codes of the scheme’s grounds.' }) grounds!: string[];
  @Nested(() => StatedReasonsDto, { nullable: true }) reasons!: StatedReasonsDto | null;
  @Items(() => ConditionDto) conditions!: ConditionDto[];
}

export class DeferralDto {
  @CivilDate() signedOn!: string;
  @Nested(() => StatedReasonsDto, { nullable: true }) reasons!: StatedReasonsDto | null;
}

export class FollowedConditionDto {
  @Int() n!: number;
  @CivilDate() dueOn!: string;
  @Text({ max: 2000, nullable: true, description: 'Null once erased.' }) text!: string | null;
  @CivilDate({ nullable: true }) metOn!: string | null;
  @Text({ max: 4000, nullable: true, description: 'What showed that it is met.' }) comment!: string | null;
  @Id({ nullable: true, description: 'The evidence, among the attachments.' }) document!: string | null;
}

/** Who first opened the notified decision, and when. */
class ReadReceiptDto {
  @CivilDate() on!: string;
  @Text({ nullable: true }) by!: string | null;
}

/** How the applicant was told, with its proof. */
export class DecisionNotificationDto {
  @CivilDate() notifiedOn!: string;
  @Code() channel!: string;
  @Text({ nullable: true, max: 500, description: 'For the staff.' }) proof!: string | null;
  @Id({ nullable: true, description: 'For the staff: the proof, among the attachments.' }) document!: string | null;
  @CivilDate({ nullable: true, description: 'Last day for an appeal.' }) appealUntil!: string | null;
  @Nested(() => ReadReceiptDto, { nullable: true, description: 'For the staff: when one of the applicant’s people first opened the decision; null until then.' }) accuse_lecture!: ReadReceiptDto | null;
}

export class ClosedWithoutActionDto {
  @CivilDate() on!: string;
  @Nested(() => StatedReasonsDto, { nullable: true, description: 'Null once erased.' }) reasons!: StatedReasonsDto | null;
}
