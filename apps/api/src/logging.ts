import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../../../libs/config/src/config.js';

/** One line per request: method, path without its query, status, time. No body, header, address or cookie is ever logged. */
export function loggingParams(level: Config['logLevel']): Params {
  return {
    pinoHttp: {
      level,
      autoLogging: { ignore: (request: IncomingMessage) => /^\/api\/(health|ready)$/.test(request.url ?? '') },
      serializers: {
        req: (request: { id: unknown; method: string; url: string }) => ({ id: request.id, method: request.method, path: request.url.split('?')[0] }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    },
  };
}
