import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { FinancingData } from './financing.data.js';
import { euros } from './money.js';

type File = Pick<Standing<string, FinancingData>, 'subject' | 'data'>;
type Rest = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** Tells those who answer for the pole. `key` is unique within this financing. */
export function toPole(file: File, template: string, key: string, rest: Rest = {}, pole = file.data.pole): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole, significant: true }, ...rest };
}

/** Tells the case officer of the label. */
export function toOfficer(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...rest };
}

export function toAuthority(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, ...rest };
}

/** Bank details: the pole, and whoever gave those in force, though that person may have left it; under one key, so that nobody is told twice. */
export function toOldContacts(file: File, template: string, key: string, rest: Rest = {}): Notice[] {
  const { bank } = file.data;
  const told = toPole(file, template, key, rest);
  return bank === null || bank.proposedBy === '' ? [told] : [told, { template, key: told.key, audience: { person: bank.proposedBy }, ...rest }];
}

/** Before and after the date of a recovery, the pole is reminded of what is still owed. */
export function remindOfRecovery(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const owed = file.data.recoveries.filter((one) => one.state === 'demanded' && one.dueOn === due).reduce((sum, one) => sum + one.cents - one.recovered, 0);
  if (owed === 0) return [];
  return [toPole(file, 'financing.recovery-reminder', `recovery-due/reminder/${deadline.offset}/${due}`, { facts: { amount: euros(owed), dueOn: due }, whileStatus: ['current', 'frozen', 'settling'] })];
}
