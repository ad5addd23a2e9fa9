import { Inject, Injectable } from '@nestjs/common';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { checkAnswers, completeness } from '../../../../libs/domain/src/scheme/answers.js';
import type { Answers } from '../../../../libs/domain/src/scheme/answer.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { listAttachments } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { createDraft, lastAnswers, saveAnswers } from '../../../../libs/persistence/src/application/draft.queries.js';
import { findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultsOfAnswers, sentenceOf } from '../http/answer-faults.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { DraftDto, DraftInputDto, NewApplicationDto } from './application.dto.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { attachmentView } from './attachment.view.js';

/** Applications before their submission: written in several sittings by several people of a pole. */
@Injectable()
export class DraftService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader) {}

  async create(caller: Caller, callId: string, { pole, renews }: NewApplicationDto, locale: Locale): Promise<DraftDto> {
    const call = await findCall(this.db, callId);
    if (!call || (await new PeopleQueries(this.db).membershipOf(caller.personId, pole)).length === 0) throw new Problem(404, 'not-found');
    const { opensOn, closesOn } = call.data;
    if (call.status !== 'open') throw new Problem(409, 'call-not-open', { opensOn, closesOn });
    const scheme = await schemeById(this.db, call.schemeId);
    if (renews !== undefined) await this.checkRenewable(renews, pole, scheme);
    const answers = renews === undefined ? {} : stillFitting(scheme, await lastAnswers(this.db, pole, scheme.code));
    const made = await createDraft(this.db, {
      callId, poleId: pole, schemeId: call.schemeId, renews: renews === undefined ? null : `award/${renews}`, answers, by: caller.personId,
    });
    if (made.is === 'exists') throw new Problem(409, 'duplicate-application', {}, undefined, { application: made.id });
    return this.show(caller, made.id, locale);
  }

  private async checkRenewable(label: string, pole: string, scheme: Scheme): Promise<void> {
    const row = await subjectById(this.db, `award/${label}`);
    const successor = (row?.data as unknown as AwardData | undefined)?.successor ?? null;
    const sameScheme = row?.schemeId.split('@')[0] === scheme.code;
    if (row?.poleId !== pole || row.status !== 'active' || successor !== null || !sameScheme) throw new Problem(409, 'label-not-renewable');
  }

  async show(caller: Caller, id: string, locale: Locale): Promise<DraftDto> {
    return this.view(await this.reader.readOwn(caller, id), locale);
  }

  async save(caller: Caller, id: string, body: DraftInputDto, locale: Locale): Promise<DraftDto> {
    const { draft } = await this.reader.readOwn(caller, id);
    const scheme = await schemeById(this.db, draft.schemeId);
    const checked = checkAnswers(scheme, scheme.application.form, body.answers);
    if (!checked.ok) throw new Problem(422, 'invalid', {}, faultsOfAnswers(checked.faults.map(({ question, ...fault }) => ({ question, fault }))));
    const saved = await saveAnswers(this.db, { id, answers: checked.answers, seen: body.version, by: caller.personId });
    if (saved.is === 'submitted') throw new Problem(409, 'already-submitted');
    const read = await this.reader.readOwn(caller, id);
    if (saved.is === 'stale') throw stale(read);
    return this.view(read, locale);
  }

  private async view({ draft }: Read, locale: Locale): Promise<DraftDto> {
    const scheme = await schemeById(this.db, draft.schemeId);
    const attachments = (await listAttachments(this.db, draft.id)).filter((a) => a.purpose === 'answer');
    const { questions, complete, answered, total } = completeness(scheme, draft.answers, attachments.map((a) => ({ question: a.question ?? '', type: a.type, size: a.size })));
    return {
      id: draft.id, call: draft.callId.slice('call/'.length), pole: draft.poleId, version: draft.version, answers: draft.answers,
      savedAt: draft.savedAt.toISOString(), savedBy: draft.savedByName,
      completeness: { complete, answered, total, questions: questions.map(({ fault, ...q }) => ({ ...q, ...(fault ? { fault: sentenceOf(fault, locale) } : {}) })) },
      attachments: attachments.map((a) => attachmentView(a)),
    };
  }
}

/** Somebody else of the pole saved since. */
export function stale({ draft }: Read): Problem {
  const { version, savedByName } = draft;
  return new Problem(409, 'stale-draft', { by: savedByName, version }, undefined, { version, savedBy: savedByName, savedAt: draft.savedAt.toISOString() });
}

/** Of old answers, those that the form of today would still take. */
function stillFitting(scheme: Scheme, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([code, answer]) => checkAnswers(scheme, scheme.application.form, { [code]: answer }).ok));
}
