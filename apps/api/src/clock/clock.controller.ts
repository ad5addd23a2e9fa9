import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Config } from '../../../../libs/config/src/config.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { Stepper } from '../../../../libs/temporal/src/stepper.js';
import { Access } from '../auth/access.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { Choice, InstantField } from '../http/fields.js';
import { Problem } from '../http/problem.js';

export class ClockView {
  @Choice(['real', 'offset', 'stepped']) mode!: string;
  @InstantField() now!: string;
}

export class Advance {
  @InstantField({ description: 'Where the clock is to stand; everything due until then happens first.' }) to!: string;
}

/** The Clock that the whole procedure goes by. Only a stepped one (rehearsals, tests, demonstrations) can be moved. */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(DATABASE) private readonly db: Database, @Inject(Stepper) private readonly stepper: Stepper) {}

  @ApiOperation({ summary: 'The time by which the procedures run.' })
  @Get()
  @Access('public')
  @ApiOkResponse({ type: ClockView })
  async show(): Promise<ClockView> {
    return { mode: this.config.clock.mode, now: await clockNow(this.db) };
  }

  @ApiOperation({ summary: 'Moves a stepped clock forward; refused for the real one.' })
  @Post('advances')
  @HttpCode(200)
  @Access('operator')
  @ApiOkResponse({ type: ClockView })
  async advance(@Body() { to }: Advance): Promise<ClockView> {
    if (this.config.clock.mode !== 'stepped') throw new Problem(409, 'clock-not-stepped');
    const target = new Date(to).toISOString();
    if (target < (await clockNow(this.db))) throw new Problem(409, 'clock-goes-forward');
    await this.stepper.advanceTo(target);
    return this.show();
  }
}
