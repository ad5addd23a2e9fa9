import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { Language } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { type Page, Paged } from '../http/page.js';
import { IndicatorsDto, NetworkIndicatorDto, NetworkQueryDto, NetworkSatisfactionDto } from './indicator.dto.js';
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

  @ApiOperation({ summary: 'The network’s indicators by year and theme, out of validated reports.' })
  @Get('network/indicators') @Paged(NetworkIndicatorDto)
  ofNetwork(@Query() query: NetworkQueryDto, @Language() locale: Locale): Promise<Page<NetworkIndicatorDto>> {
    return this.indicators.ofNetwork(query, locale);
  }

  @ApiOperation({ summary: 'Satisfaction of the firms that the network served, by year and theme: central surveys and those of the centres on lines of their own.' })
  @Get('network/satisfaction') @Paged(NetworkSatisfactionDto)
  satisfaction(@Query() query: NetworkQueryDto): Promise<Page<NetworkSatisfactionDto>> {
    return this.indicators.satisfaction(query);
  }
}
