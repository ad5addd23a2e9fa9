import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Problem } from '../http/problem.js';
import { ActView, DeadlineMove } from './act.dto.js';
import { ActService } from './act.service.js';
import { IdempotencyKey } from './idempotency-key.js';
import { RightsService } from './rights.service.js';
import { collections, subjectOf } from './subject-param.js';

/** Every deadline can be moved by its owner, with a reason. */
@ApiTags('deadlines')
@Controller(':collection/:id/deadlines/:kind/moves')
export class DeadlineController {
  constructor(private readonly acts: ActService, private readonly rights: RightsService) {}

  @ApiOperation({ summary: 'Moves a deadline of a file, by who owns it, with a reason.' })
  @Post()
  @Access('secretariat', 'authority', 'applicant', 'expert')
  @ApiParam({ name: 'collection', enum: Object.keys(collections) })
  @ApiParam({ name: 'id' })
  @ApiParam({ name: 'kind', description: 'As the timeline names it, e.g. `pieces-due`.' })
  @ApiCreatedResponse({ type: ActView })
  async move(
    @CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Param('kind') kind: string,
    @Body() body: DeadlineMove, @IdempotencyKey() key: string | undefined,
  ): Promise<ActView> {
    const { row, roles } = await this.rights.see(caller, subjectOf(collection, id));
    const owners = procedures[row.kind].deadlines[kind]?.movableBy;
    if (!owners) throw new Problem(404, 'not-found');
    const as = owners.find((role) => roles.includes(role));
    if (!as) throw new Problem(403, 'forbidden', { roles: owners.join(', ') || '–' });
    return this.acts.take(caller, {
      subject: row.id, act: 'moveDeadline', as, facts: { kind, to: body.to }, content: { reason: body.reason }, key,
    });
  }
}
