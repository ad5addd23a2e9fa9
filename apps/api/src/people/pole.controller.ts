import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { ConfirmationDto, NewMandateDto, NewMemberDto, NewPoleDto, PoleChangeDto, PoleDto, PoleQueryDto, PoleSummaryDto } from './pole.dto.js';
import { PoleService } from './pole.service.js';

@ApiTags('poles')
@Controller('poles')
@Access('signed-in')
export class PoleController {
  constructor(private readonly poles: PoleService) {}

  @ApiOperation({ summary: 'The poles: mine; every one for secretariat, authority, auditor and operator.' })
  @Get() @Paged(PoleSummaryDto)
  list(@CurrentCaller() caller: Caller, @Query() query: PoleQueryDto): Promise<Page<PoleSummaryDto>> {
    return this.poles.list(caller, query);
  }

  @ApiOperation({ summary: 'Creates a pole with the structure that carries it; the caller becomes its administrator.' })
  @Post() @ApiCreatedResponse({ type: PoleDto })
  create(@CurrentCaller() caller: Caller, @Body() body: NewPoleDto): Promise<PoleDto> {
    return this.poles.create(caller, body);
  }

  @ApiOperation({ summary: 'A pole with its members, invitations and mandates.' })
  @Get(':id') @HasId() @ApiOkResponse({ type: PoleDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<PoleDto> {
    return this.poles.show(caller, id);
  }

  @ApiOperation({ summary: 'Changes the description of a pole, by its administrators and its legal representative.' })
  @Patch(':id') @HasId() @ApiOkResponse({ type: PoleDto })
  change(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PoleChangeDto): Promise<PoleDto> {
    return this.poles.change(caller, id, body);
  }

  @ApiOperation({ summary: 'Invites a member by e-mail; whom the secretariat attaches belongs at once.' })
  @Post(':id/members') @HasId() @ApiCreatedResponse({ type: PoleDto })
  add(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewMemberDto): Promise<PoleDto> {
    return this.poles.add(caller, id, body);
  }

  @ApiOperation({ summary: 'Removes a member from a pole, or leaves it; one administrator stays.' })
  @Delete(':id/members/:personId') @HasId() @HasId('personId') @HttpCode(204) @ApiNoContentResponse()
  remove(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('personId') personId: string): Promise<void> {
    return this.poles.remove(caller, id, personId);
  }

  @ApiOperation({ summary: 'The secretariat has seen the evidence that this member is the legal representative: they may commit the pole.' })
  @Post(':id/members/:personId/confirmation') @Access('secretariat') @HasId() @HasId('personId') @ApiCreatedResponse({ type: PoleDto })
  confirm(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('personId') personId: string, @Body() body: ConfirmationDto): Promise<PoleDto> {
    return this.poles.confirm(caller, id, personId, body.reason);
  }

  @ApiOperation({ summary: 'Takes up what this pole has offered to the caller.' })
  @Post(':id/membership/acceptance') @HasId() @ApiCreatedResponse({ type: PoleDto })
  accept(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<PoleDto> {
    return this.poles.accept(caller, id);
  }

  @ApiOperation({ summary: 'Takes an invitation back; the invited person declines it.' })
  @Delete(':id/invitations/:invitationId') @HasId() @HasId('invitationId') @HttpCode(204) @ApiNoContentResponse()
  endInvitation(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('invitationId') invitationId: string): Promise<void> {
    return this.poles.endInvitation(caller, id, invitationId);
  }

  @ApiOperation({ summary: 'Gives a member of the pole a mandate to commit it.' })
  @Post(':id/mandates') @HasId() @ApiCreatedResponse({ type: PoleDto })
  mandate(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewMandateDto): Promise<PoleDto> {
    return this.poles.mandate(caller, id, body);
  }

  @ApiOperation({ summary: 'Ends a mandate at once; its holder may give it back.' })
  @Delete(':id/mandates/:mandateId') @HasId() @HasId('mandateId') @HttpCode(204) @ApiNoContentResponse()
  endMandate(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('mandateId') mandateId: string): Promise<void> {
    return this.poles.endMandate(caller, id, mandateId);
  }
}
