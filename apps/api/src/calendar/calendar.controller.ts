import { Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { Problem } from '../http/problem.js';
import { CalendarDto, NewCalendarDto } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('calendar')
@Controller()
@Access('signed-in')
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @ApiOperation({ summary: 'Whether I have a calendar address, and since when.' })
  @Get('me/calendar') @ApiOkResponse({ type: CalendarDto })
  show(@CurrentCaller() caller: Caller): Promise<CalendarDto> {
    return this.calendars.show(caller);
  }

  @ApiOperation({ summary: 'Makes a secret address under which my calendar program reads my dates.', description: 'It is told this once. The one before it is worth nothing from then on.' })
  @Post('me/calendar') @ApiCreatedResponse({ type: NewCalendarDto })
  make(@CurrentCaller() caller: Caller): Promise<NewCalendarDto> {
    return this.calendars.make(caller);
  }

  @ApiOperation({ summary: 'Revokes my calendar address at once.' })
  @Delete('me/calendar') @HttpCode(204) @ApiNoContentResponse()
  revoke(@CurrentCaller() caller: Caller): Promise<void> {
    return this.calendars.revoke(caller);
  }

  @ApiOperation({ summary: 'The dates behind a secret address, as iCalendar.' })
  @Get('calendar/:secret') @Access('public') @ApiParam({ name: 'secret', description: 'As the address says, `.ics` included.', schema: { type: 'string' } }) @ApiProduces('text/calendar') @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Param('secret') file: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const secret = /^([A-Za-z0-9_-]{43})\.ics$/.exec(file)?.[1];
    if (secret === undefined) throw new Problem(404, 'not-found');
    const text = await this.calendars.read(secret);
    void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex').header('content-disposition', 'inline; filename="estampille.ics"').type('text/calendar; charset=utf-8');
    return text;
  }
}
