import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Audience, Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { AwardData } from './award.data.js';

type File = Standing<string, AwardData>;

/** Whoever has not signed yet is reminded, and nobody else; of a renewal, also of the present label's last day as long as it lies ahead. */
export function remindToSign(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const { previousEndsOn } = file.data;
  const facts: Facts = typeof previousEndsOn === 'string' && previousEndsOn >= deadline.on ? { limitOn: due, previousEndsOn } : { limitOn: due };
  return missingSignatories(file.data).map(([name, audience]) => ({
    template: 'award.contract-reminder',
    key: `${file.subject}/contract-due/reminder/${deadline.offset}/${due}/${name}`,
    audience,
    facts,
    whileStatus: ['awaiting_contract'],
  }));
}

function missingSignatories(data: AwardData): (readonly [string, Audience])[] {
  return [
    ...(data.signedOn === null ? [['pole', { pole: data.pole, significant: true }] as const] : []),
    ...(data.countersignedOn === null ? [['authority', { role: 'authority' }] as const] : []),
  ];
}

/** Tells those who answer for the pole. */
export function toPole(file: File, template: string, key: string, rest: Pick<Notice, 'facts' | 'dates' | 'whileStatus'> = {}, pole = file.data.pole): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole, significant: true }, ...rest };
}

/** Tells the authority. */
export function toAuthority(file: File, template: string, key: string, rest: Pick<Notice, 'facts' | 'dates' | 'whileStatus'> = {}): Notice {
  return { template, key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, ...rest };
}

/** Tells the case officer. */
export function toOfficer(file: File, template: string, key: string, rest: Pick<Notice, 'facts' | 'dates' | 'whileStatus'> = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...rest };
}

/** A holder that has not answered the notice hears once more until when it may. */
export function remindOfObservations(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  if (!file.data.notice || file.data.notice.observedOn !== null) return [];
  return [toPole(file, 'award.observations-reminder', `observations-due/reminder/${deadline.offset}/${due}`, { facts: { limitOn: due }, whileStatus: ['under_notice', 'suspended'] })];
}

/** The suspension comes to its end: the authority reinstates or gives notice of withdrawal before that day. */
export function remindOfSuspension(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const key = `suspension-limit/reminder/${deadline.offset}/${due}`;
  const rest = { facts: { limitOn: due }, whileStatus: ['suspended'] };
  return [toAuthority(file, 'award.suspension-reminder', key, rest), toOfficer(file, 'award.suspension-reminder', key, rest)];
}
