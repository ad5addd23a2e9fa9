import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { HasId, IdParam } from '../http/id-param.js';
import type { Locale } from '../http/locale.js';
import { Language } from '../http/localized.js';
import { type Page, Paged, PageQuery } from '../http/page.js';
import { AnswerDto, NewQuestionDto, QuestionDto } from './question.dto.js';
import { QuestionService } from './question.service.js';

@ApiTags('calls')
@Controller('calls/:id/questions')
export class QuestionController {
  constructor(private readonly questions: QuestionService) {}

  @ApiOperation({ summary: 'The questions on a call: what is published; with it, what I asked; for secretariat and authority, everything.', description: 'The last asked first.' })
  @Get() @Access('public') @HasId() @Paged(QuestionDto)
  list(@CurrentCaller() caller: Caller | undefined, @IdParam() id: string, @Query() query: PageQuery, @Language() locale: Locale): Promise<Page<QuestionDto>> {
    return this.questions.list(caller, `call/${id}`, query, locale);
  }

  @ApiOperation({ summary: 'Asks while the call is open; the answer comes by mail.' })
  @Post() @Access('signed-in') @HasId() @ApiCreatedResponse({ type: QuestionDto })
  ask(@CurrentCaller() caller: Caller, @IdParam() id: string, @Body() { text }: NewQuestionDto, @Language() locale: Locale): Promise<QuestionDto> {
    return this.questions.ask(caller, `call/${id}`, text, locale);
  }

  @ApiOperation({ summary: 'Answers a question, publishes or corrects the answer.', description: 'The asker gets a mail when the answer is new.' })
  @Put(':questionId/answer') @Access('secretariat') @HasId() @HasId('questionId') @ApiOkResponse({ type: QuestionDto })
  answer(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('questionId') questionId: string, @Body() body: AnswerDto, @Language() locale: Locale): Promise<QuestionDto> {
    return this.questions.answer(caller, `call/${id}`, questionId, body, locale);
  }

  @ApiOperation({ summary: 'Takes a question out of what is published; the answer stays the asker’s.' })
  @Delete(':questionId/publication') @Access('secretariat') @HttpCode(200) @HasId() @HasId('questionId') @ApiOkResponse({ type: QuestionDto })
  unpublish(@CurrentCaller() caller: Caller, @IdParam() id: string, @IdParam('questionId') questionId: string, @Language() locale: Locale): Promise<QuestionDto> {
    return this.questions.unpublish(caller, `call/${id}`, questionId, locale);
  }
}
