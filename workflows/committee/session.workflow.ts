import { sessionProcedure } from '../../libs/domain/src/committee/session.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** One session of the committee, on many files. Ends with the adoption of its minutes, or when it is cancelled. */
export async function session(start: FileStart): Promise<void> {
  const file = openFile(sessionProcedure, start);
  // The secretariat calls the members, in time, with the agenda; files come and go until the session opens.
  if (!(await file.begins())) return;
  await file.during('convened');
  // Half are not there: the members are called again, for the same files, and then no quorum is needed.
  await file.during('inquorate', 'reconvened');
  // The members sit: on each file those without an interest vote; the session proposes, the authority will decide.
  await file.during('quorate');
  // The secretary writes the minutes.
  await file.during('deliberated');
  // The members read them: silence adopts.
  await file.during('minutes_circulated');
  await file.untilEnded();
}
