import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { SurveyData } from './survey.data.js';

/** A survey as its rules see it. */
export type SurveyFile = Standing<string, SurveyData>;
type Rest = Pick<Notice, 'facts' | 'dates' | 'whileStatus' | 'tallied'>;

/** To those who answer for the pole. `key` is unique within this survey. */
export function tellPole(file: SurveyFile, template: string, key: string, rest: Rest = {}, pole = file.data.pole): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole, significant: true }, ...rest };
}

/** To the case officer of the label. */
export function tellOfficer(file: SurveyFile, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...rest };
}

/** One mail to each listed firm that has not answered, with its own link. */
export function askFirms({ subject }: SurveyFile, wave: number): Notice {
  return {
    template: wave === 1 ? 'survey.invitation' : 'survey.reminder', key: `${subject}/wave/${wave}`, audience: { firmsOf: subject },
    dates: { closesOn: 'close-due' }, whileStatus: ['open'],
  };
}

/** The pole is reminded to list its firms, or to say that it has asked them itself. */
export function remindOfList(file: SurveyFile, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [tellPole(file, 'survey.launch-reminder', `${deadline.kind}/reminder/${deadline.offset}/${due}`, { facts: { dueOn: due }, whileStatus: ['listing'] })];
}
