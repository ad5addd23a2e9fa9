import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { signing, type Signing } from '../../../../libs/domain/src/application/prepared.js';
import { signedActs } from '../../../../libs/domain/src/batch/batch.status.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { decide } from '../../../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../../../libs/domain/src/procedure/decision.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { termsOf } from '../../../../libs/domain/src/scheme/terms.js';
import { decisionsOf, preparedDecision } from '../../../../libs/persistence/src/application/decision.queries.js';
import { nameDocuments, outcomeOf, prepareDecisions } from '../../../../libs/persistence/src/batch/batch.commands.js';
import { embargoOf } from '../../../../libs/persistence/src/call/embargo.queries.js';
import { batchById, rowsOf } from '../../../../libs/persistence/src/batch/batch.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { standingOf, type SubjectRow, subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { AttachmentService } from '../application/attachment.service.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { faultAt } from '../http/field-fault.js';
import type { Locale } from '../http/locale.js';
import { Problem } from '../http/problem.js';
import type { BatchDto, NewDecisionBatchDto } from './batch.dto.js';
import { BatchService } from './batch.service.js';

const ACT = { signature: 'sign', notification: 'notify' } as const;
const ROWS = 1000;

/** What the acts of a list have in common. */
interface Common {
  readonly act: 'sign' | 'notify';
  readonly asked: Facts;
  readonly content: Record<string, unknown>;
  readonly now: string;
  readonly embargo: string | null;
}

/** Lists of decisions to be signed or notified. The worker asks each file; the preview asks the same rule. */
@Injectable()
export class DecisionBatchService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly batches: BatchService, private readonly attachments: AttachmentService) {}

  async prepare(caller: Caller, body: NewDecisionBatchDto): Promise<BatchDto> {
    const call = await subjectById(this.db, `call/${body.call}`);
    if (call?.kind !== 'call') throw new Problem(404, 'not-found');
    const common = await this.common(body, call);
    const ids = body.applications?.map((id) => `application/${id}`);
    const files = await decisionsOf(this.db, call.id, { signed: common.act === 'notify', ids });
    if (ids && files.length < new Set(ids).size) throw new Problem(422, 'batch-files');
    if (files.length === 0) throw new Problem(409, 'batch-no-decisions');
    const rows = await Promise.all(files.map(async (file) => ({ subjectId: file.id, asked: outcomeOf(file.data), code: await this.refusalOf(file, common) })));
    const { act, asked, content } = common;
    return this.batches.show(await prepareDecisions(this.db, { callId: call.id, act, asked, content, preparedBy: caller.personId, rows }));
  }

  private async common({ kind, signature, notification }: NewDecisionBatchDto, call: SubjectRow): Promise<Common> {
    const now = await clockNow(this.db);
    const embargo = await embargoOf(this.db, call.id);
    const { zone } = await schemeById(this.db, call.schemeId);
    if (kind === 'signature') {
      if (!signature) throw new Problem(422, 'invalid', {}, [faultAt('/signature', 'missing')]);
      const { signatory, ...asked } = signature;
      return { act: ACT[kind], asked: withoutBlanks(asked), content: { signatory: { ...signatory } }, now, embargo };
    }
    if (!notification) throw new Problem(422, 'invalid', {}, [faultAt('/notification', 'missing')]);
    const { proof, notifiedOn = civilDateOf(now, zone), channel } = notification;
    return { act: ACT[kind], asked: { notifiedOn, channel }, content: proof === undefined ? {} : { proof }, now, embargo };
  }

  /** Why this file would refuse the act now; null when it would not. */
  private async refusalOf(file: SubjectRow, { act, asked, content, now, embargo }: Common): Promise<string | null> {
    const scheme = await schemeById(this.db, file.schemeId);
    const { proposed, renewsEndsOn } = file.data as unknown as ApplicationData;
    const facts = act === 'notify' ? { ...asked, embargo }
      : signing({ ...asked, ...outcomeOf(file.data), ...content } as unknown as Signing, await preparedDecision(this.db, file), { proposed, renewsEndsOn, term: scheme.award.term }).facts;
    const verdict = decide(procedures.application, standingOf(file), {
      name: act, by: act === 'sign' ? 'authority' : 'secretariat', at: now, on: civilDateOf(now, scheme.zone), source: { command: '', actor: '' }, facts, content: { id: '', hash: '' },
    }, termsOf(scheme).application);
    return isRefusal(verdict) ? verdict.refused.code : null;
  }

  async addDocument(caller: Caller, id: string, request: FastifyRequest, locale: Locale): Promise<BatchDto> {
    const found = await batchById(this.db, id);
    if (!found || !signedActs.includes(found.batch.act)) throw new Problem(404, 'not-found');
    if (found.batch.status !== 'prepared') throw new Problem(409, 'batch-confirmed');
    const rows = await rowsOf(this.db, id, { limit: ROWS });
    const added = await this.attachments.addDecisions(caller, rows.map((row) => keyOf(row.subjectId)), request, locale);
    const { subjectKind } = found.batch;
    if (!(await nameDocuments(this.db, id, added.map(({ application, attachment }) => ({ subjectId: `${subjectKind}/${application}`, document: attachment }))))) throw new Problem(409, 'batch-confirmed');
    return this.batches.show(id);
  }
}

function withoutBlanks(facts: object): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}
