import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { BallotDto, PresencesDto, ProxyDto, ProxyReturnDto, PutOffDto, MotionDto, RankingDto, RecusalDto, VoteDto } from './session.act.dto.js';
import { SessionActService } from './session-act.service.js';

type Key = string | undefined;

/** What happens at a session: who has no part in a file, who is there and for whom, what is voted. */
@ApiTags('sessions')
@Controller('sessions/:id')
@Access('secretariat')
export class SittingController {
  constructor(private readonly acts: SessionActService) {}

  @ApiOperation({ summary: 'A member has an interest in a file: its documents close to them at once, and it is decided without them.' })
  @Post('recusals') @Access('committee', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  recuse(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { application, member, reason }: RecusalDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeFor({ caller, id, key }, 'recuse', member, { facts: { application: `application/${application}` }, content: { reason } });
  }

  @ApiOperation({ summary: 'A member gives their vote to another; entered by the secretariat it needs the scan of the signed paper.' })
  @Post('proxies') @Access('committee', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  giveProxy(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { to, entered }: ProxyDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeSigned({ caller, id, key }, 'giveProxy', { to }, { entered });
  }

  @ApiOperation({ summary: 'A member takes back the proxy that was given.' })
  @Post('proxy-returns') @Access('committee', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  takeBackProxy(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { member }: ProxyReturnDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeFor({ caller, id, key }, 'takeBackProxy', member);
  }

  @ApiOperation({ summary: 'Records who is there, on site or remotely, who is excused, who presides; again whenever somebody comes or leaves.' })
  @Post('presences') @HasId() @ApiCreatedResponse({ type: ActView })
  recordPresences(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { presences, presides }: PresencesDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'recordPresences', ['secretariat'], {
      facts: { presences: Object.fromEntries(presences.map(({ member, how }) => [member, how])), ...(presides === undefined ? {} : { presides }) },
    });
  }

  @ApiOperation({ summary: 'Opens the session if its quorum is there; otherwise it may be convened again.' })
  @Post('openings') @HasId() @ApiCreatedResponse({ type: ActView })
  open(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'open', ['secretariat']);
  }

  @ApiOperation({ summary: 'Puts a question to the members, who then cast their votes.' })
  @Post('questions') @HasId() @ApiCreatedResponse({ type: ActView })
  ask(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: MotionDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.ask({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Casts a member’s vote on the open question, changed until the count; entered by the secretariat it needs the scan of the signed paper.' })
  @Post('ballots') @Access('committee', 'secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  cast(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { application, member, vote, entered }: BallotDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.takeSigned({ caller, id, key }, 'castVote', { application: `application/${application}`, vote }, { entered, member });
  }

  @ApiOperation({ summary: 'Counts a vote: what the members cast; a show of hands, with its signed sheet; or a secret vote, where the scheme allows it.' })
  @Post('votes') @HasId() @ApiCreatedResponse({ type: ActView })
  vote(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: VoteDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.vote({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Puts a file off to another session without a vote.' })
  @Post('deferrals') @HasId() @ApiCreatedResponse({ type: ActView })
  putOff(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { application, reason }: PutOffDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'putOff', ['secretariat'], { facts: { application: `application/${application}` }, content: { reason } });
  }

  @ApiOperation({ summary: 'Ranks the files that are worth a label, under a number of labels or a budget.' })
  @Post('rankings') @HasId() @ApiCreatedResponse({ type: ActView })
  rank(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: RankingDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.rank({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Closes the session: what it proposes goes to each file.' })
  @Post('closings') @HasId() @ApiCreatedResponse({ type: ActView })
  close(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'close', ['secretariat']);
  }
}
