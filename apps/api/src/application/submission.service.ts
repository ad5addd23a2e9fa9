import { Inject, Injectable } from '@nestjs/common';
import { closesOnFor } from '../../../../libs/domain/src/call/extension.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { toConfirm } from '../../../../libs/domain/src/application/prefill.js';
import { completeness, faultsIn } from '../../../../libs/domain/src/scheme/answers.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { carrierOf, lastRefusal } from '../../../../libs/persistence/src/application/application.queries.js';
import { listAttachments } from '../../../../libs/persistence/src/application/attachment.queries.js';
import { type Frozen, freezeDraft } from '../../../../libs/persistence/src/application/submission.queries.js';
import { type CallRecord, findCall } from '../../../../libs/persistence/src/call/call.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { PeopleQueries } from '../../../../libs/persistence/src/people/people.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { ActService } from '../act/act.service.js';
import { EntryService } from '../act/entry.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultsOfAnswers } from '../http/answer-faults.js';
import { faultAt, pointerToken } from '../http/field-fault.js';
import { inLanguage } from '../http/localized.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { AcknowledgementDto, SubmissionDto } from './application.dto.js';
import { ApplicationReader, type Read } from './application.reader.js';
import { stale } from './draft.service.js';
import { renewalLimit } from './own-limit.js';

@Injectable()
export class SubmissionService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly reader: ApplicationReader, private readonly acts: ActService, private readonly entries: EntryService) {}

  /**
   * Submits the version of the draft that the caller saw. Whether it is in time is the procedure's to say, by the moment of
   * receipt (of one that is entered for somebody, by its day of effect): a late attempt is received too, refused, and kept as evidence.
   */
  async submit(caller: Caller, id: string, { draftVersion, entered: dto }: SubmissionDto, key: string | undefined, locale: Locale): Promise<AcknowledgementDto> {
    const read = dto ? await this.reader.readForEntry(caller, id) : await this.reader.readOwn(caller, id);
    const { draft } = read;
    const scheme = await schemeById(this.db, draft.schemeId);
    const entered = dto && (await this.entries.check(caller, dto, { scheme, application: id, as: 'applicant' }));
    if (!(await new PeopleQueries(this.db).isCommitter(entered?.for ?? caller.personId, draft.poleId, entered?.on))) throw new Problem(403, 'not-a-committer');
    const call = await findCall(this.db, draft.callId);
    if (!call) throw new Problem(404, 'not-found');
    const { opensOn } = call.data;
    const renewal = draft.renews === null ? undefined : await renewalLimit(this.db, draft.renews);
    if (renewal?.moot && !read.row) throw new Problem(409, 'label-not-renewable');
    const closesOn = draft.closesOn === null ? closesOnFor(call.data, draft.poleId) : (renewal?.last ?? draft.closesOn);
    if (call.status === 'draft') throw new Problem(409, 'call-not-open', { opensOn, closesOn });
    // Nobody completes a file that is late: the answer is that it is late.
    const late = (entered?.on ?? civilDateOf(await clockNow(this.db), scheme.zone)) > closesOn;
    if (!read.row && !late) await this.checkComplete(read, scheme);
    const frozen = await freezeDraft(this.db, id, draftVersion);
    if (!frozen) throw read.row ? new Problem(409, 'already-submitted') : stale(read);
    const taken = await this.acts.take(caller, {
      subject: `application/${id}`, act: 'submit', as: 'applicant', startsWith: draft.schemeId, facts: await this.factsOf(read, { call, closesOn }, scheme, frozen), request: { draftVersion }, entered,
      key,
    });
    return this.acknowledge(id, taken, scheme, locale);
  }

  private async checkComplete({ draft }: Read, scheme: Scheme): Promise<void> {
    const files = (await listAttachments(this.db, draft.id)).filter((a) => a.purpose === 'answer');
    const state = completeness(scheme, draft.answers, files.map((a) => ({ question: a.question ?? '', type: a.type, size: a.size })));
    if (state.complete) return this.checkConfirmed(draft.carried);
    const missing = state.questions.filter(({ complete }) => !complete).length;
    throw new Problem(422, 'incomplete-draft', { missing }, faultsOfAnswers(faultsIn(state), { lists: scheme, form: scheme.application.form }));
  }

  /** Nobody submits what another file said three years ago without having read it again. */
  private checkConfirmed(carried: Read['draft']['carried']): void {
    const open = toConfirm(carried);
    if (open.length === 0) return;
    throw new Problem(422, 'answers-to-confirm', { list: open.join(', '), count: open.length }, open.map((code) => faultAt(`/answers/${pointerToken(code)}`, 'to-confirm')), { questions: open });
  }

  private async factsOf({ draft }: Read, { call, closesOn }: { call: CallRecord; closesOn: string }, scheme: Scheme, { version, hash }: Frozen): Promise<Facts> {
    const carrier = await carrierOf(this.db, draft.poleId);
    if (!carrier) throw new Problem(404, 'not-found');
    const label = draft.renews === null ? undefined : await subjectById(this.db, draft.renews);
    return {
      call: call.id, callClosesOn: closesOn, pole: draft.poleId, structure: carrier.id, structureType: carrier.legalForm,
      kind: label ? 'renewal' : 'initial', draft: { version, hash }, contact: scheme.contact.email,
      ...(draft.closesOn === null ? {} : { rolling: true }),
      ...(await this.refusedBefore(draft.poleId, scheme)),
      ...(label ? { renews: label.id, renewsEndsOn: label.data['endsOn'] ?? null } : {}),
    };
  }

  /** When this pole's last application was refused, where the scheme sets a time before another one. */
  private async refusedBefore(poleId: string, { code, application }: Scheme): Promise<Facts> {
    const on = application.reapplication ? await lastRefusal(this.db, poleId, code) : undefined;
    return on === undefined ? {} : { lastRefusedOn: on };
  }

  private async acknowledge(id: string, taken: { receivedAt: string; receivedOn: string }, scheme: Scheme, locale: Locale): Promise<AcknowledgementDto> {
    const row = await subjectById(this.db, `application/${id}`);
    const { contact, appeal } = inLanguage({ contact: scheme.contact, appeal: scheme.appeal }, locale);
    return {
      application: id, receivedAt: taken.receivedAt, receivedOn: taken.receivedOn,
      impliedDecisionOn: row?.deadlines.find((d) => d.kind === 'implied-decision' && d.mark === '')?.on ?? null,
      contact: { name: contact.name, email: contact.email },
      appealRoutes: appeal.routes,
    };
  }
}
