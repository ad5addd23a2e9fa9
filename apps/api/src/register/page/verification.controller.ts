import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../../../libs/config/src/config.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../../libs/persistence/src/scheme/scheme.queries.js';
import { Access } from '../../auth/access.js';
import { CONFIG, DATABASE } from '../../environment/tokens.js';
import { isRealDate } from '../../http/fields.js';
import { type Locale, localeOf } from '../../http/locale.js';
import { Revalidated } from '../../http/revalidated.js';
import { readNumber } from '../label-number.js';
import { RegisterService } from '../register.service.js';
import { pagePolicy } from './html.js';
import { style } from './style.js';
import { verificationPage } from './verification.page.js';

const policy = pagePolicy(style);
/** What was typed, in whole characters: half of one can't be written into an address. */
const words = (value: unknown): string => (typeof value === 'string' ? [...wellFormed(value.trim())].slice(0, 60).join('') : '');
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The page behind the QR code of a certificate, and for whoever has only the number. For programs: /api/register/{number}. */
@ApiExcludeController()
@Controller('verify')
@Access('public')
export class VerificationController {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(DATABASE) private readonly db: Database, private readonly register: RegisterService) {}

  @Get() @Revalidated() @Header('content-type', 'text/html; charset=utf-8')
  ask(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(words(query['number']), query, request, reply);
  }

  @Get(':number') @Revalidated() @Header('content-type', 'text/html; charset=utf-8')
  check(@Param('number') number: string, @Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.page(words(number), query, request, reply);
  }

  /** Whatever is asked is answered with a page: who stands before a plaque with a phone has no use for a field's fault. */
  private async page(typed: string, query: Record<string, unknown>, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const asked = words(query['on']);
    const day = isRealDate(asked) ? asked : undefined;
    const known = readNumber(typed);
    const label = known === undefined ? undefined : await this.register.find(known, day);
    const locale = chosen(query['lang']) ?? localeOf(request.headers['accept-language']);
    const scheme = label && (await schemeById(this.db, label.schemeId));
    void reply.header('content-security-policy', policy).header('vary', 'accept-language').header('content-language', locale);
    return verificationPage({ locale, address: this.config.api.publicUrl, number: typed === '' ? undefined : (label?.number ?? known ?? typed), day, badDay: asked !== '' && day === undefined, label, scheme });
  }
}

function chosen(lang: unknown): Locale | undefined {
  return lang === 'fr' || lang === 'en' ? lang : undefined;
}
