import { applicationProcedure } from '../../libs/domain/src/application/application.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** A pole's application. Ends with the time for an appeal against its decision, or with its withdrawal. */
export async function application(start: FileStart): Promise<void> {
  const file = openFile(applicationProcedure, start);
  // The submission: received in time, or refused and then nothing has begun.
  if (!(await file.begins())) return;
  // The secretariat reviews it and may ask for missing pieces; meanwhile the clock of implied rejection stands still.
  await file.during('submitted', 'incomplete');
  // Admissible: the secretariat names the experts.
  await file.during('admissible');
  // The experts write; whoever is lost is replaced; when all is in, each sees what the others wrote.
  await file.during('under_appraisal');
  // Two of them lie far apart: one more is called, and writes; there is no fourth.
  await file.during('divergent', 'third_review');
  // Where the scheme asks for it, the experts' report, then the applicant's reply.
  await file.during('consensus');
  await file.during('right_of_reply');
  // The committee proposes, or keeps the file on its reserve list; the authority signs, or defers and the committee proposes anew.
  // The secretariat notifies: only then is the label awarded or refused.
  await file.during('in_committee', 'on_reserve', 'decision_proposed');
  // A conditional award is followed until its last condition is met.
  await file.during('conditionally_awarded');
  await file.untilEnded();
}
