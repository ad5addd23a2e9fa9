import { DossierView } from '../act/dossier.dto.js';
import { AppealSummaryDto } from '../appeal/appeal.dto.js';
import { Choice, CivilDate, Code, Id, Items, Nested, Text, Texts } from '../http/fields.js';
import { AskedReasonsDto, ExpectedDecisionDto, SilenceDto } from './contest.dto.js';
import { PieceDto, SignatoryDto } from './application.act.dto.js';
import { AttachmentDto } from './application.dto.js';
import { ClosedWithoutActionDto, DecisionNotificationDto, DeferralDto, FollowedConditionDto, PreparedDecisionDto } from './decision.dto.js';
import { ApplicationFeeDto, OpinionDto } from './part.dto.js';
import { StatedReasonsDto } from './reasons.dto.js';
import { ConsensusReportDto, ReplyViewDto, ResultDto } from './result.dto.js';

export class RequestedPiecesDto {
  @CivilDate() on!: string;
  @CivilDate({ nullable: true, description: 'Last day to supply them, as it was last moved.' }) limitOn!: string | null;
  @Items(() => PieceDto, { description: 'Empty once erased.' }) pieces!: PieceDto[];
  @Text({ nullable: true, max: 4000 }) comment!: string | null;
}

export class SuppliedPiecesDto {
  @CivilDate() on!: string;
  @Items(() => AttachmentDto) attachments!: AttachmentDto[];
  @Text({ nullable: true, max: 10_000 }) comment!: string | null;
}

export class InadmissibilityDto {
  @CivilDate() on!: string;
  @Choice(['review', 'pieces-missing', 'fee-unpaid'], { description: '`pieces-missing`: what `requestedPieces` lists last was not supplied in time. `fee-unpaid`: the fee was not paid in time.' }) cause!: string;
  @Nested(() => StatedReasonsDto, { nullable: true, description: 'When pieces are missing, composed of what was asked for, in French as every decision. Null once erased.' }) reasons!: StatedReasonsDto | null;
}

export class SignedDecisionDto {
  @Choice(['award', 'conditional-award', 'refuse']) outcome!: string;
  @CivilDate() signedOn!: string;
  @Nested(() => SignatoryDto, { nullable: true, description: 'Null once erased.' }) signatory!: SignatoryDto | null;
  @Texts({ description: 'Reasons in law: codes of the scheme’s grounds of refusal.' }) grounds!: string[];
  @Nested(() => StatedReasonsDto, { nullable: true, description: 'Always given for a refusal, until erased.' }) reasons!: StatedReasonsDto | null;
  @Id({ nullable: true, description: 'The signed PDF, among the attachments.' }) document!: string | null;
}

export class ProposedDecisionDto {
  @CivilDate() on!: string;
  @Choice(['award', 'conditional-award', 'refuse']) outcome!: string;
  @Text({ nullable: true, max: 10_000 }) reasons!: string | null;
}

export class RemarkDto {
  @CivilDate() on!: string;
  @Text({ nullable: true, max: 4000 }) text!: string | null;
}

export class MovedDeadlineDto {
  @CivilDate() on!: string;
  @Code() kind!: string;
  @CivilDate() from!: string;
  @CivilDate() to!: string;
  @Text({ nullable: true, max: 2000 }) reason!: string | null;
}

/** A later limit than the call's, granted to this pole by the authority. */
export class GrantedExtensionDto {
  @CivilDate() grantedOn!: string;
  @CivilDate() to!: string;
  @Text({ nullable: true, max: 2000, description: 'For whoever works on the file, the committee included; null for the applicant, and once erased.' }) reason!: string | null;
}

/** A decision that an upheld appeal has withdrawn. */
export class SupersededDecisionDto {
  @CivilDate({ description: 'When the file was reopened.' }) reopenedOn!: string;
  @CivilDate({ nullable: true, description: 'When it had been notified; null for an inadmissibility.' }) notifiedOn!: string | null;
  @Nested(() => SignedDecisionDto, { nullable: true }) decision!: SignedDecisionDto | null;
  @Nested(() => InadmissibilityDto, { nullable: true }) inadmissibility!: InadmissibilityDto | null;
}

