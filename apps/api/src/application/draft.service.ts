import { Inject, Injectable } from '@nestjs/common';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { standing } from '../../../../libs/domain/src/award/award.status.js';
import type { RenewalData } from '../../../../libs/domain/src/renewal/renewal.data.js';
import { closesOnFor } from '../../../../libs/domain/src/call/extension.js';
import { checkAnswers, completeness } from '../../../../libs/domain/src/scheme/answers.js';
import { questionsOf } from '../../../../libs/domain/src/scheme/questions.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { listAttachments } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { createDraft, type NewDraft, renewalDraft, saveAnswers } from '../../../../libs/persistence/src/application/draft.queries.js';
import { type CallRecord, findCall, listCalls } from '../../../../libs/persistence/src/call/call.queries.js';
import { placeOf } from '../../../../libs/persistence/src/change/change.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { newestSchemes, schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { EnteredDto } from '../act/entered.dto.js';
import { EntryService } from '../act/entry.service.js';
import { RightsService } from '../act/rights.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultsOfAnswers, sentenceOf } from '../http/answer-faults.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { DraftDto, DraftInputDto, NewApplicationDto } from './application.dto.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { attachmentView } from './attachment.view.js';
import { ownLimit, renewalLimit } from './own-limit.js';
import { type Prefilled, PrefillService } from './prefill.service.js';

