import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { ApplicationFile, Saying } from './application.notices.js';

/** To the authority, which owes the answer, and to the case officer, who prepares it. */
export function tellAuthorityAndOfficer(file: ApplicationFile, what: string, saying: Saying, occasion: string | number = file.seq + 1): Notice[] {
  const template = `application.${what}`;
  return [
    { template, key: `${file.subject}/${what}/authority/${occasion}`, audience: { role: 'authority' }, ...saying },
    { template, key: `${file.subject}/${what}/officer/${occasion}`, audience: { officerOf: file.subject }, ...saying },
  ];
}

export function remindOfReasons(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return tellAuthorityAndOfficer(file, 'reasons-due', { facts: { dueOn: due } }, `${reminder.offset}/${due}`);
}
