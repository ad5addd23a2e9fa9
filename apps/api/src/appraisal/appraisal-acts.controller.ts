import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActView } from '../act/act.dto.js';
import { ActService, type Asked } from '../act/act.service.js';
import { IdempotencyKey } from '../act/idempotency-key.js';
import { RightsService } from '../act/rights.service.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { AppraisalParam, HasAppraisal } from './appraisal-id.js';
import { AcceptanceDto, AppraisalRefusalDto, DeclarationDto, ReplacementDto, ScoresDto } from './appraisal.dto.js';
import { checkScores } from './scores.js';

type Said = Pick<Asked, 'act' | 'facts' | 'content' | 'key'>;

/** Acts on an appraisal. An expert whose part is over is refused by the procedure, and the attempt is kept. */
@ApiTags('appraisals')
@Controller('appraisals/:id')
@Access('expert')
export class AppraisalActsController {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly acts: ActService, private readonly rights: RightsService) {}

  /** Whether the expert has a conflict of interest. Without one the application can be read; with one the appraisal ends. */
  @Post('declaration') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  declare(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() body: DeclarationDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { conflict, conflictKind, details } = body;
    return this.take(caller, id, 'expert', { act: 'declare', facts: { conflict, ...(conflictKind ? { conflictKind } : {}) }, ...words({ details }), ...keyed(key) });
  }

  @Post('acceptance') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  accept(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { comment }: AcceptanceDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'expert', { act: 'accept', ...words({ comment }), ...keyed(key) });
  }

  @Post('refusal') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  decline(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { reason }: AppraisalRefusalDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'expert', { act: 'decline', ...words({ reason }), ...keyed(key) });
  }

  /** Hands in the scores: final, and sealed until every expert's are in. */
  @Post('scores') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  async submit(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { marks, comments }: ScoresDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    const { row } = await this.rights.seeAs(caller, id, 'expert');
    checkScores((await schemeById(this.db, row.schemeId)).grid, { marks, comments });
    return this.take(caller, id, 'expert', { act: 'submitScores', facts: { marks }, ...words({ comments }), ...keyed(key) });
  }

  /** Takes the appraisal from its expert; the secretariat then names another one on the application. */
  @Post('replacement') @Access('secretariat') @HasAppraisal() @ApiCreatedResponse({ type: ActView })
  replace(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { reason }: ReplacementDto, @IdempotencyKey() key: string | undefined): Promise<ActView> {
    return this.take(caller, id, 'secretariat', { act: 'replace', content: { reason }, ...keyed(key) });
  }

  private async take(caller: Caller, id: string, role: Role, said: Said): Promise<ActView> {
    const { row, as } = await this.rights.seeAs(caller, id, role);
    return this.acts.take(caller, { subject: row.id, as, ...said });
  }
}

/** Free text is content; an act without any has none. */
function words(texts: Record<string, unknown>): Pick<Said, 'content'> {
  const given = Object.entries(texts).filter(([, text]) => text !== undefined && text !== null);
  return given.length > 0 ? { content: Object.fromEntries(given) } : {};
}

function keyed(key: string | undefined): Pick<Said, 'key'> {
  return key === undefined ? {} : { key };
}
