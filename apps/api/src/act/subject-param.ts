import type { SubjectKind } from '../../../../libs/domain/src/procedure/subject.js';
import { Problem } from '../http/problem.js';

/** The collections of the API and the kinds of subject in them. */
export const collections: Readonly<Record<string, SubjectKind>> = {
  calls: 'call', applications: 'application', appraisals: 'appraisal', labels: 'award', monitorings: 'monitoring', renewals: 'renewal', sessions: 'session', appeals: 'appeal', changes: 'change', surveys: 'survey', financings: 'financing',
};

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/**
 * The subject behind an address. An appraisal's `appraisal/<uuid>/<n>`, an appeal's too, is written `<uuid>-<n>` there.
 * @throws Problem 404 for anything that is no such address
 */
export function subjectOf(collection: string, id: string): string {
  const kind = Object.hasOwn(collections, collection) ? collections[collection] : undefined;
  const pattern = kind === 'appraisal' || kind === 'appeal' || kind === 'survey' ? new RegExp(`^(${UUID})-(\\d{1,4})$`) : new RegExp(`^(${UUID})$`);
  const match = pattern.exec(id.toLowerCase());
  if (!kind || !match) throw new Problem(404, 'not-found');
  return [kind, ...match.slice(1)].join('/');
}

/** The address of a subject in its collection. */
export function addressOf(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1).replace('/', '-');
}

/** The path under which the API shows a subject. */
export function linkTo(subject: string): string {
  const kind = subject.slice(0, subject.indexOf('/'));
  const collection = Object.keys(collections).find((name) => collections[name] === kind) ?? '';
  return `/api/${collection}/${addressOf(subject)}`;
}
