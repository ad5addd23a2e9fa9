import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActView } from '../act/act.dto.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { MidTermAppraisalDto } from './mid-term.dto.js';
import { MidTermService } from './mid-term.service.js';

@ApiTags('monitoring')
@Controller('monitorings/:id')
@Access('secretariat')
export class MidTermController {
  constructor(private readonly midTerm: MidTermService) {}

  @ApiOperation({ summary: 'Names the expert who appraises a label at mid-term; the appraisal then goes the way of every other.' })
  @Post('mid-term-appraisals') @HasId() @ApiCreatedResponse({ type: ActView })
  staff(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: MidTermAppraisalDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.midTerm.staff(caller, id, body, key);
  }
}
