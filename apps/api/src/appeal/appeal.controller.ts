import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { AppealParam, HasAppeal } from './appeal-id.js';
import { AppealDecisionDto, AppealDto, AppealInputDto, AppealQueryDto, AppealReviewDto, AppealSummaryDto, AppealWithdrawalDto } from './appeal.dto.js';
import { AppealActService } from './appeal-act.service.js';
import { AppealService } from './appeal.service.js';

type Key = string | undefined;

/** Appeals to the authority against its own decisions (recours gracieux). */
@ApiTags('appeals')
@Controller()
@Access('applicant', 'secretariat', 'authority', 'committee', 'auditor', 'operator')
export class AppealController {
  constructor(private readonly appeals: AppealService, private readonly acts: AppealActService) {}

  @ApiOperation({ summary: 'Contests the refusal, the inadmissibility or the implied rejection of an application; by its pole’s legal representative or a mandated person.' })
  @Post('applications/:id/appeals') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  lodge(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: AppealInputDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.lodge(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The appeals, in the order in which they were lodged: those of my poles; all of them for the staff; for the committee, those that reopened a file.' })
  @Get('appeals') @Paged(AppealSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: AppealQueryDto): Promise<Page<AppealSummaryDto>> {
    return this.appeals.list(caller, query);
  }

  @ApiOperation({ summary: 'An appeal with what I may do next, and its timeline.' })
  @Get('appeals/:id') @HasAppeal() @ApiOkResponse({ type: AppealDto })
  show(@CurrentCaller() caller: Caller, @AppealParam() id: string): Promise<AppealDto> {
    return this.appeals.show(caller, id);
  }

  @ApiOperation({ summary: 'Takes the appeal up and names who examines it, or names somebody else.' })
  @Post('appeals/:id/reviews') @Access('secretariat') @HasAppeal() @ApiCreatedResponse({ type: ActView })
  review(@CurrentCaller() caller: Caller, @AppealParam() id: string, @Body() body: AppealReviewDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.review(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The authority’s answer, by others than those who decided first.', description: 'Upheld, it reopens the application.' })
  @Post('appeals/:id/decisions') @Access('authority') @HasAppeal() @ApiCreatedResponse({ type: ActView })
  decide(@CurrentCaller() caller: Caller, @AppealParam() id: string, @Body() body: AppealDecisionDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.decide(caller, id, body, key);
  }

  @ApiOperation({ summary: 'The applicant withdraws the appeal.' })
  @Post('appeals/:id/withdrawals') @Access('applicant', 'secretariat') @HasAppeal() @ApiCreatedResponse({ type: ActView })
  withdraw(@CurrentCaller() caller: Caller, @AppealParam() id: string, @Body() body: AppealWithdrawalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.withdraw(caller, id, body, key);
  }
}
