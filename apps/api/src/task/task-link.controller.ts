import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { TaskLinkService } from './task-link.service.js';

/** Opens the decision itself rather than its file's page. */
const DECISION = 'decision';

/**
 * Where the links of mails lead, `/tasks/<subject>`: by the sign-in, when it is needed, to the API's resource, until there are
 * pages for people. Left out of the API's documentation: it is none of its resources.
 */
@ApiExcludeController()
@Controller('tasks')
@Access('public')
export class TaskLinkController {
  constructor(private readonly links: TaskLinkService) {}

  @Get([':kind/:key', ':kind/:key/:n'])
  async open(
    @CurrentCaller() caller: Caller | undefined, @Param('kind') kind: string, @Param('key') key: string, @Param('n') n: string | undefined,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    const link = caller ? await this.links.resourceFor(caller, { kind, key: n === undefined || n === DECISION ? key : `${key}-${n}`, decision: n === DECISION }, request.url) : `/api/auth/sign-in?returnTo=${encodeURIComponent(request.url)}`;
    await reply.header('cache-control', 'no-store').redirect(link, 303);
  }
}
