import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { FinancingData, Instalment } from './financing.data.js';
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

/** What opened the gate of a payment, in words. */
const payments = {
  'contract-signed': { fr: 'avance', en: 'advance' },
  'report-validated': { fr: 'versement après la validation du rapport', en: 'payment after the validation of the report' },
  'financial-report-validated': { fr: 'versement après la validation du compte rendu financier', en: 'payment after the validation of the financial report' },
} as const;

/** Which payment it is, and the days of the agreement that it belongs to. */
export function paymentFacts({ agreements }: FinancingData, { gate, agreement }: Pick<Instalment, 'gate' | 'agreement'>): Facts {
  const of = agreements.find(({ n }) => n === agreement);
  return { payment: payments[gate], ...(of ? { from: of.from, to: of.to } : {}) };
}

/** Before and after the date of a recovery, the pole is reminded of what is still owed. */
export function remindOfRecovery(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const owed = file.data.recoveries.filter((one) => one.state === 'demanded' && one.dueOn === due).reduce((sum, one) => sum + one.cents - one.recovered, 0);
  if (owed === 0) return [];
  return [toPole(file, 'financing.recovery-reminder', `recovery-due/reminder/${deadline.offset}/${due}`, { facts: { amount: euros(owed), dueOn: due }, whileStatus: ['current', 'frozen', 'settling'] })];
}
