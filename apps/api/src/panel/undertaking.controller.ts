import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import { AppraisalParam, HasAppraisal } from '../appraisal/appraisal-id.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { NamedUndertakingDto, NewUndertakingDto, PaperUndertakingDto, UndertakingDto, UndertakingTextDto } from './undertaking.dto.js';
import { type Undertaken, UndertakingService } from './undertaking.service.js';

@ApiTags('undertakings')
@Controller()
@Access('expert')
export class UndertakingController {
  constructor(private readonly undertakings: UndertakingService, private readonly rights: RightsService, private readonly entries: EntryService) {}

  @ApiOperation({ summary: 'What an expert of this call undertakes, and whether I have.' })
  @Get('calls/:id/undertaking') @HasId() @ApiOkResponse({ type: UndertakingTextDto })
  async text(@CurrentCaller() caller: Caller, @IdParam() id: string, @Language() locale: Locale): Promise<UndertakingTextDto> {
    return this.undertakings.text(caller, await this.undertakings.ofCall(`call/${id}`), locale);
  }

  @ApiOperation({ summary: 'Undertakes confidentiality and impartiality for the call; files open only then.' })
  @Post('calls/:id/undertakings') @HasId() @ApiCreatedResponse({ type: UndertakingDto })
  async give(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { textHash }: NewUndertakingDto): Promise<UndertakingDto> {
    return this.undertakings.give(caller, await this.undertakings.ofCall(`call/${id}`), textHash);
  }

  @ApiOperation({ summary: 'Who has undertaken confidentiality and impartiality for the call.' })
  @Get('calls/:id/undertakings') @Access('secretariat', 'authority', 'auditor', 'operator') @HasId() @Paged(NamedUndertakingDto)
  list(@IdParam() id: string, @Query() query: PageQuery): Promise<Page<NamedUndertakingDto>> {
    return this.undertakings.list(`call/${id}`, query);
  }

  @ApiOperation({ summary: 'What the expert of an appraisal undertakes, for the call of its file.' })
  @Get('appraisals/:id/undertaking') @HasAppraisal() @ApiOkResponse({ type: UndertakingTextDto })
  async textOf(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Language() locale: Locale): Promise<UndertakingTextDto> {
    return this.undertakings.text(caller, await this.ofAppraisal(caller, id), locale);
  }

  @ApiOperation({ summary: 'Undertakes confidentiality and impartiality for the call of an appraisal; signed on paper, it is entered by the secretariat.' })
  @Post('appraisals/:id/undertaking') @Access('expert', 'secretariat') @HasAppraisal() @ApiCreatedResponse({ type: UndertakingDto })
  async giveFor(@CurrentCaller() caller: Caller, @AppraisalParam() id: string, @Body() { textHash, entered: dto }: PaperUndertakingDto): Promise<UndertakingDto> {
    if (!dto) return this.undertakings.give(caller, await this.ofAppraisal(caller, id), textHash);
    const { row, personId, entered } = await this.entries.actor(caller, id, 'expert', dto, { signed: true });
    return this.undertakings.give({ personId }, { call: row.callId ?? '', schemeId: row.schemeId }, textHash, entered && { on: entered.on, enteredBy: caller.personId, scanId: entered.scan ?? null });
  }

  private async ofAppraisal(caller: Caller, id: string): Promise<Undertaken> {
    const { row } = await this.rights.seeAs(caller, id, 'expert');
    return { call: row.callId ?? '', schemeId: row.schemeId };
  }
}
