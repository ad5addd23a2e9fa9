import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import { answerQuestion, askQuestion, mostQuestions, unpublishQuestion } from '../../../../libs/persistence/src/call/question.commands.js';
import { findQuestion, type QuestionRecord, questionsOf } from '../../../../libs/persistence/src/call/question.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { type Caller, hasRole } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { CallService } from './call.service.js';
import type { AnswerDto, QuestionDto } from './question.dto.js';

/** For whom a question is shown: in what language, on which days, and who reads. */
interface Reading {
  readonly locale: Locale;
  readonly zone: string;
  readonly caller: Caller | undefined;
}

/** Questions about a call: answered to the asker, and published for everybody when they are of general interest. */
@Injectable()
export class QuestionService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly calls: CallService) {}

  async list(caller: Caller | undefined, callId: string, { limit, cursor }: PageQuery, locale: Locale): Promise<Page<QuestionDto>> {
    const reading = await this.reading(caller, callId, locale);
    const rows = await questionsOf(this.db, { callId, reader: isInside(caller) ? 'all' : { personId: caller?.personId }, before: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.askedAt.toISOString(), row.id], (row) => view(row, reading));
  }

  /** While the call is open. */
  async ask(caller: Caller, callId: string, text: string, locale: Locale): Promise<QuestionDto> {
    const reading = await this.reading(caller, callId, locale);
    const call = await findCall(this.db, callId);
    if (call?.status !== 'open') throw new Problem(409, 'call-not-open', { opensOn: call?.data.opensOn ?? '', closesOn: call?.data.closesOn ?? '' });
    const id = await askQuestion(this.db, { callId, askerId: caller.personId, text });
    if (id === undefined) throw new Problem(429, 'too-many-questions', { max: mostQuestions });
    return this.show(callId, id, reading);
  }

  /** Answers, or corrects the answer; also after the call has closed. */
  async answer(caller: Caller, callId: string, id: string, { answer, publishAs }: AnswerDto, locale: Locale): Promise<QuestionDto> {
    const reading = await this.reading(caller, callId, locale);
    await this.show(callId, id, reading);
    await answerQuestion(this.db, { id, callId, by: caller.personId, answer, published: publishAs });
    return this.show(callId, id, reading);
  }

  /** Takes it out of what is published. */
  async unpublish(caller: Caller, callId: string, id: string, locale: Locale): Promise<QuestionDto> {
    const reading = await this.reading(caller, callId, locale);
    await this.show(callId, id, reading);
    await unpublishQuestion(this.db, id);
    return this.show(callId, id, reading);
  }

  private async show(callId: string, id: string, reading: Reading): Promise<QuestionDto> {
    const found = await findQuestion(this.db, callId, id);
    if (!found) throw new Problem(404, 'not-found');
    return view(found, reading);
  }

  /** @throws Problem 404 for a call that the caller does not see */
  private async reading(caller: Caller | undefined, callId: string, locale: Locale): Promise<Reading> {
    await this.calls.show(caller, callId, locale);
    const call = await findCall(this.db, callId);
    const { zone } = await schemeById(this.db, call?.schemeId ?? '');
    return { locale, zone, caller };
  }
}

function isInside(caller: Caller | undefined): boolean {
  return caller !== undefined && hasRole(caller, 'secretariat', 'authority');
}

function view(row: QuestionRecord, { locale, zone, caller }: Reading): QuestionDto {
  const inside = isInside(caller);
  const mine = caller?.personId === row.askerId;
  const said = (fr: string | null, en: string | null): string | null => (locale === 'en' ? en ?? fr : fr);
  const on = (at: Date | null): string | null => (at === null ? null : civilDateOf(at.toISOString(), zone));
  return {
    id: row.id, status: row.publishedAt ? 'published' : row.answeredAt ? 'answered' : 'asked',
    question: said(row.wordingFr, row.wordingEn), answer: said(row.answerFr, row.answerEn), publishedOn: on(row.publishedAt), answeredOn: on(row.answeredAt), mine,
    asked: inside || mine ? { text: row.text, at: row.askedAt.toISOString(), by: inside ? { id: row.askerId, name: row.askerName } : null } : null,
  };
}
