import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { collections, linkTo, subjectOf } from '../act/subject-param.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';

/** Where the links of mails lead: by the sign-in, when it is needed, to the file. */
@ApiExcludeController()
@Controller('tasks')
@Access('public')
export class TaskLinkController {
  @Get([':kind/:key', ':kind/:key/:n'])
  async open(
    @CurrentCaller() caller: Caller | undefined, @Param('kind') kind: string, @Param('key') key: string, @Param('n') n: string | undefined, @Res() reply: FastifyReply,
  ): Promise<void> {
    const collection = Object.keys(collections).find((name) => collections[name] === kind) ?? kind;
    const link = linkTo(subjectOf(collection, n === undefined ? key : `${key}-${n}`));
    await reply.redirect(caller ? link : `/api/auth/sign-in?returnTo=${encodeURIComponent(link)}`, 302);
  }
}
