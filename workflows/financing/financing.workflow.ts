import { financingProcedure } from '../../libs/domain/src/financing/financing.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** The money of a label, from its first agreement until nobody owes anything any more. */
export async function financing(start: FileStart): Promise<void> {
  const file = openFile(financingProcedure, start);
  // The label is in force: its agreements are planned, the first advance is due.
  if (!(await file.begins())) return;
  // Reports open the gates, two people prepare and approve, a run takes what is approved to the bank, and spending settles each agreement. Nothing
  // goes out while the label is suspended; when it ends early, what was paid beyond its days comes back.
  await file.during('current', 'frozen', 'settling');
  await file.untilEnded();
}
