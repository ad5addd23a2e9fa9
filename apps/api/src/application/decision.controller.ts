import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { ConditionNumber, HasConditionNumber } from './condition-number.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { ApplicationActService } from './application-act.service.js';
import { ClosingDto, DecisionNoticeDto, DecisionToReadDto, FulfilmentDto, SignatureDto, SignatureRequestDto } from './decision.dto.js';
import { DecisionService } from './decision.service.js';
import { LetterService } from './letter.service.js';

type Key = string | undefined;

/** A decision on its way: prepared, signed, notified, and what follows it. */
@ApiTags('decisions')
@Controller('applications/:id')
export class DecisionController {
  constructor(private readonly decisions: DecisionService, private readonly acts: ApplicationActService, private readonly letters: LetterService) {}

  @ApiOperation({ summary: 'The letter of the decision, in the language of the caller, and the signed document if there is one: a draft for who works on the file, the rest once notified.' })
  @Get('decision') @Access('signed-in') @HasId() @ApiOkResponse({ type: DecisionToReadDto })
  read(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<DecisionToReadDto> {
    return this.letters.read(caller, id, locale);
  }

  @ApiOperation({ summary: 'Sends the prepared decision to the authority, which reads its letter; sent again, it replaces what was sent.' })
  @Post('signature-requests') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  sendForSignature(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: SignatureRequestDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.decisions.sendForSignature({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Records that the authority has signed, or that it defers.', description: 'Nobody is told before the notification.' })
  @Post('signature') @Access('authority') @HasId() @ApiCreatedResponse({ type: ActView })
  sign(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: SignatureDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.decisions.sign({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Records that the applicant was notified: the decision takes effect, the time for an appeal begins.' })
  @Post('notification') @Access('secretariat') @HasId() @ApiCreatedResponse({ type: ActView })
  notify(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: DecisionNoticeDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.decisions.notify({ caller, id, key }, body);
  }

  @ApiOperation({ summary: 'Records that a condition of the award is met, in time or late.' })
  @Post('conditions/:n/fulfilments') @Access('secretariat') @HasId() @HasConditionNumber() @ApiCreatedResponse({ type: ActView })
  meetCondition(@CurrentCaller() caller: Caller, @IdParam() id: string, @ConditionNumber() n: number, @Body() body: FulfilmentDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.decisions.meetCondition({ caller, id, key }, n, body);
  }

  @ApiOperation({ summary: 'Closes without action: nothing can be decided on this file any more.', description: 'Everything that waits for somebody stops.' })
  @Post('closings') @Access('authority') @HasId() @ApiCreatedResponse({ type: ActView })
  close(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: ClosingDto, @IdempotencyKey() key: Key): Promise<ActView> {
    return this.acts.take({ caller, id, key }, 'closeWithoutAction', ['authority'], { content: { ...body } });
  }
}
