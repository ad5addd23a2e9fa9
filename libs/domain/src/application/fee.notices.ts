import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { ApplicationFile } from './application.notices.js';
import { feeAwaitedIn } from './fee.js';

export function remindOfFee(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return [{
    template: 'application.fee-reminder', key: `${file.subject}/fee-due/reminder/${reminder.offset}/${due}`,
    audience: { pole: file.data.pole, significant: true }, facts: { limitOn: due }, whileStatus: [...feeAwaitedIn],
  }];
}