/** An application’s page: its timeline, and what people wrote in its acts as far as the caller may read it. */
export class ApplicationDossierDto extends DossierView {
  @Code() kind!: string;
  @Items(() => RequestedPiecesDto, { description: 'Every request, the first first.' }) requestedPieces!: RequestedPiecesDto[];
  @Items(() => SuppliedPiecesDto, { description: 'Every answer to a request, the first first.' }) suppliedPieces!: SuppliedPiecesDto[];
  @Items(() => MovedDeadlineDto, { description: 'For the applicant, the moves of the limit for pieces.' }) movedDeadlines!: MovedDeadlineDto[];
  @Nested(() => InadmissibilityDto, { nullable: true }) inadmissibility!: InadmissibilityDto | null;
  @Nested(() => SignedDecisionDto, { nullable: true, description: 'From its signature; for the applicant, from its notification.' }) decision!: SignedDecisionDto | null;
  @Nested(() => RemarkDto, { nullable: true, description: 'Not shown to the applicant.' }) admission!: RemarkDto | null;
  @Nested(() => ProposedDecisionDto, { nullable: true, description: 'Not shown to the applicant.' }) proposal!: ProposedDecisionDto | null;
  @Nested(() => ResultDto, { nullable: true, description: 'The consolidated appraisal, once nobody writes any more; for the applicant, when the scheme says.' }) result!: ResultDto | null;
  @Nested(() => ConsensusReportDto, { nullable: true, description: 'Not shown to the applicant.' }) consensus!: ConsensusReportDto | null;
  @Nested(() => ReplyViewDto, { nullable: true, description: 'The applicant’s reply to the appraisal.' }) reply!: ReplyViewDto | null;
  @Nested(() => PreparedDecisionDto, { nullable: true, description: 'As it was last sent for signature. Not shown to the applicant.' }) preparedDecision!: PreparedDecisionDto | null;
  @Items(() => DeferralDto, { description: 'What the authority deferred. Not shown to the applicant.' }) deferrals!: DeferralDto[];
  @Nested(() => DecisionNotificationDto, { nullable: true }) notification!: DecisionNotificationDto | null;
  @Items(() => FollowedConditionDto, { description: 'Of a conditional award, from its signature; for the applicant, from its notification.' }) conditions!: FollowedConditionDto[];
  @Nested(() => ClosedWithoutActionDto, { nullable: true }) closing!: ClosedWithoutActionDto | null;
  @Nested(() => SilenceDto, { nullable: true, description: 'Legal silence; null for a draft.' }) silence!: SilenceDto | null;
  @Nested(() => ExpectedDecisionDto, { nullable: true, description: 'Null for a draft and once decided.' }) expectedDecision!: ExpectedDecisionDto | null;
  @Nested(() => AskedReasonsDto, { nullable: true }) askedReasons!: AskedReasonsDto | null;
  @Items(() => AppealSummaryDto, { description: 'The first first; for the committee, once one has reopened the file.' }) appeals!: AppealSummaryDto[];
  @Nested(() => ApplicationFeeDto, { nullable: true, description: 'Null where the scheme asks for none.' }) fee!: ApplicationFeeDto | null;
  @Items(() => OpinionDto, { description: 'Of the bodies that were asked; for the applicant, from the notification of the decision.' }) opinions!: OpinionDto[];
  @Items(() => SupersededDecisionDto) superseded!: SupersededDecisionDto[];
  @Nested(() => GrantedExtensionDto, { nullable: true, description: 'The pole’s own limit to submit under this call.' }) extension!: GrantedExtensionDto | null;
  @Nested(() => RemarkDto, { nullable: true, description: 'Why the applicant withdrew.' }) withdrawal!: RemarkDto | null;
}
