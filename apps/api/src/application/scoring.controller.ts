import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { ApplicationActService } from './application-act.service.js';
import { AppraisalResultDto, ConsensusDto, RapporteurDto, ReplyDto } from './result.dto.js';
import { ResultService } from './result.service.js';

type Key = string | undefined;

/** What follows the experts' scores: their consolidated result, their report, the applicant's reply. */
@ApiTags('applications')
@Controller('applications/:id')
export class ScoringController {
  constructor(private readonly acts: ApplicationActService, private readonly results: ResultService) {}

  @ApiOperation({ summary: 'The consolidated appraisal: for the staff and the committee, for the file’s experts once all is revealed, for the applicant when the scheme says.' })
  @Get('result') @Access('signed-in') @HasId() @ApiOkResponse({ type: AppraisalResultDto })
  result(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<AppraisalResultDto> {
    return this.results.show(caller, id, locale);
  }

  @ApiOperation({ summary: 'Names the expert of the panel who writes the consensus report.' })
  @Post('rapporteur') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  nameRapporteur(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { expert }: RapporteurDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'nameRapporteur', ['secretariat'], { facts: { expert } });
  }

  @ApiOperation({ summary: 'Records the consensus report, with the majority’s and the minority’s views.' })
  @Post('consensus') @Access('expert', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  recordConsensus(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { outcome, minority = [], majorityView, minorityView }: ConsensusDto, @IdempotencyKey() key: Key): Promise<ActView> {
    const facts = { outcome, minority, minorityStated: (minorityView ?? '') !== '' };
    return this.acts.take({ caller, id, key }, 'recordConsensus', ['secretariat', 'expert'], { facts, content: { majorityView, minorityView } });
  }

  @ApiOperation({ summary: 'Replies to the appraisal: a text, files sent to /attachments since it was opened, or both.' })
  @Post('reply') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  reply(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReplyDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.reply({ caller, id, key, entered: body.entered }, body);
  }
}
