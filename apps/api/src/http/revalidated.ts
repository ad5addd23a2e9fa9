import { createHash } from 'node:crypto';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Marks a public route whose answers carry an ETag: who asks again is told 304 while nothing has changed (method decorator). */
export const Revalidated = (): MethodDecorator => RouteConfig({ revalidated: true });

/** Gives the marked routes' answers their ETag (Fastify's `onSend`). A cache may keep those of visitors, and asks each time whether they still hold. */
export async function revalidate(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const { revalidated } = request.routeOptions.config as { revalidated?: boolean };
  if (!revalidated || reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload;
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 32)}"`;
  if (!request.caller) reply.header('cache-control', 'public, no-cache');
  reply.header('etag', tag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (!known.includes(tag) && !known.includes('*')) return payload;
  reply.status(304).removeHeader('content-length').removeHeader('content-type');
  return '';
}
