import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { collections } from '../act/subject-param.js';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { NewNoteDto, NoteChangeDto, NoteDto } from './note.dto.js';
import { NoteService } from './note.service.js';

const noted = { name: 'collection', enum: Object.keys(collections) };

/** Internal notes about a file: the secretariat’s, and the authority’s to read where the author says so. */
@ApiTags('notes')
@Controller(':collection/:id/notes')
@Access('secretariat')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @ApiOperation({ summary: 'The internal notes of a file, the last first.' })
  @Get() @Access('secretariat', 'authority') @ApiParam(noted) @ApiParam({ name: 'id' }) @Paged(NoteDto)
  list(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Query() query: PageQuery): Promise<Page<NoteDto>> {
    return this.notes.list(caller, { collection, id }, query);
  }

  @ApiOperation({ summary: 'Writes an internal note on a file, for secretariat and authority alone.' })
  @Post() @ApiParam(noted) @ApiParam({ name: 'id' }) @ApiCreatedResponse({ type: NoteDto })
  write(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @Body() body: NewNoteDto): Promise<NoteDto> {
    return this.notes.write(caller, { collection, id }, body);
  }

  @ApiOperation({ summary: 'Changes a note, by its author alone; the earlier text stays.' })
  @Put(':noteId') @ApiParam(noted) @ApiParam({ name: 'id' }) @HasId('noteId') @ApiOkResponse({ type: NoteDto })
  edit(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @IdParam('noteId') noteId: string, @Body() body: NoteChangeDto): Promise<NoteDto> {
    return this.notes.edit(caller, { collection, id }, noteId, body);
  }

  @ApiOperation({ summary: 'Erases all texts of a note for good; that there was a note stays.' })
  @Delete(':noteId') @ApiParam(noted) @ApiParam({ name: 'id' }) @HasId('noteId') @HttpCode(200) @ApiOkResponse({ type: NoteDto })
  erase(@CurrentCaller() caller: Caller, @Param('collection') collection: string, @Param('id') id: string, @IdParam('noteId') noteId: string): Promise<NoteDto> {
    return this.notes.erase(caller, { collection, id }, noteId);
  }
}
