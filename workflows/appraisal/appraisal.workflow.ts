import { appraisalProcedure } from '../../libs/domain/src/appraisal/appraisal.procedure.js';
import type { FileStart } from '../procedure/procedure.messages.js';
import { openFile } from '../procedure/file.js';

/**
 * One expert appraises one application. Ends when the scores are revealed, or as soon as this expert's part is over without scores:
 * declined, recused, gone, replaced, or no longer needed.
 */
export async function appraisal(start: FileStart): Promise<void> {
  const file = openFile(appraisalProcedure, start);
  // The application invites the expert.
  await file.during('new');
  // The expert says whether there is a conflict of interest, knowing only the names. Silence counts as a refusal.
  await file.during('invited');
  // Free of conflict, the expert reads the file and takes the task or declines it, within the same time.
  await file.during('declared');
  // The expert scores: reminders, then the case officer is told, then the expert counts as gone.
  await file.during('accepted');
  // The scores stay sealed until every expert's are in.
  await file.during('submitted');
  await file.untilEnded();
}
