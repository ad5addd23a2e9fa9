import { renewalProcedure } from '../../libs/domain/src/renewal/renewal.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** The watch over a label's end. Ends when it is renewed or not, when the label ended before its day, or some weeks after it lapsed, when nothing that was in time can still arrive. */
export async function renewal(start: FileStart): Promise<void> {
  const file = openFile(renewalProcedure, start);
  // Both parties have signed: the label's end is known.
  if (!(await file.begins())) return;
  // Years pass. The window opens some months before the end; an extension may move both.
  await file.during('not_due');
  // The holder is reminded until a file is in; a file withdrawn or inadmissible gives the days that remain back. Nothing by the last day: the label lapses, or may be restored for a while.
  await file.during('window_open', 'submitted', 'restorable', 'not_due');
  await file.untilEnded();
}
