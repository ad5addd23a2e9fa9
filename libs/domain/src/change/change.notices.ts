import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { ChangeData } from './change.data.js';
import { changeNames } from './change.kinds.js';

type File = Standing<string, ChangeData>;
type Rest = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** Tells those who answer for the pole. */
export function toPole(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole: file.data.pole, significant: true }, ...about(file, rest) };
}

/** Tells the case officer of the label. */
export function toOfficer(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...about(file, rest) };
}

/** Tells the authority. */
export function toAuthority(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/authority`, audience: { role: 'authority' }, ...about(file, rest) };
}

/** Each of them says what is to change. */
function about({ data: { what } }: File, rest: Rest): Rest {
  return { ...rest, facts: { what: changeNames[what], ...rest.facts } };
}

/** The review comes to its date. */
export function remindOfReview(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [toOfficer(file, 'change.review-reminder', `review-due/reminder/${deadline.offset}/${due}`, { facts: { dueOn: due }, whileStatus: ['under_review', 'proposed'] })];
}

/** Pieces are still missing. */
export function remindOfPieces(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [toPole(file, 'change.pieces-reminder', `pieces-due/reminder/${deadline.offset}/${due}`, { facts: { limitOn: due }, whileStatus: ['incomplete'] })];
}
