import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger, ServiceUnavailableException } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withoutValues } from '../../../../libs/config/src/logged-error.js';
import { ActReceived } from '../act/act-received.js';
import { localeOf } from './locale.js';
import { Problem, problemBody, type ProblemCode } from './problem.js';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed', 401: 'sign-in-needed', 403: 'forbidden', 404: 'not-found', 405: 'method-not-allowed',
  413: 'too-large', 415: 'unsupported-media-type', 429: 'too-many-requests',
};

/** Turns whatever was thrown into `application/problem+json`. What nobody expected is logged under a reference and says nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (thrown instanceof ActReceived) return void reply.status(202).header('cache-control', 'no-store').send(thrown.getResponse());
    const problem = this.problemOf(thrown);
    const locale = localeOf(request.headers['accept-language']);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status)
      .header('content-language', locale).header('vary', 'accept-language').header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(problemBody(problem, locale, request.url.split('?')[0] ?? '/'));
  }

  private problemOf(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof ThrottlerException) return new Problem(429, 'too-many-requests');
    const status = statusOf(thrown);
    if (status !== undefined && status < 500) return new Problem(status, codeOfStatus[status] ?? 'request-refused');
    if (thrown instanceof ServiceUnavailableException) return new Problem(503, 'unavailable');
    if (isDatabaseGone(thrown)) {
      this.logger.error({ err: withoutValues(thrown) }, 'The database does not answer');
      return new Problem(503, 'unavailable');
    }
    const reference = randomUUID();
    this.logger.error({ err: withoutValues(thrown), reference }, 'Unexpected error');
    return new Problem(status ?? 500, 'internal', { reference }, undefined, { reference });
  }
}

/** Nest's exceptions know their status; Fastify's own errors (body too large, bad JSON) carry `statusCode`. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || !('code' in thrown)) return undefined;
  const fromFastify = typeof thrown.code === 'string' && thrown.code.startsWith('FST_');
  return fromFastify && typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

/** Refused, cut or timed-out connections, and PostgreSQL that starts or stops (classes 08 and 57P). */
function isDatabaseGone(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08\d{3}|57P0\d|53300)$/.test(code) || error.message === 'Connection terminated unexpectedly') return true;
  }
  return false;
}
