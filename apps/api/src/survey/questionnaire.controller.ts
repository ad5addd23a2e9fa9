import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.js';
import { QuestionnaireAnswerDto, QuestionnaireDto, ThanksDto } from './questionnaire.dto.js';
import { QuestionnaireService } from './questionnaire.service.js';
import { HasToken, TokenParam } from './survey-id.js';

/** What a firm's link opens, for programs; people open the page at /questionnaires. */
@ApiTags('surveys')
@Controller('survey-answers')
@Access('public')
export class QuestionnaireController {
  constructor(private readonly questionnaires: QuestionnaireService) {}

  @ApiOperation({ summary: 'The questionnaire behind a firm’s link. Reading it changes nothing.' })
  @Get(':token') @Header('cache-control', 'no-store') @HasToken() @ApiOkResponse({ type: QuestionnaireDto })
  async open(@TokenParam() token: string): Promise<QuestionnaireDto> {
    return (await this.questionnaires.open(token)).view;
  }

  @ApiOperation({ summary: 'Answers it, once. The answers are kept without the firm.' })
  @Post(':token') @HttpCode(200) @Header('cache-control', 'no-store') @HasToken() @ApiOkResponse({ type: ThanksDto })
  async answer(@TokenParam() token: string, @Body() { answers }: QuestionnaireAnswerDto): Promise<ThanksDto> {
    await this.questionnaires.answer(token, answers);
    return { state: 'answered' };
  }
}
