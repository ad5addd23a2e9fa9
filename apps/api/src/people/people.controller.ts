import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged } from '../http/page.js';
import { MeDto, NewPersonDto, NewTokenDto, PeopleQueryDto, PersonChangeDto, PersonDto, TokenDto, TokenShownDto } from './people.dto.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller()
@Access('signed-in')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @ApiOperation({ summary: 'Who I am, to which poles I belong, what I may do next.' })
  @Get('me') @ApiOkResponse({ type: MeDto })
  me(@CurrentCaller() caller: Caller): Promise<MeDto> {
    return this.people.me(caller);
  }

  @ApiOperation({ summary: 'The people who are known, with their roles.' })
  @Get('people') @Access('operator', 'secretariat') @Paged(PersonDto)
  list(@Query() query: PeopleQueryDto): Promise<Page<PersonDto>> {
    return this.people.list(query);
  }

  @ApiOperation({ summary: 'An operator, or for experts the secretariat, creates a person.' })
  @Post('people') @Access('operator', 'secretariat') @ApiCreatedResponse({ type: PersonDto })
  create(@CurrentCaller() caller: Caller, @Body() body: NewPersonDto): Promise<PersonDto> {
    return this.people.create(caller, body);
  }

  @ApiOperation({ summary: 'A person with their roles.' })
  @Get('people/:id') @HasId() @ApiOkResponse({ type: PersonDto })
  show(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<PersonDto> {
    return this.people.show(caller, id);
  }

  @ApiOperation({ summary: 'Changes a person and their roles.' })
  @Patch('people/:id') @HasId() @ApiOkResponse({ type: PersonDto })
  change(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: PersonChangeDto): Promise<PersonDto> {
    return this.people.change(caller, id, body);
  }

  @ApiOperation({ summary: 'The tokens of a person that are in force.' })
  @Get('people/:id/tokens') @HasId() @ApiOkResponse({ type: TokenShownDto, isArray: true })
  tokens(@CurrentCaller() caller: Caller, @IdParam() id: string): Promise<TokenShownDto[]> {
    return this.people.tokens(caller, id);
  }

  @ApiOperation({ summary: 'Creates a token: for oneself, or by an operator for a machine account; in a session, not with a token.' })
  @Post('people/:id/tokens') @HasId() @ApiCreatedResponse({ type: TokenDto })
  issue(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() body: NewTokenDto): Promise<TokenDto> {
    return this.people.issue(caller, id, body);
  }

  @ApiOperation({ summary: 'Revokes a token at once.' })
  @Delete('people/:id/tokens/:tokenId') @HasId() @HasId('tokenId') @HttpCode(204) @ApiNoContentResponse()
  revoke(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('tokenId') tokenId: string): Promise<void> {
    return this.people.revoke(caller, id, tokenId);
  }
}
