import { type FeeState, feeStates } from '../../../../libs/persistence/src/panel/fee.queries.js';
import { Choice, Flag, Id, InstantField, Int, Items, Nested, Text, Texts } from '../http/fields.js';
import { PageQuery } from '../http/page.js';
import { ExpertNameDto } from './expert.dto.js';

export class FeeQueryDto extends PageQuery {
  @Id({ optional: true }) call?: string;
  @Choice(feeStates, { optional: true }) state?: FeeState;
  @Flag({ optional: true, description: 'Only my own; always so for who is an expert alone.' }) mine?: boolean;
}

/** An expert’s fee for one appraisal; amounts in cents of euro. */
export class FeeDto {
  @Id() id!: string;
  @Text({ description: 'The appraisal, as in addresses.' }) appraisal!: string;
  @Nested(() => ExpertNameDto) expert!: ExpertNameDto;
  @Text({ nullable: true, description: 'Subject id.' }) call!: string | null;
  @InstantField({ description: 'When the scores came in.' }) dueAt!: string;
  @Int() feeCents!: number;
  @Int() travelCents!: number;
  @Int() travelMaximumCents!: number;
  @Text({ nullable: true, max: 1000 }) travelPurpose!: string | null;
  @Int() totalCents!: number;
  @Choice(feeStates) state!: FeeState;
  @InstantField({ nullable: true }) approvedAt!: string | null;
  @Id({ nullable: true }) approvedBy!: string | null;
  @Id({ nullable: true, description: 'The export that it went out with.' }) export!: string | null;
  @Texts({ description: 'What the caller may do: `claimTravel`, `approve`.' }) allowedActions!: string[];
}

export class TravelClaimDto {
  @Int({ max: 10_000_000, description: 'In cents; replaces what was claimed before.' }) cents!: number;
  @Text({ max: 1000, description: 'Which journey, which documents.' }) purpose!: string;
}

export class FeeApprovalDto {
  @Int({ description: 'The total that was looked at, in cents: refused when it is another one by now.' }) totalCents!: number;
}

export class NewFeeExportDto {
  @Id({ optional: true, description: 'Only fees of this call.' }) call?: string;
}

/** Fees handed to the accountant at once; each fee goes out once. */
export class FeeExportDto {
  @Id() id!: string;
  @Text({ nullable: true, description: 'Subject id; null: all calls.' }) call!: string | null;
  @InstantField() exportedAt!: string;
  @Id() exportedBy!: string;
  @Int({ description: 'Number of fees.' }) lines!: number;
  @Int({ description: 'Control total, in cents.' }) totalCents!: number;
}

export class FeeExportWithFeesDto extends FeeExportDto {
  @Items(() => FeeDto, { max: 100_000 }) fees!: FeeDto[];
}
