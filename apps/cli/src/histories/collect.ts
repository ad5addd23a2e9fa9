import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { subjectKinds } from '../../../../libs/domain/src/procedure/subject.js';
import type { Database } from '../../../../libs/persistence/src/database.js';
import { entriesAfter } from '../../../../libs/persistence/src/procedure/journal.queries.js';
import type { EncryptingCodec } from '../../../../libs/temporal/src/codec.js';

export interface Collecting {
  readonly client: Client;
  readonly db: Database;
  readonly codec: EncryptingCodec;
  readonly folder: string;
}

/**
 * Keeps one recorded history of each path: workflows whose journals and runs tell the same story are kept once. Payloads are
 * stored decrypted: what is recorded here is invented, and a reader can see what a workflow was told.
 * @returns how many were kept, of how many
 */
export async function collectHistories({ client, db, codec, folder }: Collecting): Promise<{ kept: number; seen: number }> {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith('.json.gz')) rmSync(join(folder, old));
  const paths = new Map<string, WorkflowExecutionInfo>();
  let seen = 0;
  for await (const run of client.workflow.list()) {
    if (!(subjectKinds as readonly string[]).includes(run.type)) continue;
    seen += 1;
    const path = await pathOf(db, run);
    if (!paths.has(path)) paths.set(path, run);
  }
  const counts = new Map<string, number>();
  for (const [path, run] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const n = (counts.get(run.type) ?? 0) + 1;
    counts.set(run.type, n);
    const history = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    const json = historyToJSON((await decrypted(history, codec)) as never);
    const told = { type: run.type, workflowId: run.workflowId, status: run.status.name, path, history: JSON.parse(json) as unknown };
    writeFileSync(join(folder, `${run.type}-${String(n).padStart(2, '0')}.json.gz`), gzipSync(JSON.stringify(told), { level: 9 }));
  }
  return { kept: paths.size, seen };
}

/** A run's path: its kind, where its history begins and how it ended, and what its journal says happened. */
async function pathOf(db: Database, run: WorkflowExecutionInfo): Promise<string> {
  const entries = await entriesAfter(db, run.workflowId, 0);
  const told = entries.filter((e, i) => i === 0 || e.type !== entries[i - 1]?.type).map((e) => e.type);
  return [run.type, run.status.name, ...told].join(' ');
}

async function decrypted(value: unknown, codec: EncryptingCodec): Promise<unknown> {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (isPayload(value)) return (await codec.decode([value]))[0];
  if (Array.isArray(value)) return Promise.all(value.map((inner) => decrypted(inner, codec)));
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) copy[key] = await decrypted(inner, codec);
  return copy;
}

function isPayload(value: object): value is Payload {
  return 'metadata' in value && 'data' in value && value.data instanceof Uint8Array;
}
