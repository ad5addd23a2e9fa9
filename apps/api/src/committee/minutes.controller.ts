import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { MinutesDto } from './minutes.dto.js';
import { MinutesService } from './minutes.service.js';
import { MinutesNoteDto, MinutesRemarkDto, SessionReasonDto } from './session.act.dto.js';
import { SessionActService } from './session-act.service.js';

type Key = string | undefined;

/** The minutes of a session: made from what happened, read by the members, adopted. */
@ApiTags('sessions')
@Controller('sessions/:id/minutes')
@Access('secretariat', 'committee', 'authority', 'auditor', 'operator')
export class MinutesController {
  constructor(private readonly acts: SessionActService, private readonly minutes: MinutesService) {}

  @ApiOperation({ summary: 'The minutes, in French.', description: 'For the secretariat once the session has deliberated; for the members once they are circulated.' })
  @Get() @HasId() @ApiOkResponse({ type: MinutesDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<MinutesDto> {
    return this.minutes.of(caller, id);
  }

  @ApiOperation({ summary: 'Adds the secretary’s notes before the minutes go round; they replace what was added before.' })
  @Post('notes') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  annotate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { remark, files }: MinutesNoteDto, @IdempotencyKey() key: Key): Promise<ActView> {
    const content = { remark, ...(files ? { files: files.map(({ application, text }) => ({ application, text })) } : {}) };
    return this.acts.take({ caller, id, key }, 'annotateMinutes', ['secretariat'], { content });
  }

  @ApiOperation({ summary: 'Sends the minutes to all who were called; silence adopts them.' })
  @Post('circulations') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  circulate(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'circulateMinutes', ['secretariat']);
  }

  @ApiOperation({ summary: 'A member’s remark, kept with the minutes.' })
  @Post('remarks') @Access('committee') @HasId() @ApiCreatedResponse({ type: ActView })
  remark(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { text }: MinutesRemarkDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeFor({ caller, id, key }, 'remark', undefined, { content: { text } });
  }

  @ApiOperation({ summary: 'A member says yes; when all who sat have, the minutes are adopted.' })
  @Post('approvals') @Access('committee') @HasId() @ApiCreatedResponse({ type: ActView })
  approve(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeFor({ caller, id, key }, 'approveMinutes', undefined);
  }

  @ApiOperation({ summary: 'Records that the minutes were adopted in another way, e.g. at the next session.' })
  @Post('adoptions') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  adopt(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { reason }: SessionReasonDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'adoptMinutes', ['secretariat'], { content: { reason } });
  }
}