/** Applications before their submission: written in several sittings by several people of a pole. */
@Injectable()
export class DraftService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly rights: RightsService, private readonly entries: EntryService, private readonly prefills: PrefillService) {}

  async create(caller: Caller, callId: string, { pole, renews, entered, fromLast }: NewApplicationDto, locale: Locale): Promise<DraftDto> {
    const call = await findCall(this.db, callId);
    if (!call) throw new Problem(404, 'not-found');
    const scheme = await schemeById(this.db, call.schemeId);
    if (entered) await this.checkEntered(caller, { entered, pole, call, scheme });
    else await this.checkOpen(caller, pole, call);
    const closedOn = (await placeOf(this.db, pole))?.closedOn;
    if (closedOn) throw new Problem(409, 'pole-closed', { on: closedOn });
    if (renews !== undefined) await this.checkRenewable(renews, pole, scheme);
    const draft = { callId, poleId: pole, schemeId: call.schemeId, renews: renews === undefined ? null : `award/${renews}`, closesOn: null, enteredBy: entered ? caller.personId : null };
    return this.begin(caller, draft, { scheme, fromLast: fromLast === true }, locale);
  }

  /** One of the pole's people begins while the call takes submissions, or until the pole's own limit. */
  private async checkOpen(caller: Caller, pole: string, call: CallRecord): Promise<void> {
    if ((await new PeopleQueries(this.db).membershipOf(caller.personId, pole)).length === 0) throw new Problem(404, 'not-found');
    const { on, open } = await ownLimit(this.db, call, pole);
    if (!open) throw new Problem(409, 'call-not-open', { opensOn: call.data.opensOn, closesOn: on });
  }

  /** The secretariat begins what came on paper: by its day of effect the call was open to the pole. */
  private async checkEntered(caller: Caller, { entered, pole, call, scheme }: { entered: EnteredDto; pole: string; call: CallRecord; scheme: Scheme }): Promise<void> {
    await this.entries.check(caller, entered, { scheme, application: '', as: 'applicant', paperLater: true });
    if (!(await this.entries.belonged(entered, pole))) throw new Problem(409, 'not-their-act');
    const { opensOn } = call.data;
    const { on } = await ownLimit(this.db, call, pole);
    if (!['open', 'closed'].includes(call.status) || entered.on < opensOn || entered.on > on) throw new Problem(409, 'call-not-open', { opensOn, closesOn: on });
  }

  /**
   * Begins the renewal of a label whose scheme renews without calls: under the label's own call, by the newest version of its
   * scheme, until the label's last day, or for a label that has ended until the scheme restores no more. A label that came here in mid-life has no call:
   * its file goes under the last one.
   * @param label key of the label
   * @throws Problem 404; 409 `renewal-by-call`, `not-now` outside the renewal's window, `duplicate-application`, `no-call-yet`
   */
  async createRenewal(caller: Caller, label: string, entered: EnteredDto | undefined, locale: Locale): Promise<DraftDto> {
    const { row } = await this.entries.actor(caller, `renewal/${label}`, 'applicant', entered, { paperLater: true });
    const { award, call, pole, endsOn, restorableUntil = null, mode, application } = row.data as unknown as RenewalData;
    if (mode !== 'rolling') throw new Problem(409, 'renewal-by-call');
    if (row.status === 'submitted' && application !== null) throw duplicate(keyOf(application));
    // On paper it may have been in time though the label has ended since.
    const inTime = row.status === 'lapsed' && entered !== undefined && entered.on <= (restorableUntil ?? endsOn);
    if (row.status !== 'window_open' && row.status !== 'restorable' && !inTime) throw new Problem(409, 'not-now', { subject: 'renewal', status: row.status });
    const there = await renewalDraft(this.db, award);
    if (there !== undefined) throw duplicate(there);
    const [newest] = await newestSchemes(this.db, row.schemeId.split('@')[0]);
    if (!newest) throw new Problem(404, 'not-found');
    const draft = { callId: call === '' ? await this.lastCall(newest.scheme.code) : call, poleId: pole, schemeId: newest.id, renews: award, closesOn: endsOn, enteredBy: entered ? caller.personId : null };
    return this.begin(caller, draft, { scheme: newest.scheme, fromLast: false }, locale);
  }

  private async lastCall(scheme: string): Promise<string> {
    const [last] = await listCalls(this.db, { statuses: ['open', 'closed', 'published'], scheme, descending: true, limit: 1 });
    if (!last) throw new Problem(409, 'no-call-yet');
    return last.id;
  }

  /** A renewal begins with what the pole wrote before; another file does when it is asked to. */
  private async begin(caller: Caller, draft: Omit<NewDraft, 'answers' | 'carried' | 'by'>, { scheme, fromLast }: { scheme: Scheme; fromLast: boolean }, locale: Locale): Promise<DraftDto> {
    const before: Prefilled = draft.renews !== null || fromLast ? await this.prefills.of(scheme, draft.poleId, draft.renews) : { answers: {}, carried: {}, last: undefined };
    const made = await createDraft(this.db, { ...draft, answers: before.answers, carried: before.carried, by: caller.personId });
    if (made.is === 'exists') throw duplicate(made.id);
    await this.prefills.attach(made.id, before, caller.personId);
    return this.show(caller, made.id, locale);
  }

  private async checkRenewable(label: string, pole: string, scheme: Scheme): Promise<void> {
    const row = await subjectById(this.db, `award/${label}`);
    const successor = (row?.data as unknown as AwardData | undefined)?.successor ?? null;
    const sameScheme = row?.schemeId.split('@')[0] === scheme.code;
    const ended = row?.status === 'expired' && (await subjectById(this.db, `renewal/${label}`))?.status === 'restorable';
    if (row?.poleId !== pole || !((standing as readonly string[]).includes(row.status) || ended) || successor !== null || !sameScheme) throw new Problem(409, 'label-not-renewable');
  }

  async show(caller: Caller, id: string, locale: Locale): Promise<DraftDto> {
    return this.view(await this.reader.readOwn(caller, id), locale);
  }

  async save(caller: Caller, id: string, body: DraftInputDto, locale: Locale): Promise<DraftDto> {
    const { draft } = await this.reader.readOwn(caller, id);
    const scheme = await schemeById(this.db, draft.schemeId);
    const checked = checkAnswers(scheme, scheme.application.form, body.answers);
    if (!checked.ok) throw new Problem(422, 'invalid', {}, faultsOfAnswers(checked.faults.map(({ question, ...fault }) => ({ question, fault })), { lists: scheme, form: scheme.application.form }));
    const saved = await saveAnswers(this.db, { id, answers: checked.answers, seen: body.version, by: caller.personId, confirmed: body.confirmed ?? [] });
    if (saved.is === 'submitted') throw new Problem(409, 'already-submitted');
    const read = await this.reader.readOwn(caller, id);
    if (saved.is === 'stale') throw stale(read);
    return this.view(read, locale);
  }

  private async view({ draft }: Read, locale: Locale): Promise<DraftDto> {
    const scheme = await schemeById(this.db, draft.schemeId);
    const attachments = (await listAttachments(this.db, draft.id)).filter((a) => a.purpose === 'answer');
    const asked = new Map(questionsOf(scheme.application.form).map(({ question }) => [question.code, question]));
    const { questions, complete, answered, total } = completeness(scheme, draft.answers, attachments.map((a) => ({ question: a.question ?? '', type: a.type, size: a.size })));
    return {
      id: draft.id, call: draft.callId.slice('call/'.length), pole: draft.poleId, closesOn: await this.limitOf(draft), version: draft.version, answers: draft.answers,
      savedAt: draft.savedAt.toISOString(), savedBy: draft.savedByName,
      completeness: { complete, answered, total, questions: questions.map(({ fault, further: _further, ...q }) => ({ ...q, ...(fault ? { fault: sentenceOf(fault, locale, { lists: scheme, question: asked.get(q.code) }) } : {}) })) },
      attachments: attachments.map((a) => attachmentView(a)),
      carriedOver: Object.entries(draft.carried).map(([question, one]) => ({ question, ...one })),
    };
  }

  private async limitOf({ callId, poleId, closesOn, renews }: Read['draft']): Promise<string | null> {
    if (closesOn !== null) return renews === null ? closesOn : (await renewalLimit(this.db, renews)).on;
    const call = await findCall(this.db, callId);
    return call ? closesOnFor(call.data, poleId) : null;
  }
}

function duplicate(application: string): Problem {
  return new Problem(409, 'duplicate-application', {}, undefined, { application });
}

/** Somebody else of the pole saved since. */
export function stale({ draft }: Read): Problem {
  const { version, savedByName } = draft;
  return new Problem(409, 'stale-draft', { by: savedByName, version }, undefined, { version, savedBy: savedByName, savedAt: draft.savedAt.toISOString() });
}
