import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../../../libs/config/src/config.js';

/** A part of a path that is as long as a secret (a firm's link, a calendar's address) is one. Ids are shorter. */
const secretPart = /(?<=\/)[\w-]{43,}(?=\/|\.|$)/g;

/** A request's path as it may be logged: without its query, and without the secrets that stand in it. */
export function withoutSecrets(url: string): string {
  return (url.split('?')[0] ?? '').replaceAll(secretPart, '…');
}

/** One line per request: method, path without its query, status, time. No body, header, address or cookie is ever logged. */
export function loggingParams(level: Config['logLevel']): Params {
  return {
    pinoHttp: {
      level,
      autoLogging: { ignore: (request: IncomingMessage) => /^\/api\/(health|ready)$/.test(request.url ?? '') },
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({ id: request.id, method: request.method, path: withoutSecrets(request.url) }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    },
  };
}
