import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { AgendaDto, AgendaRemovalDto, NewSessionDto, ReconveningDto, SessionMoveDto, SessionReasonDto } from './session.act.dto.js';
import { SessionActService } from './session-act.service.js';
import { SessionDto, SessionQueryDto, SessionSummaryDto } from './session.dto.js';
import { SessionService } from './session.service.js';

type Key = string | undefined;

/** Sessions of the committee: who is called, when, on which files. */
@ApiTags('sessions')
@Controller('sessions')
@Access('secretariat', 'committee', 'authority', 'auditor', 'operator')
export class SessionController {
  constructor(private readonly sessions: SessionService, private readonly acts: SessionActService) {}

  @ApiOperation({ summary: 'The sessions of the committee, the last one first; for a member, those to which the member is called.' })
  @Get() @Paged(SessionSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: SessionQueryDto): Promise<Page<SessionSummaryDto>> {
    return this.sessions.list(caller, query);
  }

  @ApiOperation({ summary: 'Calls the members, with the agenda: at least the scheme’s notice before.', description: 'Members read the files’ documents online from then on.' })
  @Post() @Access('secretariat') @ApiCreatedResponse({ type: SessionDto })
  async convene(@CurrentCaller() caller: Caller, @Body() body: NewSessionDto, @IdempotencyKey() key: Key): Promise<SessionDto> {
    return this.sessions.show(caller, await this.acts.convene(caller, body, key));
  }

  @ApiOperation({ summary: 'A session with its agenda, its members, and what I may do next.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: SessionDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<SessionDto> {
    return this.sessions.show(caller, id);
  }

  @ApiOperation({ summary: 'Puts files on the agenda, until the session opens; thematic members are called for them.' })
  @Post(':id/agenda') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  extend(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: AgendaDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.extend({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Takes a file off the agenda; it waits for another session.' })
  @Post(':id/agenda-removals') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  takeOff(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { application, reason }: AgendaRemovalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'takeOffAgenda', ['secretariat'], { facts: { application: `application/${application}` }, content: { reason } });
  }

  @ApiOperation({ summary: 'Moves the session, with its files, to another day: the notice counts anew.' })
  @Post(':id/moves') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  move(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { on, time, place, remoteAddress, reason }: SessionMoveDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'move', ['secretariat'], { facts: { on, time }, content: { place, remoteAddress, reason } });
  }

  @ApiOperation({ summary: 'Calls the members again after the quorum was missing: none is needed then.' })
  @Post(':id/reconvenings') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  reconvene(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { on, time, place, remoteAddress }: ReconveningDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'reconvene', ['secretariat'], { facts: { on, time }, content: { place, remoteAddress } });
  }

  @ApiOperation({ summary: 'Cancels the session; its files are given back.' })
  @Post(':id/cancellations') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  cancel(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { reason }: SessionReasonDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'cancel', ['secretariat'], { content: { reason } });
  }
}
