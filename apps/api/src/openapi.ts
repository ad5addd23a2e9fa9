import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { accessExtension } from './auth/access.js';
import { sessionCookie } from './auth/cookies.js';
import type { Config } from '../../../libs/config/src/config.js';

const problemSchema = {
  type: 'object', required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' }, instance: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', required: ['pointer', 'code', 'detail'], properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } } } },
  },
};

/** Serves the OpenAPI 3.1 document at /api/openapi.json and a page to try it at /api/docs, from our own host. */
export function serveOpenApi(app: NestFastifyApplication, config: Config): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describe(app, config)), {
    jsonDocumentUrl: 'api/openapi.json', raw: ['json'], customSiteTitle: 'Estampille – API',
    swaggerOptions: {
      // Runs in the browser: what the CSRF rule asks of a request from a session.
      requestInterceptor: (request: { headers: Record<string, string> }) => { request.headers['x-estampille'] = '1'; return request; },
    },
  });
}

function describe(app: NestFastifyApplication, config: Config): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Estampille').setVersion('0.1.0').setOpenAPIVersion('3.1.0')
    .setDescription('The whole life of a label. Errors are RFC 9457 problems with a stable `code`; French or English by Accept-Language.')
    .addCookieAuth(sessionCookie(config), undefined, 'session').addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, { ...base, security: [{ session: [] }, { token: [] }] },
    { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema as never } };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Record<string, unknown>)) {
      if (isOperation(operation)) complete(operation);
    }
  }
  return document;
}

interface Operation { responses: Record<string, unknown>; security?: unknown[]; [accessExtension]?: string[] }

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'responses' in value;
}

/** Public operations say so, and every operation says how it refuses. */
function complete(operation: Operation): void {
  if (operation[accessExtension]?.includes('public')) operation.security = [];
  operation.responses['default'] ??= { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}
