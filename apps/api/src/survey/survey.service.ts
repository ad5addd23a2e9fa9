import { Inject, Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import { resultsOf } from '../../../../libs/domain/src/survey/results.js';
import type { SurveyData } from '../../../../libs/domain/src/survey/survey.data.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { lastContent } from '../../../../libs/persistence/src/procedure/subject.columns.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { answersOf, listSurveys } from '../../../../libs/persistence/src/survey/survey.queries.js';
import { surveyFirm } from '../../../../libs/persistence/src/survey/survey.tables.js';
import { surveyTally } from '../../../../libs/persistence/src/survey/survey.tally.js';
import { DossierService } from '../act/dossier.service.js';
import { RightsService } from '../act/rights.service.js';
import { addressOf } from '../act/subject-param.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { inLanguage } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf } from '../http/page.js';
import type { QuestionResultDto, SurveyDto, SurveyQueryDto, SurveySummaryDto } from './survey.dto.js';
import { countsIn, labelOf, surveySummary } from './survey.view.js';

/** Reads surveys: how many, and once closed what they add up to; never a firm's answer. */
@Injectable()
export class SurveyService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly dossiers: DossierService, private readonly rights: RightsService) {}

  /** Staff see all, others those of their poles. */
  async list(caller: Caller, { status, label, pole, call, limit, cursor }: SurveyQueryDto): Promise<Page<SurveySummaryDto>> {
    const staff = hasRole(caller, 'secretariat', 'committee', 'authority', 'auditor', 'operator');
    const rows = await listSurveys(this.db, {
      memberId: staff ? undefined : caller.personId, poleId: pole, call: call === undefined ? undefined : `call/${call}`, status,
      monitoring: label === undefined ? undefined : `monitoring/${label}`, after: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1,
    });
    return pageOf(rows, limit, (row) => [row.openedAt.toISOString(), row.id], surveySummary);
  }

  async show(caller: Caller, id: string, locale: Locale): Promise<SurveyDto> {
    const seen = await this.rights.see(caller, id);
    const survey = seen.row.data as unknown as SurveyData;
    const scheme = await schemeById(this.db, seen.row.schemeId);
    const { form, minimumAnswers } = partOf(scheme, 'survey');
    const [dossier, listed, written, counts, results] = await Promise.all([
      this.dossiers.present(seen), this.db.$count(surveyFirm, eq(surveyFirm.surveyId, id)), lastContent(this.db, id, 'own-survey-declared'), this.counts(seen.row, scheme), this.results(seen.row, scheme, locale),
    ]);
    const { status, openedAt, changedAt, data, allowedActions, enterableActions, timeline } = dossier;
    return {
      id: addressOf(id), status, scheme: dossier.scheme, openedAt, changedAt, data, allowedActions, enterableActions, timeline: { ...timeline },
      label: labelOf(survey), n: survey.n, periodEnds: survey.periodEnds, runBy: survey.runBy, listed, minimumAnswers, counts, results,
      own: survey.own, ownText: written?.body ?? null, form: inLanguage(form, locale),
    };
  }

  /** Counted anew while it runs; as they were recorded once it is closed. */
  private async counts({ id, status, data }: SubjectRow, scheme: Scheme): Promise<SurveyDto['counts']> {
    if (status !== 'open') return countsIn((data as unknown as SurveyData).figures);
    const { sent, bounced, unsubscribed, answered } = await surveyTally(this.db, id, scheme.survey);
    return { sent: Number(sent), bounced: Number(bounced), unsubscribed: Number(unsubscribed), answered: Number(answered) };
  }

  private async results({ id, status }: SubjectRow, scheme: Scheme, locale: Locale): Promise<QuestionResultDto[] | null> {
    if (status !== 'closed') return null;
    const { form, minimumAnswers } = partOf(scheme, 'survey');
    const labels = new Map(questionsOf(form).map(({ question }) => [question.code, question.label[locale]]));
    return resultsOf(scheme, form, await answersOf(this.db, id), minimumAnswers).map((one) => ({ ...one, label: labels.get(one.code) ?? one.code }));
  }
}
