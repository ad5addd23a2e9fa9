import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Notice } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Attempt, Standing } from '../procedure/procedure.js';
import type { ApplicationData } from './application.data.js';

/** An application as its rules see it. */
export type ApplicationFile = Standing<string, ApplicationData>;

/** What a notice says: facts, dates of deadlines by their kinds, and until when it makes sense. */
export type Saying = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** A notice to the file's pole. A file may be incomplete twice, so the entry that brings the notice is part of its key. */
export function tellPole(file: ApplicationFile, template: string, saying: Saying = {}, pole = file.data.pole): Notice {
  return { template: `application.${template}`, key: `${file.subject}/${template}/${file.seq + 1}`, audience: { pole }, ...saying };
}

/** The same to the legal representative, the administrators and the shared mailbox. */
export function tellPoleSignificantly(file: ApplicationFile, template: string, saying: Saying = {}, pole = file.data.pole): Notice {
  return { ...tellPole(file, template, saying, pole), audience: { pole, significant: true } };
}

/** A notice to the case officer, who has something to do while the file is in one of these statuses. */
export function tellOfficer(file: ApplicationFile, template: string, whileStatus: readonly string[], saying: Saying = {}): Notice {
  return { template: `application.${template}`, key: `${file.subject}/${template}/officer/${file.seq + 1}`, audience: { officerOf: file.subject }, whileStatus, ...saying };
}

/** A notice to the expert who writes the consensus report. */
export function tellRapporteur(file: ApplicationFile, template: string, person: string, saying: Saying = {}): Notice {
  return { template: `application.${template}`, key: `${file.subject}/${template}/rapporteur/${file.seq + 1}`, audience: { person }, whileStatus: ['consensus'], ...saying };
}

/** A notice to the committee, which takes up a file whose appraisals are all in. */
export function tellCommittee(file: ApplicationFile, template: string): Notice {
  return { template: `application.${template}`, key: `${file.subject}/${template}/${file.seq + 1}`, audience: { role: 'committee' }, whileStatus: ['in_committee'] };
}

/** A notice to the authority, which has something to sign. */
export function tellAuthority(file: ApplicationFile, template: string): Notice {
  return { template: `application.${template}`, key: `${file.subject}/${template}/${file.seq + 1}`, audience: { role: 'authority' }, whileStatus: ['decision_proposed'] };
}

export function remindOfReview(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return [{
    template: 'application.review-due',
    key: `${file.subject}/review-due/reminder/${reminder.offset}/${due}`,
    audience: { officerOf: file.subject },
    facts: { dueOn: due },
    whileStatus: ['submitted'],
  }];
}

export function remindOfPieces(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return [{
    template: 'application.pieces-reminder',
    key: `${file.subject}/pieces-due/reminder/${reminder.offset}/${due}`,
    audience: { pole: file.data.pole },
    facts: { limitOn: due },
    whileStatus: ['incomplete'],
  }];
}

export function remindOfCondition(file: ApplicationFile, reminder: Deadline, due: CivilDate): Notice[] {
  return [{
    template: 'application.condition-due', key: `${file.subject}/condition-due/reminder/${reminder.offset}/${due}`,
    audience: { pole: file.data.pole, significant: true }, facts: { dueOn: due }, whileStatus: ['conditionally_awarded'],
  }];
}

/** To the people of a pole whose file came after the closing: what came when, and what they may do. The file has no journal yet. */
export function tellOfLateAttempt(subject: string, { id, facts, on, params }: Attempt): Notice[] {
  return [{
    template: 'application.late-attempt', key: `${subject}/late-attempt/${id}`, audience: { pole: textFact(facts, 'pole') },
    facts: { receivedOn: on, closesOn: params['closesOn'] ?? null },
  }];
}
