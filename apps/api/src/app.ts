import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Config } from '../../../libs/config/src/config.js';
import { AppModule } from './app.module.js';
import { isSecure } from './auth/cookies.js';
import { noStoreForCallers, refuseUnreadableAddress } from './http/answers.js';
import { boundBody } from './http/body-bounds.js';
import { revalidate } from './http/revalidated.js';
import { validationPipe } from './http/validation.pipe.js';
import { serveOpenApi } from './openapi.js';

/** JSON bodies, in bytes. Attachments come as multipart and have their own limit. */
const bodyLimit = 1024 * 1024;
const attachmentLimit = 25 * 1024 * 1024;

/** The whole API, not yet listening. `close()` ends requests in flight, then connections. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const { trustedProxies } = config.api;
  const adapter = new FastifyAdapter({ bodyLimit, trustProxy: trustedProxies.length > 0 && [...trustedProxies], forceCloseConnections: 'idle', genReqId: () => randomUUID(), routerOptions: { maxParamLength: 200 }, frameworkErrors: refuseUnreadableAddress });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  // What mails and QR codes link to is for people, not for programs; some addresses are fixed by standards.
  app.setGlobalPrefix('api', { exclude: ['tasks/:kind/:key', 'tasks/:kind/:key/:n', 'questionnaires/:token', 'questionnaires/leave/:token', 'verify', 'verify/:number', '.well-known/did.json', 'calendar/:secret'] });
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(isSecure(config)) },
    strictTransportSecurity: isSecure(config),
    crossOriginOpenerPolicy: isSecure(config),
  });
  await app.register(cookie, { secret: config.sessionSecret });
  await app.register(multipart, { limits: { fileSize: attachmentLimit, files: 1, fields: 10, fieldSize: 10_000, parts: 11 } });
  adapter.getInstance().addHook('preValidation', async (request) => {
    boundBody(request.body);
  });
  adapter.getInstance().addHook('onSend', revalidate);
  adapter.getInstance().addHook('onSend', noStoreForCallers);
  // Only the page to try the API styles itself inline (it is not ours); it holds no data of anybody.
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    if (!/^\/api\/docs\/?$/.test(request.url.split('?')[0] ?? '')) return;
    const policy = reply.getHeader('content-security-policy');
    if (typeof policy === 'string') reply.header('content-security-policy', policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
  });
  serveOpenApi(app, config);
  return app;
}

function contentPolicy(secure: boolean): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'font-src': ["'self'"],
    'connect-src': ["'self'"], 'object-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"],
    ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
  };
}
