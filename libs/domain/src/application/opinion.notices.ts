import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { ApplicationFile } from './application.notices.js';

export function remindOfOpinions(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return [{
    template: 'application.opinions-awaited', key: `${file.subject}/opinion-due/reminder/${reminder.offset}/${due}`,
    audience: { officerOf: file.subject }, facts: { limitOn: due },
  }];
}
