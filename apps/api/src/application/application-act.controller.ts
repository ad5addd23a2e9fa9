import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ActView, DeadlineMove } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { AdmissionDto, PanelDto, PiecesDto, PiecesRequestDto, ProposalDto, ReasonsDto, WithdrawalDto } from './application.act.dto.js';
import { ReasonsRequestDto } from './contest.dto.js';
import { ApplicationActService } from './application-act.service.js';

type Key = string | undefined;

/** The acts on a submitted application, each a resource of its own. */
@ApiTags('applications')
@Controller('applications/:id')
export class ApplicationActController {
  constructor(private readonly acts: ApplicationActService) {}

  @ApiOperation({ summary: 'Asks for indispensable pieces; the implied-decision clock stands still until they come or the limit passes.' })
  @Post('pieces-requests') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  requestPieces(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { limitOn, pieces, comment }: PiecesRequestDto, @IdempotencyKey() key: Key): Promise<ActView> {
    const content = { pieces: pieces.map((piece) => ({ ...piece })), comment };
    return this.acts.take({ caller, id, key }, 'requestPieces', ['secretariat'], { facts: limitOn === undefined ? {} : { limitOn }, content });
  }

  @ApiOperation({ summary: 'Supplies what was asked for: files sent to /attachments since the request, or an explanation.' })
  @Post('pieces') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  supplyPieces(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PiecesDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.supplyPieces({ caller, id, key, entered: body.entered }, body);
  }

  @ApiOperation({ summary: 'Gives a limit that has passed once more: for pieces, as long as nothing else made the application inadmissible; for the reply, as long as the committee has not taken it up.' })
  @Post('deadlines/:kind/reopenings') @Access('secretariat') @HasId() @ApiParam({ name: 'kind', enum: ['pieces-due', 'reply-due'] }) @ApiCreatedResponse({ type: ActView })
  reopenDeadline(@CurrentCaller() caller: Caller, @IdParam() id: string, @Param('kind') kind: string, @Body() { to, reason }: DeadlineMove, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'reopenDeadline', ['secretariat'], { facts: { kind, to }, content: { reason } });
  }

  @ApiOperation({ summary: 'Asks for the reasons of the implied rejection; they are due within a month, and the time to contest it stands still until they come.' })
  @Post('reasons-requests') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  requestReasons(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { comment, entered }: ReasonsRequestDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeOfApplicant({ caller, id, key, entered }, 'requestReasons', { content: { comment } });
  }

  @ApiOperation({ summary: 'Gives the reasons that were asked for; the time to contest the implied rejection begins anew.' })
  @Post('reasons') @Access('authority', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  giveReasons(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReasonsDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'giveReasons', ['authority', 'secretariat'], { content: { ...body } });
  }

  @ApiOperation({ summary: 'The secretariat finds the application complete and admissible.' })
  @Post('admission') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  admit(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: AdmissionDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'admit', ['secretariat'], { content: { comment: body.comment } });
  }

  @ApiOperation({ summary: 'The secretariat declares the application inadmissible, with the reasons.' })
  @Post('inadmissibility') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  declareInadmissible(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ReasonsDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'declareInadmissible', ['secretariat'], { content: { ...body } });
  }

  @ApiOperation({ summary: 'Names experts, first and as replacements.' })
  @Post('panel') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  staff(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PanelDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.staff({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Records what the committee proposes to the authority.' })
  @Post('proposal') @Access('committee', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  propose(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { outcome, reasons }: ProposalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'propose', ['committee', 'secretariat'], { facts: { outcome }, content: { reasons } });
  }

  @ApiOperation({ summary: 'The applicant withdraws the application; its procedure ends.' })
  @Post('withdrawal') @Access('applicant', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  withdraw(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: WithdrawalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.withdraw({ caller, id, key, entered: body.entered }, body.reason);
  }
}
