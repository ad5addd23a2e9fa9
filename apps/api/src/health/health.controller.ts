import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { HealthCheckService, type HealthCheckResult, HealthIndicatorService } from '@nestjs/terminus';
import { sql } from 'drizzle-orm';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { Access } from '../auth/access.js';
import { DATABASE } from '../environment/tokens.js';
import { TemporalHealth } from './temporal.health.js';

@ApiTags('health')
@Controller()
@Access('public')
@SkipThrottle()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService, private readonly indicators: HealthIndicatorService,
    private readonly temporal: TemporalHealth, @Inject(DATABASE) private readonly db: Database,
  ) {}

  @ApiOperation({ summary: 'The process is alive.' })
  @Get('health') @Header('cache-control', 'no-store') @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string' } } } })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'Ready to serve: 503 without the database.', description: 'Without Temporal it is only degraded: acts are received and wait (202).' })
  @Get('ready') @Header('cache-control', 'no-store') @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string' } } } })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.indicators.check('database').attempt(async () => { await this.db.execute(sql`select 1`); }).withTimeout(2000),
      async () => {
        const session = this.indicators.check('temporal');
        return this.temporal.check().then(() => session.up(), () => session.degraded('does not answer'));
      },
    ]);
  }
}
