import { surveyProcedure } from '../../libs/domain/src/survey/survey.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** The survey of the firms served in one period. Ends with its result, and once the firms' names are erased. */
export async function survey(start: FileStart): Promise<void> {
  const file = openFile(surveyProcedure, start);
  // A monitoring period opens: its firms are to be asked.
  if (!(await file.begins())) return;
  // The centre lists the firms that it serves, or declares a survey of its own; without either there is none.
  await file.during('listing');
  // Each firm has its mail; who has not answered is asked again. At the end the answers are counted.
  await file.during('open');
  // The names go when their time is over.
  await file.untilEnded();
}
