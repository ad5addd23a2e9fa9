import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { prefill, type CarriedOver } from '../../../../libs/domain/src/application/prefill.js';
import type { Answers } from '../../../../libs/domain/src/scheme/answer.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { carryAttachments, lastFile, type LastFile, reportsOf } from '../../../../libs/persistence/src/application/prefill.queries.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { DATABASE } from '../environment/tokens.js';
import { FileStore } from './file-store.js';

/** What a new draft begins with, and the files that follow once it is there. */
export interface Prefilled {
  readonly answers: Answers;
  readonly carried: CarriedOver;
  readonly last: LastFile | undefined;
}

/** Begins files with what the pole wrote before: its last file, refused ones included, and for a renewal the reports of the label. */
@Injectable()
export class PrefillService {
  constructor(@Inject(DATABASE) private readonly db: Database, private readonly store: FileStore) {}

  /** @param renews subject id of the label that is renewed; null for a file that starts from the last one */
  async of(scheme: Scheme, poleId: string, renews: string | null): Promise<Prefilled> {
    const [last, reported] = await Promise.all([lastFile(this.db, poleId, scheme.code), renews === null ? { reports: [], validated: [] } : reportsOf(this.db, renews)]);
    const before = { answers: last?.answers ?? {}, files: last?.files.map(({ question }) => question) ?? [], ...reported };
    return { ...prefill(scheme, before, renews === null ? ['application'] : scheme.renewal.prefill), last };
  }

  /** The files of the questions that were carried over. A draft that a failure leaves without them asks for them again. */
  async attach(draft: string, { carried, last }: Prefilled, by: string): Promise<void> {
    if (!last) return;
    const files = last.files.filter(({ question }) => carried[question]);
    const there = await Promise.all(files.map(({ sha256 }) => this.store.carry(last.application, draft, sha256)));
    await carryAttachments(this.db, files.filter((_, at) => there[at]).map(({ purpose, question, name, type, size, sha256 }) => ({
      id: randomUUID(), applicationId: draft, purpose, question, name, type, size, sha256, uploadedBy: by,
    })));
  }
}
