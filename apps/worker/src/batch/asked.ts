import type { ApplicationData } from '../../../../libs/domain/src/application/application.data.js';
import { signing, type Signing } from '../../../../libs/domain/src/application/prepared.js';
import type { Facts } from '../../../../libs/domain/src/procedure/act.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { preparedDecision } from '../../../../libs/persistence/src/application/decision.queries.js';
import { embargoOf } from '../../../../libs/persistence/src/call/embargo.queries.js';
import type { BatchRecord, BatchRowRecord } from '../../../../libs/persistence/src/batch/batch.work.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import type { SubjectRow } from '../../../../libs/persistence/src/procedure/standing.queries.js';

/** One row of a batch under way, with its file as it stands. */
interface Asking {
  readonly batch: BatchRecord;
  readonly row: BatchRowRecord;
  readonly file: SubjectRow;
  readonly scheme: Scheme;
  /** What was written for all files. */
  readonly written: Readonly<Record<string, unknown>>;
}

/** What the act of one row carries: what is the batch's, what is the row's, and what the file says itself. */
export async function askedOf(db: Database, { batch, row, file, scheme, written }: Asking): Promise<{ facts: Facts; content: Record<string, unknown> }> {
  const own = { ...batch.asked, ...row.asked };
  switch (batch.act) {
    case 'moveDeadline': {
      const { reason = '' } = written;
      return { facts: { kind: batch.deadlineKind, to: row.to }, content: { reason } };
    }
    case 'sign': {
      const { proposed, renewsEndsOn } = file.data as unknown as ApplicationData;
      const { facts, content } = signing({ ...own, signatory: written['signatory'] } as unknown as Signing, await preparedDecision(db, file), { proposed, renewsEndsOn, term: scheme.award.term });
      return { facts, content: { ...content } };
    }
    case 'extend':
      return { facts: own, content: { ...written } };
    case 'notify': {
      const { outcome: _outcome, ...facts } = own as Facts & { outcome?: unknown };
      return { facts: { ...facts, embargo: await embargoOf(db, batch.callId) }, content: { ...written } };
    }
  }
}
