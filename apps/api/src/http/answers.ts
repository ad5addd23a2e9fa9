import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from './locale.js';
import { Problem, problemBody } from './problem.js';

/** What somebody who is signed in was answered is theirs: no cache keeps it, unless the route says how (Fastify's `onSend`). */
export async function noStoreForCallers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.caller && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}

/** Answers an address that Fastify cannot read (`%ff`) before any route or filter sees it (its `frameworkErrors`). */
export function refuseUnreadableAddress(_: Error, request: FastifyRequest, reply: FastifyReply): void {
  const locale = localeOf(request.headers['accept-language']);
  void reply.status(400).header('content-language', locale).header('vary', 'accept-language').header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(problemBody(new Problem(400, 'bad-address'), locale, request.url.split('?')[0] ?? '/'));
}
