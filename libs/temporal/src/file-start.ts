import { kindOf, type SubjectId } from '../../domain/src/procedure/subject.js';
import { termsOf } from '../../domain/src/scheme/terms.js';
import { clockSetting } from '../../persistence/src/procedure/clock.queries.js';
import { standingOf, subjectById } from '../../persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../persistence/src/scheme/scheme.queries.js';
import type { Database } from '../../persistence/src/database.js';
import type { FileStart } from '../../../workflows/procedure/procedure.messages.js';

/**
 * What a subject's workflow begins with: its terms, the clock, and where it stands when it has a journal already
 * (Temporal's database was lost, or a run ended that should not have).
 */
export async function fileStart(db: Database, subject: SubjectId, schemeId: string): Promise<FileStart> {
  const row = await subjectById(db, subject);
  const scheme = await schemeById(db, row?.schemeId ?? schemeId);
  return {
    subject, schema: 1, terms: termsOf(scheme)[kindOf(subject)], clock: await clockSetting(db),
    ...(row ? { standing: standingOf(row) } : {}),
  };
}
