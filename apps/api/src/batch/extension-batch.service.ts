import { Inject, Injectable } from '@nestjs/common';
import type { AwardData } from '../../../../libs/domain/src/award/award.data.js';
import { civilDateOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import { decide } from '../../../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../../../libs/domain/src/procedure/decision.js';
import { textFact } from '../../../../libs/domain/src/procedure/facts.js';
import { keyOf } from '../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../libs/domain/src/procedures.js';
import { termsOf } from '../../../../libs/domain/src/scheme/terms.js';
import { batchById, rowsOf } from '../../../../libs/persistence/src/batch/batch.queries.js';
import { extensionBatches, labelsById, type LabelToExtend, labelsToExtend, prepareExtension } from '../../../../libs/persistence/src/batch/extension.commands.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { clockNow } from '../../../../libs/persistence/src/procedure/clock.queries.js';
import { standingOf, type SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { BatchDto } from './batch.dto.js';
import { BatchService } from './batch.service.js';
import type { ExtensionPreviewDto, ExtensionRowDto, NewExtensionBatchDto } from './extension-batch.dto.js';

const ROWS = 1000;

/** One decision that extends many labels: prepared, read, confirmed by the authority; the worker asks each label. */
@Injectable()
export class ExtensionBatchService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly batches: BatchService) {}

  /** @throws Problem 409 `no-labels-to-extend`; 422 `labels-elsewhere` */
  async prepare(caller: Caller, { schemeCode, call, labels, expired = false, endsOn, decidedOn, report = false, instalment = false, signatory, reasonsInLaw, reasonsInFact }: NewExtensionBatchDto): Promise<BatchDto> {
    const callId = call === undefined ? undefined : `call/${call}`;
    const ids = labels && [...new Set(labels)].map((id) => `award/${id}`);
    const found = await labelsToExtend(this.db, { scheme: schemeCode, call: callId, labels: ids, endsOn, expired });
    if (ids && found.length < ids.length) throw new Problem(422, 'labels-elsewhere');
    if (found.length === 0) throw new Problem(409, 'no-labels-to-extend');
    const asked = { endsOn, decidedOn, report, instalment };
    const now = await clockNow(this.db);
    const rows = await Promise.all(found.map(async ({ row }) => ({ subjectId: row.id, from: (row.data as unknown as AwardData).endsOn, to: endsOn, code: await this.refusalOf(row, asked, now) })));
    const content = { signatory: { ...signatory }, reasonsInLaw, reasonsInFact };
    return this.batches.show(await prepareExtension(this.db, { callId: callId ?? `scheme/${schemeCode}`, asked, content, preparedBy: caller.personId, rows }));
  }

  /** Those prepared or done, the latest first. */
  async list({ limit, cursor }: PageQuery): Promise<Page<BatchDto>> {
    const rows = await extensionBatches(this.db, { before: decodeCursor(cursor, 'instant', 'text'), limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => [row.preparedAt.toISOString(), row.id], (row) => row);
    return { items: await Promise.all(page.items.map(({ id }) => this.batches.show(id))), next: page.next };
  }

  /** What the decision brings, label by label, and added up. */
  async preview(id: string): Promise<ExtensionPreviewDto> {
    const found = await batchById(this.db, id);
    if (found?.batch.act !== 'extend') throw new Problem(404, 'not-found');
    const asked = found.batch.asked ?? {};
    const stored = await rowsOf(this.db, id, { limit: ROWS });
    const labels = await labelsById(this.db, stored.map((row) => row.subjectId));
    const rows = await Promise.all(stored.map((row) => this.row(row, labels.find((one) => one.row.id === row.subjectId), asked)));
    const extended = rows.filter((row) => row.code === null);
    const sum = (of: (row: ExtensionRowDto) => number): number => extended.reduce((total, row) => total + of(row), 0);
    return {
      batch: id, endsOn: textFact(asked, 'endsOn'), decidedOn: textFact(asked, 'decidedOn'), labels: extended.length, afterExpiry: extended.filter((row) => row.afterExpiry).length,
      reports: sum((row) => row.reports), indicators: sum((row) => row.indicators), instalments: sum((row) => row.instalments), certificates: extended.length,
      refused: rows.length - extended.length, rows: rows.sort((a, b) => (a.number < b.number ? -1 : 1)),
    };
  }

  private async row(stored: { subjectId: string; from: string | null; to: string | null; code: string | null }, label: LabelToExtend | undefined, asked: Facts): Promise<ExtensionRowDto> {
    const data = label?.row.data as unknown as AwardData | undefined;
    const scheme = label && (await schemeById(this.db, label.row.schemeId));
    const reports = asked['report'] === true ? 1 : 0;
    const financed = scheme !== undefined && termsOf(scheme).award.financed === true;
    return {
      id: keyOf(stored.subjectId), number: data?.number ?? '', pole: label?.pole ?? '', status: label?.row.status ?? '', from: stored.from ?? '', to: stored.to ?? '',
      afterExpiry: label?.row.status === 'expired' || data?.extensions.some((one) => one.to === stored.to && one.afterExpiry) === true,
      reports, indicators: reports * (scheme?.indicators.length ?? 0), instalments: asked['instalment'] === true && financed ? 1 : 0, code: stored.code,
    };
  }

  /** Why this label would refuse now; null when it would not. */
  private async refusalOf(file: SubjectRow, facts: Facts, now: string): Promise<string | null> {
    const scheme = await schemeById(this.db, file.schemeId);
    const verdict = decide(procedures.award, standingOf(file), {
      name: 'extend', by: 'authority', at: now, on: civilDateOf(now, scheme.zone), source: { command: '', actor: '' }, facts, content: { id: '', hash: '' },
    }, termsOf(scheme).award);
    return isRefusal(verdict) ? verdict.refused.code : null;
  }
}
