import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Deadline } from '../../../domain/src/procedure/deadline.js';
import type { Answers } from '../../../domain/src/scheme/answer.js';
import type { SurveyData } from '../../../domain/src/survey/survey.data.js';
import type { Database } from '../database.js';
import { pole } from '../people/people.tables.js';
import { subject } from '../procedure/procedure.tables.js';
import { dueOn, narrowedBy, openedAt, type SubjectFilter } from '../procedure/subject.columns.js';
import { surveyAnswer, surveyFirm } from './survey.tables.js';

/** The survey of one period in a list. */
export interface SurveyRecord {
  readonly id: string;
  readonly status: string;
  readonly call: string | null;
  readonly pole: { readonly id: string; readonly name: string };
  readonly data: SurveyData;
  /** The next date on which something is to happen, if any. */
  readonly dueOn: string | null;
  readonly openedAt: Date;
}

export interface SurveyFilter extends SubjectFilter {
  /** Subject id of the monitoring. */
  readonly monitoring?: string | undefined;
}

/** Surveys in the order in which their periods opened; `after` is [opening instant, id]. */
export async function listSurveys(db: Database, { after, limit, monitoring, ...filter }: SurveyFilter): Promise<SurveyRecord[]> {
  const conditions: SQL[] = [eq(subject.kind, 'survey'), ...narrowedBy(filter)];
  if (monitoring) conditions.push(eq(subject.parentId, monitoring));
  if (after) conditions.push(sql`(${openedAt}, ${subject.id}) > (${after[0]}, ${after[1]})`);
  return db.select({ id: subject.id, status: subject.status, call: subject.callId, openedAt: subject.openedAt, pole: { id: pole.id, name: pole.name }, data: sql<SurveyData>`${subject.data}`, dueOn })
    .from(subject).innerJoin(pole, eq(pole.id, subject.poleId)).where(and(...conditions)).orderBy(asc(openedAt), asc(subject.id)).limit(limit);
}

/** What a firm's link leads to. */
export interface Questionnaire {
  readonly survey: string;
  readonly status: string;
  readonly schemeId: string;
  readonly deadlines: readonly Deadline[];
  readonly pole: string;
  readonly firm: { readonly name: string; readonly email: string; readonly siret: string | null; readonly locale: 'fr' | 'en'; readonly answered: boolean };
}

/** Undefined once the firm's name was erased, or when it was taken off the list. */
export async function questionnaireOf(db: Database, firm: string): Promise<Questionnaire | undefined> {
  const [found] = await db.select({
    survey: subject.id, status: subject.status, schemeId: subject.schemeId, deadlines: subject.deadlines, pole: pole.name,
    firm: { name: surveyFirm.name, email: surveyFirm.email, siret: surveyFirm.siret, locale: surveyFirm.locale, answered: surveyFirm.answered },
  }).from(surveyFirm).innerJoin(subject, eq(subject.id, surveyFirm.surveyId)).innerJoin(pole, eq(pole.id, surveyFirm.poleId)).where(eq(surveyFirm.id, firm));
  return found;
}

/** What the firms have answered, without any of them. For results, once the survey is closed. */
export async function answersOf(db: Database, survey: string): Promise<Answers[]> {
  return (await db.select({ answers: surveyAnswer.answers }).from(surveyAnswer).where(eq(surveyAnswer.surveyId, survey)).orderBy(asc(surveyAnswer.id))).map(({ answers }) => answers);
}
