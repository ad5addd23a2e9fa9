import type { ApplicationData } from '../../../domain/src/application/application.data.js';
import { shortBy } from '../../../domain/src/application/panel.js';
import type { Database } from '../database.js';
import { subjectById, type SubjectRow } from '../procedure/standing.queries.js';
import { schemeById } from '../scheme/scheme.queries.js';

/** Whether the panel has gone on without the expert of this appraisal: the place is taken, or the experts' part is over. */
export async function isReplaced(db: Database, { id, parentId }: Pick<SubjectRow, 'id' | 'parentId'>): Promise<boolean> {
  const application = await subjectById(db, parentId ?? '');
  if (!application) return true;
  // A label at mid-term has named another expert, or will.
  if (application.kind !== 'application') return true;
  const { appraisals } = application.data as unknown as Pick<ApplicationData, 'appraisals'>;
  const n = Number(id.split('/').at(-1));
  if (appraisals.some((one) => one.replaces === n)) return true;
  // The third expert's place is free while another one is looked for.
  if (application.status === 'divergent') return false;
  return application.status !== 'under_appraisal' || shortBy(appraisals, (await schemeById(db, application.schemeId)).panel.experts) === 0;
}
