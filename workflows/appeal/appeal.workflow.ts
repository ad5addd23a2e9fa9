import { appealProcedure } from '../../libs/domain/src/appeal/appeal.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/**
 * An appeal to the authority against its own decision. Ends when it is upheld or has lost its object, or, after a dismissal, with the
 * time to go to court.
 */
export async function appeal(start: FileStart): Promise<void> {
  const file = openFile(appealProcedure, start);
  // The applicant lodges it: in time, or refused and then nothing has begun.
  if (!(await file.begins())) return;
  // The secretariat takes it up and names who examines it. From receipt on, two months of silence dismiss it.
  await file.during('lodged');
  // The authority decides, by others than those who decided first.
  await file.during('under_review');
  await file.untilEnded();
}
