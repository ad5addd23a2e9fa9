import { Inject, Injectable } from '@nestjs/common';
import { dueOf } from '../../../../libs/domain/src/procedure/deadline.js';
import type { Answers } from '../../../../libs/domain/src/scheme/answer.js';
import { checkAnswers, faultsIn, formCompleteness } from '../../../../libs/domain/src/scheme/answers.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import type { Form } from '../../../../libs/domain/src/scheme/shape/form.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { nameless } from '../../../../libs/domain/src/survey/nameless.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { keepAnswer, leaveSurveys } from '../../../../libs/persistence/src/survey/answer.commands.js';
import { SurveyLinks } from '../../../../libs/persistence/src/survey/survey-links.js';
import { type Questionnaire, questionnaireOf } from '../../../../libs/persistence/src/survey/survey.queries.js';
import { DATABASE } from '../environment/tokens.js';
import { faultsOfAnswers } from '../http/answer-faults.js';
import { inLanguage } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { QuestionnaireDto } from './questionnaire.dto.js';

/** A questionnaire with what its page needs beyond what programs read. */
export interface Opened {
  readonly view: QuestionnaireDto;
  readonly form: Form;
  readonly scheme: Scheme;
  readonly locale: Locale;
}

/** What a firm does with its link: read the questions, answer once, or ask to be left in peace. No account, no cookie, no trace of who. */
@Injectable()
export class QuestionnaireService {
  constructor(@Inject(DATABASE) private readonly db: Database, @Inject(SurveyLinks) private readonly links: SurveyLinks) {}

  /** Reading changes nothing: mail readers and scanners open links too. @throws Problem 404 `link-unknown` */
  async open(token: string): Promise<Opened> {
    return this.opened(await this.find(token));
  }

  /**
   * Keeps the answers, once.
   * @throws Problem 404 `link-unknown`; 409 `survey-answered`, `survey-closed`; 422 `invalid` with one pointer a question
   */
  async answer(token: string, given: Record<string, unknown>): Promise<void> {
    const found = await this.find(token);
    const { view, form, scheme } = await this.opened(found);
    if (view.state !== 'open') throw new Problem(409, view.state === 'answered' ? 'survey-answered' : 'survey-closed');
    const checked = checkAnswers(scheme, form, given);
    const faults = checked.ok
      ? faultsIn(formCompleteness(scheme, form, checked.answers, []))
      : checked.faults.map(({ question, code, params }) => ({ question, fault: { code, params } }));
    if (!checked.ok || faults.length > 0) throw new Problem(422, 'invalid', {}, faultsOfAnswers(faults, { lists: scheme, form }));
    const kept = await keepAnswer(this.db, this.firmBehind(token, 'answer'), withoutTraces(form, checked.answers, found.firm));
    if (kept === 'unknown') throw new Problem(404, 'link-unknown');
    if (kept !== 'kept') throw new Problem(409, kept === 'answered' ? 'survey-answered' : 'survey-closed');
  }

  /** No further mail of this centre's surveys. Asking again changes nothing. @throws Problem 404 `link-unknown` */
  async leave(token: string): Promise<void> {
    if (!(await leaveSurveys(this.db, this.firmBehind(token, 'leave'), this.links))) throw new Problem(404, 'link-unknown');
  }

  /** The centre whose surveys a link leaves, for the page that asks whether to. @throws Problem 404 `link-unknown` */
  async leaving(token: string): Promise<{ pole: string; locale: Locale }> {
    const found = await questionnaireOf(this.db, this.firmBehind(token, 'leave'));
    if (!found) throw new Problem(404, 'link-unknown');
    return { pole: found.pole, locale: found.firm.locale };
  }

  private firmBehind(token: string, use: 'answer' | 'leave'): string {
    const firm = this.links.firmOf(token, use);
    if (firm === undefined) throw new Problem(404, 'link-unknown');
    return firm;
  }

  private async find(token: string): Promise<Questionnaire> {
    const found = await questionnaireOf(this.db, this.firmBehind(token, 'answer'));
    if (!found || found.status === 'listing') throw new Problem(404, 'link-unknown');
    return found;
  }

  private async opened({ status, deadlines, schemeId, pole, firm }: Questionnaire): Promise<Opened> {
    const scheme = await schemeById(this.db, schemeId);
    const { form, minimumAnswers } = partOf(scheme, 'survey');
    const due = dueOf(deadlines, 'close-due');
    const over = status !== 'open' || (due !== undefined && (await clockNow(this.db)) >= due.firesAt);
    const state = over ? 'closed' : firm.answered ? 'answered' : 'open';
    const { locale } = firm;
    return { form, scheme, locale, view: { state, pole, label: scheme.name[locale], closesOn: over ? null : (due?.on ?? null), language: locale, minimumAnswers, form: inLanguage(form, locale) } };
  }
}

/** People sign their comments out of habit: what says who they are goes before it is kept. */
function withoutTraces(form: Form, answers: Answers, firm: Questionnaire['firm']): Answers {
  const written = new Set(questionsOf(form).filter(({ question }) => question.kind === 'text' || question.kind === 'long-text').map(({ question }) => question.code));
  return Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, written.has(code) && typeof answer === 'string' ? nameless(answer, firm) : answer]));
}
