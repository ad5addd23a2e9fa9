import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { Problem } from '../http/problem.js';

/** Who is calling. `applicant` is among the roles while the person belongs to at least one pole. */
export interface Caller {
  readonly personId: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly roles: readonly Role[];
  readonly via: 'session' | 'token';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the identification guard; undefined for a visitor. */
    caller?: Caller;
    /** Why this request is refused, found while identifying; thrown after the request was counted. */
    refusal?: Problem;
  }
}

/** Gives a route its caller; use it where the rule is not `public`. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined =>
  context.switchToHttp().getRequest<FastifyRequest>().caller);

/** True when the caller holds one of the roles. */
export function hasRole(caller: Caller, ...roles: readonly Role[]): boolean {
  return caller.roles.some((role) => roles.includes(role));
}
