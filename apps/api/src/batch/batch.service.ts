import { Inject, Injectable } from '@nestjs/common';
import { type BatchAct, signedActs } from '../../../../libs/domain/src/batch/batch.status.js';
import type { Shift } from '../../../../libs/domain/src/batch/shift.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { optionalText } from '../../../../libs/domain/src/procedure/facts.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import { keyOf, type SubjectKind } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { confirmBatch, dropBatch, prepareBatch, resumeBatch } from '../../../../libs/persistence/src/batch/batch.commands.js';
import { batchById, batchesOf, type BatchShown, countsOf, rowsOf } from '../../../../libs/persistence/src/batch/batch.queries.js';
import { signedPlan } from '../../../../libs/persistence/src/batch/batch.plan.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { subjectById } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { addressOf, collections } from '../act/subject-param.js';
import type { SignatoryDto } from '../application/application.act.dto.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { BatchDto, BatchRowDto, BatchRowQueryDto, NewBatchDto } from './batch.dto.js';

/** Moves of a kind of deadline for all files of a call: prepared, looked at, confirmed; the worker does the rest. */
@Injectable()
export class BatchService {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Stores the batch with its preview; nothing is moved yet. */
  async prepare(caller: Caller, callId: string, body: NewBatchDto): Promise<BatchDto> {
    const subjectKind = collections[body.collection] as SubjectKind;
    ownerRole(caller, subjectKind, body.kind);
    const shift = shiftOf(body);
    await this.refusePast(callId, shift);
    const id = await prepareBatch(this.db, { callId, subjectKind, deadlineKind: body.kind, shift, reason: body.reason, preparedBy: caller.personId });
    if (id === undefined) throw new Problem(409, 'batch-empty', { kind: body.kind });
    return this.show(id);
  }

  async list(callId: string, { limit, cursor }: PageQuery): Promise<Page<BatchDto>> {
    const [before] = decodeCursor(cursor, 'number') ?? [];
    const rows = await batchesOf(this.db, callId, { before: before === undefined ? undefined : Number(before), limit: limit + 1 });
    const page = pageOf(rows, limit, ({ batch }) => [String(batch.version)], (row) => row);
    return { items: await Promise.all(page.items.map((row) => this.view(row))), next: page.next };
  }

  async show(id: string): Promise<BatchDto> {
    return this.view(await this.batch(id));
  }

  async rows(id: string, { state, limit, cursor }: BatchRowQueryDto): Promise<Page<BatchRowDto>> {
    const [after] = decodeCursor(cursor, 'text') ?? [];
    await this.batch(id);
    const rows = await rowsOf(this.db, id, { state, after, limit: limit + 1 });
    return pageOf(rows, limit, (row) => [row.subjectId], (row) => ({
      id: addressOf(row.subjectId), from: row.from, to: row.to, outcome: row.asked ? optionalText(row.asked, 'outcome') : null, state: row.state, code: row.code, command: row.commandId,
    }));
  }

  /** Lets the batch begin. Confirming twice is confirming once. @throws Problem 409 `batch-changed` where a signature is not of the plan that was read */
  async confirm(caller: Caller, id: string, plan: string | undefined): Promise<BatchDto> {
    const { batch } = await this.batch(id);
    const as = batch.act === 'moveDeadline' ? ownerRole(caller, batch.subjectKind, batch.deadlineKind) : decider(caller, batch.act);
    const confirmation = await confirmBatch(this.db, id, { by: caller.personId, as, check: async (tx) => !signedActs.includes(batch.act) || (await signedPlan(tx, id)).plan === plan });
    if (confirmation === 'changed') throw new Problem(409, 'batch-changed');
    if (confirmation === 'dropped') throw new Problem(409, 'batch-dropped');
    if (confirmation === 'superseded') throw new Problem(409, 'batch-superseded');
    return this.show(id);
  }

  /** Has a batch under way started again now, should its run have been ended. */
  async resume(id: string): Promise<BatchDto> {
    await this.batch(id);
    await resumeBatch(this.db, id);
    return this.show(id);
  }

  async drop(id: string): Promise<BatchDto> {
    await this.batch(id);
    if (!(await dropBatch(this.db, id))) throw new Problem(409, 'batch-confirmed');
    return this.show(id);
  }

  /** What an authority looks at before it signs a list. */
  private async signed({ id, act }: BatchShown['batch']): Promise<Pick<BatchDto, 'signatory' | 'documents' | 'plan'>> {
    if (!signedActs.includes(act)) return { signatory: null, documents: [], plan: null };
    const { plan, documents, signatory } = await signedPlan(this.db, id);
    return { plan, documents: documents.map((one) => ({ ...one, attachments: [...one.attachments] })), signatory: (signatory ?? null) as SignatoryDto | null };
  }

  private async batch(id: string): Promise<BatchShown> {
    const found = await batchById(this.db, id);
    if (!found) throw new Problem(404, 'not-found');
    return found;
  }

  private async refusePast(callId: string, shift: Shift): Promise<void> {
    const call = await subjectById(this.db, callId);
    if (!call) throw new Problem(404, 'not-found');
    const { zone } = await schemeById(this.db, call.schemeId);
    if ('to' in shift && shift.to < civilDateOf(await clockNow(this.db), zone)) throw new Problem(409, 'date-in-the-past', { to: shift.to });
  }

  private async view({ batch, reason }: BatchShown): Promise<BatchDto> {
    const collection = Object.entries(collections).find(([, kind]) => kind === batch.subjectKind)?.[0] ?? '';
    return {
      id: batch.id, call: batch.callId.startsWith('call/') ? keyOf(batch.callId) : null, version: batch.version, collection, kind: kinds[batch.act] ?? batch.deadlineKind, to: batch.to, by: batch.by, reason, status: batch.status,
      preparedBy: batch.preparedBy, preparedAt: batch.preparedAt.toISOString(), confirmedBy: batch.confirmedBy,
      confirmedAt: batch.confirmedAt?.toISOString() ?? null, endedAt: batch.endedAt?.toISOString() ?? null, counts: await countsOf(this.db, batch.id),
      ...(await this.signed(batch)),
    };
  }
}

/** What a batch of decisions is called. */
const kinds: Readonly<Partial<Record<BatchAct, string>>> = { sign: 'signature', notify: 'notification', extend: 'extension' };

/** The authority signs, the secretariat notifies: whoever confirms the list takes the act. @throws Problem 403 */
function decider(caller: Caller, act: BatchAct): Role {
  const as = signedActs.includes(act) ? 'authority' : 'secretariat';
  if (!caller.roles.includes(as)) throw new Problem(403, 'forbidden', { roles: as });
  return as;
}

function shiftOf({ to, by }: NewBatchDto): Shift {
  if (to != null && by == null) return { to };
  if (by != null && to == null) return { by };
  throw new Problem(422, 'batch-shift');
}

/** The role by which the caller owns this kind of deadline. @throws Problem 409 for a kind that these files don't have, 403 when it is not the caller's to move */
function ownerRole(caller: Caller, subjectKind: SubjectKind, kind: string): Role {
  const { deadlines } = procedures[subjectKind];
  const owners = Object.hasOwn(deadlines, kind) ? deadlines[kind]?.movableBy : undefined;
  if (!owners) throw new Problem(409, 'batch-empty', { kind });
  const as = owners.find((role) => role !== 'applicant' && role !== 'expert' && caller.roles.includes(role));
  if (!as) throw new Problem(403, 'forbidden', { roles: owners.join(', ') || '–' });
  return as;
}
