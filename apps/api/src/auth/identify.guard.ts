import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../../../../libs/config/src/config.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type Identity, identityOfSession, identityOfToken } from '../../../../libs/persistence/src/people/identity.queries.js';
import { CONFIG, DATABASE } from '../environment/tokens.js';
import { Problem } from '../http/problem.js';
import type { Caller } from './caller.js';
import { sessionCookie } from './cookies.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Finds out who calls, by `Authorization: Bearer est_…` or by the session cookie; it refuses nobody for lack of a sign-in.
 * A wrong or expired bearer token is refused (by the last guard: the request counts for its address first), a wrong cookie is a visitor
 * (browsers keep old ones).
 *
 * CSRF: a request that changes something with a cookie must carry `x-estampille: 1`. A page of another origin cannot set
 * a header of its own without a preflight, and this API answers no preflight. Tokens need no such header: nothing sends them by itself.
 */
@Injectable()
export class IdentifyGuard implements CanActivate {
  private readonly cookie: string;

  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(CONFIG) config: Config) {
    this.cookie = sessionCookie(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) {
      const identity = token.startsWith('est_') ? await identityOfToken(this.db, token) : undefined;
      if (!identity) request.refusal = new Problem(401, 'sign-in-needed');
      else request.caller = callerOf(identity, 'token');
      return true;
    }
    const secret = request.cookies[this.cookie];
    const identity = secret ? await identityOfSession(this.db, secret) : undefined;
    if (!identity) return true;
    if (!safeMethods.has(request.method) && request.headers['x-estampille'] !== '1') request.refusal = new Problem(403, 'header-needed');
    request.caller = callerOf(identity, 'session');
    return true;
  }
}

function callerOf(identity: Identity, via: Caller['via']): Caller {
  const roles = identity.belongs ? ['applicant' as const, ...identity.roles] : identity.roles;
  return { personId: identity.personId, name: identity.name, locale: identity.locale, roles, via };
}
