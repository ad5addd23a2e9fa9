import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { ACCESS_RULE, type AccessRule } from './access.js';

/** Applies the route's `@Access` rule; a route without one is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Access rule`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { caller, refusal } = request;
    const words: readonly string[] = rule;
    // A form of a public page carries whatever cookie the browser has: its sender is a visitor there, like everybody.
    if (refusal?.code === 'header-needed' && words.includes('public')) {
      delete request.caller;
      return true;
    }
    if (refusal) throw refusal;
    if (words.includes('public')) return true;
    if (!caller) throw new Problem(401, 'sign-in-needed');
    if (words.includes('signed-in') || caller.roles.some((role) => words.includes(role))) return true;
    throw new Problem(403, 'forbidden', { roles: words.join(', ') });
  }
}
