import type { Procedure } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import { blankAppraisal, clientOf, evolveAppraisal, type AppraisalData } from './appraisal.data.js';
import { accept, cancel, decline, declare, escalate, invite, noAnswer, noScores, overdue, replace, reveal, takeFromObjected } from './appraisal.rules.js';
import { appraisalDeadlines, appraisalEnded, appraisalTransitions, type AppraisalStatus } from './appraisal.status.js';
import { recordVisit, visitOverdue } from './visit.rules.js';
import { orInTime, scoresOrInTime } from './late-answer.rules.js';
import { answerDueDate, proposeDueDate } from './due-date.rules.js';

/** One expert's appraisal of one application: `appraisal/<application uuid>/<n>`. */
export const appraisalProcedure: Procedure<AppraisalStatus, AppraisalData, Terms['appraisal']> = {
  kind: 'appraisal',
  version: 2,
  initial: { status: 'new', data: blankAppraisal },
  transitions: appraisalTransitions,
  ended: appraisalEnded,
  deadlines: appraisalDeadlines,
  rules: {
    invite, declare: orInTime(declare), accept: orInTime(accept), decline: orInTime(decline), submitScores: scoresOrInTime, reveal, cancel, replace, takeFromObjected, proposeDueDate, answerDueDate,
    recordVisit,
    'visit-due': visitOverdue,
    'answer-due': noAnswer,
    'score-due': overdue,
    'score-due.escalation': escalate,
    'score-due.no-show': noScores,
  },
  evolve: evolveAppraisal,
  concerned: (file) => [{ person: file.data.expert }],
  links: (data) => ({ call: data.call, pole: data.pole, parent: clientOf(data), assignee: data.expert }),
};
