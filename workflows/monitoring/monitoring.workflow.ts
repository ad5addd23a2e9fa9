import { monitoringProcedure } from '../../libs/domain/src/monitoring/monitoring.procedure.js';
import { openFile } from '../procedure/file.js';
import type { FileStart } from '../procedure/procedure.messages.js';

/** The yearly reports of a label, and the accounts of its money. Ends when the last period's report and account are validated, or found missing. */
export async function monitoring(start: FileStart): Promise<void> {
  const file = openFile(monitoringProcedure, start);
  // Both parties have signed: the first period opens.
  if (!(await file.begins())) return;
  while (!file.is('closed')) {
    // The year runs; the pole notes its actions, indicators and spending. An account of the year before may be on its way.
    await file.during('open');
    // Its report is awaited: reminders, then formal notice, then default. The secretariat validates it or returns it for correction.
    await file.during('report_due', 'overdue', 'formal_notice', 'under_review', 'correction_requested');
    // No more reports; the last account is still awaited or under review. An extension may open another period.
    await file.during('settling');
    // The next year begins on a new page of history.
    if (file.is('open')) await file.turnPage();
  }
  await file.untilEnded();
}
