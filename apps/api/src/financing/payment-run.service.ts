import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { orderRun, payable } from '../../../../libs/persistence/src/financing/payment-run.commands.js';
import { findRun, listRuns, type OrderRow, ordersOf, type PaymentRunRow } from '../../../../libs/persistence/src/financing/payment-run.queries.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { newId } from '../act/new-id.js';
import { ownKey } from '../act/own-key.js';
import type { Caller } from '../auth/caller.js';
import { ExportService } from '../document/export.service.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { runAsCsv } from './payment-csv.js';
import type { BankAnswerDto, NewRunDto, RunDto, RunPreviewDto, RunWithOrdersDto } from './payment-run.dto.js';
import { type PaymentAct, PaymentService } from './payment.service.js';

/** Where a run's day is counted: a run may hold labels of several schemes. */
const zone = 'Europe/Paris';
const sent: readonly OrderRow['state'][] = ['exported', 'executed', 'rejected'];

/** Payments go to the bank in runs: looked at, ordered, handed over as a list once every financing has taken its payment, then answered by the bank. */
@Injectable()
export class PaymentRunService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly payments: PaymentService, private readonly exports: ExportService) {}

  /** What a run would take now. */
  async preview(): Promise<RunPreviewDto> {
    const rows = await payable(this.db);
    return {
      lines: rows.length, totalCents: rows.reduce((sum, { cents }) => sum + cents, 0),
      payments: rows.map(({ subject, pole, instalment, cents, last4 }) => ({ financing: keyOf(subject), pole, instalment, cents, last4 })),
    };
  }

  /** @throws Problem 409 `run-changed` when what was looked at is not what would go out now */
  async order(caller: Caller, { lines, totalCents }: NewRunDto, idempotencyKey: string | undefined): Promise<RunWithOrdersDto> {
    const on = civilDateOf(await clockNow(this.db), zone);
    const ordered = await orderRun(this.db, { id: newId(caller, idempotencyKey), by: caller.personId, on, seen: { lines, cents: totalCents } });
    if (ordered.is === 'changed') {
      const now = { lines: ordered.lines, cents: ordered.cents };
      throw new Problem(409, 'run-changed', now, undefined, now);
    }
    return this.show(ordered.id);
  }

  async list({ limit, cursor }: PageQuery): Promise<Page<RunDto>> {
    const [before] = decodeCursor(cursor, 'number') ?? [];
    const rows = await listRuns(this.db, { before: before === undefined ? undefined : Number(before), limit: limit + 1 });
    return pageOf(rows, limit, (row) => [String(row.number)], runView);
  }

  async show(id: string): Promise<RunWithOrdersDto> {
    const { run, orders } = await this.run(id);
    const listed = orders.filter(({ state }) => sent.includes(state));
    return {
      ...runView(run), ready: orders.every(({ state }) => state !== 'waiting'), lines: listed.length, totalCents: listed.reduce((sum, { cents }) => sum + cents, 0),
      orders: orders.map(({ subject, pole, label, instalment, cents, state, code }) => ({ financing: keyOf(subject), poleName: pole, label, instalment, cents, state, code })),
    };
  }

  /**
   * The list for the bank. It leaves with whoever asked, journalled.
   * @throws Problem 409 `run-not-ready` while a financing has not answered, `run-empty` when none has taken its payment
   */
  async csv(caller: Caller, id: string): Promise<{ bytes: Buffer; number: number }> {
    const { run, orders } = await this.run(id);
    if (orders.some(({ state }) => state === 'waiting')) throw new Problem(409, 'run-not-ready');
    const listed = orders.filter(({ state }) => sent.includes(state));
    if (listed.length === 0) throw new Problem(409, 'run-empty');
    const bytes = Buffer.from(runAsCsv(run, listed, await this.instalmentNames(listed)));
    await this.exports.journal(caller, { bytes, format: 'csv', address: `/api/payment-runs/${id}/csv`, subject: null, extent: listed.length });
    return { bytes, number: run.number };
  }

  /** What the schemes call the instalments: the accountant knows no codes. */
  private async instalmentNames(orders: readonly OrderRow[]): Promise<(order: OrderRow) => string> {
    const ids = [...new Set(orders.map(({ scheme }) => scheme))];
    const schemes = new Map(await Promise.all(ids.map(async (id) => [id, await schemeById(this.db, id)] as const)));
    return ({ scheme, instalment }) => schemes.get(scheme)?.financing?.instalments.find(({ code }) => code === instalment.replace(/^\d+-/, ''))?.label.fr ?? instalment;
  }

  /** The bank's answer: each payment of the run that has none is executed, or rejected as listed. Given again it changes nothing. */
  async answer(caller: Caller, id: string, { on, rejected }: BankAnswerDto): Promise<RunWithOrdersDto> {
    const { orders } = await this.run(id);
    const known = (one: BankAnswerDto['rejected'][number]): boolean => orders.some((order) => keyOf(order.subject) === one.financing && order.instalment === one.instalment && sent.includes(order.state));
    if (!rejected.every(known)) throw new Problem(422, 'run-stranger');
    for (const { subject, instalment, state } of orders) {
      if (state !== 'exported') continue;
      const key = keyOf(subject);
      const back = rejected.find((one) => one.financing === key && one.instalment === instalment);
      const act: PaymentAct = back ? { act: 'recordRejection', by: ['secretariat'], facts: { instalment, code: back.code } } : { act: 'recordExecution', by: ['secretariat'], facts: { instalment, on } };
      await this.payments.take(caller, key, act, ownKey('payment-run', id, subject, instalment, act.act, back?.code ?? on));
    }
    return this.show(id);
  }

  private async run(id: string): Promise<{ run: PaymentRunRow; orders: OrderRow[] }> {
    const run = await findRun(this.db, id);
    if (!run) throw new Problem(404, 'not-found');
    return { run, orders: await ordersOf(this.db, id) };
  }
}

function runView({ id, number, orderedAt, orderedBy }: PaymentRunRow): RunDto {
  return { id, number, orderedAt: orderedAt.toISOString(), orderedBy };
}
