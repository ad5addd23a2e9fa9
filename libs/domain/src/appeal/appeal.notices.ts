import type { CivilDate } from '../calendar/types.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Audience, Notice } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Attempt, Standing } from '../procedure/procedure.js';
import type { AppealData } from './appeal.data.js';

/** An appeal as its rules see it. */
export type AppealFile = Standing<string, AppealData>;
type Saying = Pick<Notice, 'facts' | 'dates' | 'whileStatus'>;

/** To the legal representative, the administrators and the shared mailbox. */
export function tellPole(file: AppealFile, template: string, saying: Saying = {}, pole = file.data.pole): Notice {
  return tell(file, template, 'pole', { pole, significant: true }, saying);
}

/** To the case officer. */
export function tellOfficer(file: AppealFile, template: string, saying: Saying = {}): Notice {
  return tell(file, template, 'officer', { officerOf: file.subject }, saying);
}

/** To the authority, without those who may not decide. */
export function tellAuthority(file: AppealFile, template: string, except: readonly string[], saying: Saying = {}): Notice {
  return tell(file, template, 'authority', { role: 'authority', except }, saying);
}

export function tellPerson(file: AppealFile, template: string, person: string, saying: Saying = {}): Notice {
  return tell(file, template, 'person', { person }, saying);
}

function tell(file: AppealFile, template: string, to: string, audience: Audience, saying: Saying): Notice {
  return { template, key: `${file.subject}/${template}/${to}/${file.seq + 1}`, audience, ...saying };
}

/** The authority, without those who may not decide, and the case officer, before silence dismisses the appeal. */
export function remindOfAppeal({ subject, data }: AppealFile, reminder: Deadline, due: CivilDate): Notice[] {
  const key = `${subject}/appeal-due/reminder/${reminder.offset}/${due}`;
  const saying = { template: 'appeal.due', facts: { dueOn: due } };
  return [{ ...saying, key, audience: { role: 'authority', except: data.toldApart ?? [] } }, { ...saying, key: `${key}/officer`, audience: { officerOf: subject } }];
}

/** To the people of a pole whose appeal came after the last day. It has no journal: nothing began. */
export function tellOfLateAppeal(subject: string, { id, facts, on, params }: Attempt): Notice[] {
  return [{
    template: 'appeal.late', key: `${subject}/late/${id}`, audience: { pole: textFact(facts, 'pole'), significant: true },
    facts: { receivedOn: on, limitOn: params['on'] ?? null },
  }];
}
