import { Inject, Injectable } from '@nestjs/common';
import { retentionActs } from '../../../../libs/domain/src/retention/retention.status.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { findPole } from '../../../../libs/persistence/src/people/pole.queries.js';
import { originalsOf, stillNamed } from '../../../../libs/persistence/src/retention/originals.queries.js';
import { decideRetention, endRetention, eraseFile, proposeRetention } from '../../../../libs/persistence/src/retention/retention.commands.js';
import { filesDue, findRetention, listRetention, type RetentionRecord } from '../../../../libs/persistence/src/retention/retention.queries.js';
import { schemeById } from '../../../../libs/persistence/src/scheme/scheme.queries.js';
import { FileStore } from '../application/file-store.js';
import type { Caller } from '../auth/caller.js';
import { DATABASE } from '../environment/tokens.js';
import type { Locale } from '../http/locale.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../http/page.js';
import { Problem } from '../http/problem.js';
import type { DueFileDto, RetentionProposalDto, RetentionDecisionDto, RetentionFileDto, RetentionQueryDto } from './retention.dto.js';

const problems = { 'not-now': 'retention-not-now', archive: 'archive-missing', outdated: 'archive-outdated', reopened: 'retention-not-due' } as const;

/** Files whose time is over: listed, proposed, decided, and only then destroyed. */
@Injectable()
export class RetentionService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly store: FileStore) {}

  async due({ limit, cursor }: PageQuery, locale: Locale): Promise<Page<DueFileDto>> {
    const after = decodeCursor(cursor, 'date', 'text')?.join(' ') ?? '';
    const rows = (await filesDue(this.db)).filter(({ until, file }) => `${until} ${file}` > after).slice(0, limit + 1);
    const shown = await Promise.all(rows.map(async ({ file, category, from, until, then, pole, schemeId, subjects }) => {
      const said = (await schemeById(this.db, schemeId)).retention.find(({ code }) => code === category);
      return { file, pole: (await findPole(this.db, pole))?.name ?? '', category, categoryLabel: said?.label[locale] ?? category, from, until, foreseen: then, subjects: subjects.length };
    }));
    return pageOf(shown, limit, ({ until, file }) => [until, file], (one) => one);
  }

  async list(caller: Caller, { status, limit, cursor }: RetentionQueryDto): Promise<Page<RetentionFileDto>> {
    const rows = await listRetention(this.db, { status, after: decodeCursor(cursor, 'instant', 'id'), limit: limit + 1 });
    return pageOf(rows, limit, ({ proposedAt, id }) => [proposedAt.toISOString(), id], (row) => view(row, caller));
  }

  async show(caller: Caller, id: string): Promise<RetentionFileDto> {
    return view(await this.find(id), caller);
  }

  /** @throws Problem 409 `retention-not-due` for a file that is not in the list of due ones (any more) */
  async propose(caller: Caller, { files }: RetentionProposalDto): Promise<RetentionFileDto[]> {
    const due = new Map((await filesDue(this.db)).map((one) => [one.file, one]));
    const asked = [...new Map(files.map((one) => [one.file, one])).values()].map(({ file, proposal }) => {
      const one = due.get(file);
      if (!one) throw new Problem(409, 'retention-not-due', { file });
      return { due: one, proposal: proposal ?? one.then };
    });
    const ids = await proposeRetention(this.db, asked, caller.personId);
    return Promise.all(ids.map((id) => this.show(caller, id)));
  }

  /** @throws Problem 409 `same-person` for who proposed it, `retention-not-now` when it was decided already */
  async decide(caller: Caller, id: string, { decision, reference }: RetentionDecisionDto): Promise<RetentionFileDto> {
    const row = await this.find(id);
    if (row.status !== 'proposed') throw new Problem(409, 'retention-not-now', {}, undefined, { currentStatus: row.status });
    if (row.proposedBy === caller.personId) throw new Problem(409, 'same-person');
    if (!(await decideRetention(this.db, { id, decision, reference, by: caller.personId }))) throw new Problem(409, 'retention-not-now', {}, undefined, { currentStatus: (await this.find(id)).status });
    return this.show(caller, id);
  }

  /**
   * Destroys what people wrote and gave. Asked again after a fault in the middle, it goes on.
   * @throws Problem 409 `retention-not-now` without the decision, `archive-missing` without the zip, `archive-outdated`, `retention-not-due`
   */
  async eliminate(caller: Caller, id: string, archive: string): Promise<RetentionFileDto> {
    const { status } = await this.find(id);
    const erasure = await eraseFile(this.db, { id, archive });
    if (erasure.is !== 'erased') throw new Problem(409, problems[erasure.is], {}, undefined, { currentStatus: status });
    for (const one of await originalsOf(this.db, erasure.subjects)) if (!(await stillNamed(this.db, one))) await this.store.forget(one.folder, one.sha256);
    await endRetention(this.db, { id, by: caller.personId });
    return this.show(caller, id);
  }

  /** @throws Problem 404 */
  private async find(id: string): Promise<RetentionRecord> {
    const row = await findRetention(this.db, id);
    if (!row) throw new Problem(404, 'not-found');
    return row;
  }
}

function view(row: RetentionRecord, caller: Caller): RetentionFileDto {
  const { id, file, poleName: pole, category, from, until, status, proposal, proposer: proposedBy, proposedAt, decision, reference, decider: decidedBy, decidedAt, archiveHash, archivedAt, eliminatedAt, erased } = row;
  const acts = retentionActs(status, caller.roles).filter((act) => act === 'destroy' || row.proposedBy !== caller.personId);
  return {
    id, file, pole, category, from, until, status, proposal, proposedBy, proposedAt: proposedAt.toISOString(), decision, reference, decidedBy, decidedAt: decidedAt?.toISOString() ?? null,
    archive: archiveHash !== null && archivedAt ? { sha256: archiveHash, at: archivedAt.toISOString() } : null, eliminatedAt: eliminatedAt?.toISOString() ?? null, erased, allowedActions: acts,
  };
}
