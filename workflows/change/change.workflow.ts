import { changeProcedure } from '../../libs/domain/src/change/change.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** A change of a label's holder. Ends when it has taken effect, or was refused or withdrawn. */
export async function change(start: FileStart): Promise<void> {
  const file = openFile(changeProcedure, start);
  // The holder says what changes and why.
  if (!(await file.begins())) return;
  // The secretariat examines it, asks for what is missing, decides what is light; the rest is proposed to the authority.
  await file.during('under_review', 'incomplete', 'proposed');
  // Accepted for a later day, it waits for it; the records change when it comes.
  await file.during('accepted');
  await file.untilEnded();
}
