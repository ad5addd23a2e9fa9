import type { ArgumentMetadata } from '@nestjs/common';
import { type ApplicationFilter, listApplications } from '../../../../libs/persistence/src/application/application.queries.js';
import { type LabelFilter, listLabels } from '../../../../libs/persistence/src/award/award.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { type Addressee, addressees } from '../../../../libs/persistence/src/mailing/mailing.queries.js';
import { ApplicationQueryDto } from '../application/application.dto.js';
import { LabelQueryDto } from '../award/award.dto.js';
import { faultAt } from '../http/field-fault.js';
import { Problem } from '../http/problem.js';
import { validationPipe } from '../http/validation.pipe.js';

/** The most files that are written to at once. */
export const mostFiles = 1000;

type Query = { readonly path: '/api/applications'; readonly filter: ApplicationQueryDto } | { readonly path: '/api/labels'; readonly filter: LabelQueryDto };
const filters = { '/api/applications': ApplicationQueryDto, '/api/labels': LabelQueryDto } as const;
/** Where one looks in a list and how it is written, not what is in it. */
const places = ['limit', 'cursor', 'sort', 'format'];

/**
 * Reads a list's address by the rules of the list itself.
 * @throws Problem 422 at `/list` for another address, a filter that the list refuses, and `mine`, which is nobody else's list
 */
export async function readList(address: string): Promise<Query> {
  const [path = '', search = ''] = address.replace(/^https?:\/\/[^/]+/, '').split('?', 2);
  const wrong = new Problem(422, 'invalid', {}, [faultAt('/list', 'list-address')]);
  if (path !== '/api/applications' && path !== '/api/labels') throw wrong;
  const entries = [...new URLSearchParams(search)].filter(([name]) => !places.includes(name));
  // Of two values of one filter only one would count: that is not what the reader of the address thinks.
  if (new Set(entries.map(([name]) => name)).size !== entries.length || entries.some(([name]) => name === 'mine')) throw wrong;
  const metadata: ArgumentMetadata = { type: 'query', metatype: filters[path] };
  try {
    return { path, filter: await validationPipe().transform(Object.fromEntries(entries), metadata) } as Query;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(422, 'invalid', {}, error.errors?.map(({ pointer, ...fault }) => ({ ...fault, pointer: `/list${pointer}` })));
  }
}

/** What the database is asked for: whatever the list's own filter can say, in its words. `mine` never comes this far. */
export function narrowingOf(query: Extract<Query, { path: '/api/applications' }>): Omit<ApplicationFilter, 'limit'>;
export function narrowingOf(query: Extract<Query, { path: '/api/labels' }>): Omit<LabelFilter, 'limit'>;
export function narrowingOf({ path, filter }: Query): Omit<ApplicationFilter, 'limit'> | Omit<LabelFilter, 'limit'> {
  // Spread, so that a filter that the list learns is the mailing's too.
  const { call, pole, status, limit: _limit, cursor: _cursor, sort: _sort, format: _format, ...rest } = filter;
  const inCall = call === undefined ? {} : { call: `call/${call}` };
  return path === '/api/applications'
    ? { ...rest, ...inCall, pole, status: status === undefined ? undefined : [status] }
    : { ...rest, ...inCall, poleId: pole, status };
}

/**
 * The files of a list now, as the secretariat sees it.
 * @throws Problem 422 as `readList`, 409 `list-too-long`
 */
export async function filesOf(db: Database, address: string): Promise<Addressee[]> {
  const query = await readList(address);
  const limit = mostFiles + 1;
  const ids = query.path === '/api/applications'
    ? (await listApplications(db, { ...narrowingOf(query), limit })).map(({ id }) => `application/${id}`)
    : (await listLabels(db, { ...narrowingOf(query), limit })).map(({ id }) => id);
  if (ids.length > mostFiles) throw new Problem(409, 'list-too-long', { max: mostFiles });
  return addressees(db, ids);
}
