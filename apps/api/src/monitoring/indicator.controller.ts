import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { IndicatorsDto, NetworkQueryDto, NetworkYearDto } from './indicator.dto.js';
import { IndicatorService } from './indicator.service.js';

@ApiTags('monitoring')
@Controller()
@Access('secretariat', 'committee', 'authority', 'auditor', 'operator')
export class IndicatorController {
  constructor(private readonly indicators: IndicatorService) {}

  @ApiOperation({ summary: 'A label’s indicators over the years against their targets, with what is late, missing or unusual; satisfaction by who asked.' })
  @Get('monitorings/:id/indicators') @Access('applicant', 'expert', 'secretariat', 'committee', 'authority', 'auditor', 'operator') @HasId() @ApiOkResponse({ type: IndicatorsDto })
  ofLabel(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<IndicatorsDto> {
    return this.indicators.ofLabel(caller, id, locale);
  }

  @ApiOperation({ summary: 'The network’s indicators by year and theme, out of validated reports; central and own satisfaction apart.' })
  @Get('network/indicators') @ApiOkResponse({ type: [NetworkYearDto] })
  ofNetwork(@Query() query: NetworkQueryDto, @Language() locale: Locale): Promise<NetworkYearDto[]> {
    return this.indicators.ofNetwork(query, locale);
  }
}
