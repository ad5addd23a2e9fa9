import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, from } from 'rxjs';
import { civilDateOf } from '../../../../../libs/domain/src/calendar/instants.js';
import { writtenDate } from '../../../../../libs/domain/src/notification/dates.js';
import type { Database } from '../../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../../libs/persistence/src/procedure/clock.queries.js';
import type { Caller } from '../../auth/caller.js';
import { DATABASE } from '../../environment/tokens.js';
import { type Locale, localeOf } from '../../http/locale.js';
import { LIST_ITEM, type Page, xlsxType } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { ExportService } from '../export.service.js';
import { attachmentDisposition } from '../file-name.js';
import { columnsOf } from './columns.js';
import { SheetWriter } from './sheet.writer.js';

/** A sheet has at most so many rows; who wants more narrows the filter. */
export const mostRows = 10_000;
const zone = 'Europe/Paris';

const labels: Record<Locale, { address: string; by: string; on: string; rows: string; zone: string }> = {
  fr: { address: 'Liste et filtre', by: 'Exporté par', on: 'Exporté le', rows: 'Nombre de lignes', zone: 'Heures' },
  en: { address: 'List and filter', by: 'Exported by', on: 'Exported on', rows: 'Number of rows', zone: 'Hours' },
};

/**
 * Answers every list (`@Paged`) as a spreadsheet when asked with `?format=xlsx`: the route's own handler is asked for page after
 * page, so that filter, rights and order are the list's own. Journalled.
 */
@Injectable()
export class ListExportInterceptor implements NestInterceptor {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reflector: Reflector, private readonly exports: ExportService, private readonly sheets: SheetWriter) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const dto = this.reflector.get<(new () => object) | undefined>(LIST_ITEM, context.getHandler());
    if (context.getType() !== 'http' || !dto) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    if (request.query['format'] !== 'xlsx') return next.handle();
    return from(this.export(dto, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async export(dto: new () => object, request: FastifyRequest<{ Querystring: Record<string, unknown> }>, reply: FastifyReply, next: CallHandler): Promise<StreamableFile> {
    const { caller } = request;
    if (!caller) throw new Problem(401, 'sign-in-needed');
    const locale = localeOf(request.headers['accept-language']);
    const today = civilDateOf(await clockNow(this.db), zone);
    let extent = 0;
    const bytes = await this.sheets.write(caller.personId, async () => {
      const rows = await this.allRows(request, next);
      extent = rows.length;
      return { columns: columnsOf(dto, locale), rows, locale, zone, about: about(caller, request.originalUrl, today, extent, locale) };
    });
    await this.exports.journal(caller, { bytes, format: 'xlsx', address: request.originalUrl, subject: null, extent });
    void reply.header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff').header('content-language', locale);
    return new StreamableFile(bytes, { type: xlsxType, length: bytes.length, disposition: attachmentDisposition(`${nameOf(request.originalUrl)}-${today}.xlsx`) });
  }

  /** @throws Problem 422 `export-too-large` */
  private async allRows(request: FastifyRequest<{ Querystring: Record<string, unknown> }>, next: CallHandler): Promise<object[]> {
    const { cursor: _cursor, ...asked } = request.query;
    const rows: object[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      // The pipes of the route read the request's query again at each page.
      request.query = { ...asked, limit: '100', ...(cursor === '' ? {} : { cursor }) };
      const page: Page<object> = await lastValueFrom(next.handle() as Observable<Page<object>>);
      rows.push(...page.items);
      if (rows.length > mostRows) throw new Problem(422, 'export-too-large', { max: mostRows });
      cursor = page.next;
    }
    return rows;
  }
}

function about({ name }: Caller, address: string, today: string, rows: number, locale: Locale): [string, string][] {
  const label = labels[locale];
  return [[label.address, address], [label.by, name], [label.on, writtenDate(today, locale)], [label.rows, String(rows)], [label.zone, zone]];
}

/** `/api/me/tasks?…` is called tasks. */
function nameOf(url: string): string {
  return (url.split('?')[0] ?? '').split('/').filter((part) => /^[a-z-]+$/.test(part)).at(-1) ?? 'list';
}
