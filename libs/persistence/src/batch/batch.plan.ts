import { and, asc, eq, inArray } from 'drizzle-orm';
import { optionalText } from '../../../domain/src/procedure/facts.js';
import { attachment } from '../application/application.tables.js';
import type { Database } from '../database.js';
import { hashOf } from '../procedure/canonical.js';
import { content } from '../procedure/procedure.tables.js';
import { batch, batchRow } from './batch.tables.js';

/** A document that rows of the list name; each file has its own copy of the same bytes. */
interface ListDocument {
  readonly sha256: string;
  readonly name: string;
  /** Ids of attachments. */
  readonly attachments: readonly string[];
}

interface SignedPlan {
  /** One fingerprint of all that is signed: rows with their outcomes and documents, the bytes of these, the signatory, the dates. */
  readonly plan: string;
  readonly documents: readonly ListDocument[];
  readonly signatory: unknown;
}

/** What a list of signatures says now. The confirmation names the plan, so that nothing of it is exchanged after the look. */
export async function signedPlan(db: Database, id: string): Promise<SignedPlan> {
  const [found] = await db.select({ asked: batch.asked, body: content.body }).from(batch).innerJoin(content, eq(content.id, batch.reasonId)).where(eq(batch.id, id));
  const rows = await db.select({ file: batchRow.subjectId, asked: batchRow.asked }).from(batchRow).where(eq(batchRow.batchId, id)).orderBy(asc(batchRow.subjectId));
  const named = rows.flatMap(({ asked }) => (asked ? [optionalText(asked, 'document')] : [])).filter((one) => one !== null);
  const stored = named.length === 0 ? [] : await db.select({ id: attachment.id, name: attachment.name, sha256: attachment.sha256 }).from(attachment).where(and(inArray(attachment.id, named)));
  const bytes = new Map(stored.map((one) => [one.id, one]));
  const documents = [...new Set(stored.map(({ sha256 }) => sha256))].sort().map((sha256): ListDocument => ({
    sha256, name: stored.find((one) => one.sha256 === sha256)?.name ?? '', attachments: named.filter((one) => bytes.get(one)?.sha256 === sha256),
  }));
  const signatory = found?.body?.['signatory'] ?? null;
  const list = rows.map(({ file, asked }) => ({ file, asked: asked ?? null }));
  return { plan: hashOf({ list, asked: found?.asked ?? null, signatory, documents }), documents, signatory };
}
