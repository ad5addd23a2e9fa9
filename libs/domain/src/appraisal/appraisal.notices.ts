import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { AppraisalData } from './appraisal.data.js';

type File = Standing<string, AppraisalData>;

/** The expert is reminded to answer the invitation. */
export function remindToAnswer(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [toExpert(file, 'appraisal.answer-reminder', `answer-due/reminder/${deadline.offset}/${due}`, {
    facts: { answerOn: due }, whileStatus: ['invited', 'declared'],
  })];
}

/** The expert is reminded to score; after the date the sentence is another one. */
export function remindToScore(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const template = deadline.on > due ? 'appraisal.overdue' : 'appraisal.score-reminder';
  return [toExpert(file, template, `score-due/reminder/${deadline.offset}/${due}`, { facts: { dueOn: due }, whileStatus: ['accepted'] })];
}

/** The expert is reminded of the visit. */
export function remindToVisit(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  return [toExpert(file, 'appraisal.visit-reminder', `visit-due/reminder/${deadline.offset}/${due}`, { facts: { dueOn: due }, whileStatus: ['accepted'] })];
}

type Rest = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** Tells the expert. */
export function toExpert(file: File, template: string, key: string, rest: Rest = {}, expert = file.data.expert): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { person: expert }, ...rest };
}

/** Tells the case officer. Its key says so, because the expert may be told of the same. */
export function toOfficer(file: File, template: string, key: string, rest: Rest = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, ...rest };
}
