import { awardProcedure } from '../../libs/domain/src/award/award.procedure.js';
import { standing } from '../../libs/domain/src/award/award.status.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** A label, from its award to its end. Ends when the contract was not signed in time, or with the label's last day. */
export async function award(start: FileStart): Promise<void> {
  const file = openFile(awardProcedure, start);
  // The notified decision awards the label, which gets its number; a label that was awarded elsewhere comes with its own.
  if (!(await file.begins())) return;
  // The pole and the authority sign the contract, in either order; unsigned on its last day, the award lapses.
  await file.during('awaiting_contract');
  // The label is in force. Monitoring and renewal run beside it; its last day comes whatever they say.
  await file.during(...standing);
  await file.untilEnded();
}
