import { callProcedure } from '../../libs/domain/src/call/call.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** A call for applications. Ends when its results are published; submissions never pass through it. */
export async function call(start: FileStart): Promise<void> {
  const file = openFile(callProcedure, start);
  if (!(await file.begins())) return;
  // Announced: it opens as its opening day begins.
  await file.during('draft');
  // Poles prepare and submit; unfinished drafts are reminded before the closing, which the secretariat may move.
  await file.during('open');
  // Closed: its files are on their way; the results will be published.
  await file.during('closed');
  await file.untilEnded();
}
