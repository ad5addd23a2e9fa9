import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../../libs/config/src/config.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { closeSession, openSession, sessionMs } from '../../../../libs/persistence/src/people/session.commands.js';
import { personOfIdentity } from '../../../../libs/persistence/src/people/sign-in.commands.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { Choice, Text } from '../http/fields.js';
import { localeOf } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import { Access } from './access.js';
import { attemptCookie, cookieOptions, sessionCookie } from './cookies.js';
import { type Attempt, OidcClient } from './oidc.client.js';
import { localPath } from './return-to.js';

class SignInQuery {
  @Text({ max: 500, optional: true, description: 'A path of this site to come back to.' })
  returnTo?: string;

  @Choice(['login'], { optional: true, description: 'Asks who it is, even of a browser that is signed in: to sign in as somebody else.' })
  prompt?: 'login';
}

class SignedOut {
  @Text({ max: 2000, description: 'Where to send the browser to end the provider’s session too.' })
  signOutUrl!: string;
}

const attemptPath = '/api/auth';
const attemptSeconds = 600;

@ApiTags('sign-in')
@Controller('auth')
export class AuthController {
  constructor(private readonly oidc: OidcClient, @Inject(CONFIG) private readonly config: Config, @Inject(DATABASE) private readonly db: Database) {}

  @ApiOperation({ summary: 'Sends the browser to the identity provider.', description: 'What the callback must check waits in a signed cookie of ten minutes.' })
  @Get('sign-in') @Access('public') @ApiFoundResponse()
  async signIn(@Query() query: SignInQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { url, attempt } = await this.oidc.begin(localPath(query.returnTo, this.config.api.publicUrl), localeOf(request.headers['accept-language']), query.prompt);
    await reply
      .setCookie(attemptCookie, JSON.stringify(attempt), { ...cookieOptions(this.config, attemptSeconds, attemptPath), signed: true })
      .header('cache-control', 'no-store').redirect(url, 302);
  }

  @ApiOperation({ summary: 'The provider’s answer: opens a new session and goes back to where the person came from.' })
  @Get('callback') @Access('public') @ApiFoundResponse()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const kept = request.unsignCookie(request.cookies[attemptCookie] ?? '');
    void reply.clearCookie(attemptCookie, { path: attemptPath });
    if (!kept.valid || !kept.value) throw new Problem(400, 'sign-in-failed');
    const attempt = JSON.parse(kept.value) as Attempt;
    const mark = request.url.indexOf('?');
    const claims = await this.oidc.finish(mark < 0 ? '' : request.url.slice(mark), attempt);
    const signedIn = await personOfIdentity(this.db, claims);
    if (!signedIn.ok) throw new Problem(409, signedIn.code);
    const name = sessionCookie(this.config);
    const secret = await openSession(this.db, signedIn.personId, request.cookies[name]);
    await reply.setCookie(name, secret, cookieOptions(this.config, sessionMs / 1000))
      .header('cache-control', 'no-store').redirect(attempt.returnTo, 302);
  }

  @ApiOperation({ summary: 'Ends the session.' })
  @Post('sign-out') @Access('signed-in') @HttpCode(200) @ApiOkResponse({ type: SignedOut })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedOut> {
    const name = sessionCookie(this.config);
    const secret = request.cookies[name];
    if (secret) await closeSession(this.db, secret);
    void reply.clearCookie(name, cookieOptions(this.config, 0));
    return { signOutUrl: await this.oidc.signOutUrl() };
  }
}
