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
