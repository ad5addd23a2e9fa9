import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../auth/access.js';
import { localeOf } from '../../http/locale.js';
import { Problem } from '../../http/problem.js';
import { pagePolicy } from '../../register/page/html.js';
import { type Opened, QuestionnaireService } from '../questionnaire.service.js';
import { surveyStyle } from './page.style.js';
import { answersIn, type Sent } from './questionnaire.form.js';
import { leavePage, questionnairePage, saying } from './questionnaire.page.js';

const policy = pagePolicy(surveyStyle);
const asHtml = 'text/html; charset=utf-8';

/** The pages behind a firm's links: simple enough for any telephone. Whatever comes is answered with a page. For programs: /api/survey-answers. */
@ApiExcludeController()
@Controller('questionnaires')
@Access('public')
export class QuestionnairePageController {
  constructor(private readonly questionnaires: QuestionnaireService) {}

  @Get(':token') @Header('content-type', asHtml)
  ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.shown(request, reply, async () => {
      const opened = inChosen(await this.questionnaires.open(token), request);
      return opened.view.state === 'open' ? questionnairePage(opened) : saying(opened.locale, opened.view.state);
    });
  }

  @Post(':token') @HttpCode(200) @Header('content-type', asHtml)
  answer(@Param('token') token: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.shown(request, reply, async () => {
      const opened = inChosen(await this.questionnaires.open(token), request);
      if (opened.view.state !== 'open') return saying(opened.locale, opened.view.state);
      const sent = (request.body ?? {}) as Sent;
      try {
        await this.questionnaires.answer(token, answersIn(opened.form, sent));
        return saying(opened.locale, 'thanks');
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'invalid') throw error;
        void reply.status(422);
        return questionnairePage(opened, sent, error.errors);
      }
    });
  }

  /** Asks first: what only reads a mail's links must change nothing. */
  @Get('leave/:token') @Header('content-type', asHtml)
  leaving(@Param('token') token: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.shown(request, reply, async () => {
      const { pole, locale } = await this.questionnaires.leaving(token);
      return leavePage(locale, pole);
    });
  }

  /** By the page's button, or by the mail reader's own (RFC 8058). */
  @Post('leave/:token') @HttpCode(200) @Header('content-type', asHtml)
  leave(@Param('token') token: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.shown(request, reply, async () => {
      const { locale } = await this.questionnaires.leaving(token);
      await this.questionnaires.leave(token);
      return saying(locale, 'left');
    });
  }

  private async shown(request: FastifyRequest, reply: FastifyReply, make: () => Promise<string>): Promise<string> {
    void reply.header('content-security-policy', policy).header('cache-control', 'no-store').header('vary', 'accept-language');
    try {
      return await make();
    } catch (error) {
      const code = error instanceof Problem ? error.code : undefined;
      const locale = localeOf(request.headers['accept-language']);
      if (code === 'survey-answered' || code === 'survey-closed') return saying(locale, code === 'survey-answered' ? 'answered' : 'closed');
      if (code !== 'link-unknown') throw error;
      void reply.status(404);
      return saying(locale, 'unknown');
    }
  }
}

/** The language of the page's own link, else the one that the browser asks for, else the firm's. */
function inChosen(opened: Opened, request: FastifyRequest): Opened {
  const { lang } = request.query as Record<string, unknown>;
  const asked = request.headers['accept-language'];
  const locale = lang === 'fr' || lang === 'en' ? lang : asked !== undefined && /\b(?:fr|en)\b/i.test(asked) ? localeOf(asked) : opened.locale;
  return { ...opened, locale, view: { ...opened.view, label: opened.scheme.name[locale] } };
}
