import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import { sealed } from '../../../domain/src/application/application.status.js';
import type { Database } from '../database.js';
import { subjectById, type SubjectRow } from '../procedure/standing.queries.js';

/** Whether the panel has gone on without the expert of this appraisal: somebody came in the place, or the experts' part is over. */
export async function isReplaced(db: Database, { id, parentId }: Pick<SubjectRow, 'id' | 'parentId'>): Promise<boolean> {
  const application = await subjectById(db, parentId ?? '');
  const { appraisals } = (application?.data ?? { appraisals: [] }) as unknown as Pick<ApplicationData, 'appraisals'>;
  const n = Number(id.split('/').at(-1));
  return !(sealed as readonly string[]).includes(application?.status ?? '') || appraisals.some((one) => one.replaces === n);
}
