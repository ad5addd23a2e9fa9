import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { outcomeFor } from '../../../../libs/domain/src/application/shown-status.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { commandById } from '../../../../libs/persistence/src/procedure/commands.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Problem } from '../http/problem.js';
import { CommandView } from './act.dto.js';

/** What became of an act, for whoever was answered 202. */
@ApiTags('acts')
@Controller('commands')
export class CommandController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'The state of an act that was answered with 202, until it is done or refused.' })
  @Get(':id')
  @Access('signed-in')
  @HasId()
  @ApiOkResponse({ type: CommandView })
  async show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<CommandView> {
    const row = await commandById(this.db, id);
    const staff = hasRole(caller, 'secretariat', 'auditor', 'operator');
    if (!row || (row.actorId !== caller.personId && row.onBehalfOf !== caller.personId && !staff)) throw new Problem(404, 'not-found');
    return {
      id: row.id, subject: row.subjectId, act: row.act, receivedAt: row.receivedAt.toISOString(), effectiveOn: row.effectiveOn,
      status: row.outcome?.is ?? 'received', ...(row.outcome ? { outcome: staff ? row.outcome : outcomeFor(row.by, row.outcome) } : {}),
    };
  }
}
