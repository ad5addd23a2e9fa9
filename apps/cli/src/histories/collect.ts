import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { subjectKinds } from '../../../../libs/domain/src/procedure/subject.js';
import type { EncryptingCodec } from '../../../../libs/temporal/src/codec.js';
import { cover } from './cover.js';
import { plainHistory, recordedIn, valueOf, writeRecorded, type RecordedRun } from './file.js';
import { stepsOf } from './path.js';

export interface Collecting {
  readonly client: Client;
  readonly codec: EncryptingCodec;
  readonly folder: string;
  /** Before each file's name; files of the folder that begin otherwise stay. */
  readonly prefix?: string;
  /** Every run, not only those that bring a step that no other has. */
  readonly all?: boolean;
}

/**
 * Keeps recorded histories of a namespace in a folder: few, that together have every step of all. Payloads are stored decrypted:
 * what is recorded here is invented, and a reader can see what a workflow was told.
 * @returns how many were kept, of how many
 */
export async function collectHistories({ client, codec, folder, prefix = '', all = false }: Collecting): Promise<{ kept: number; seen: number }> {
  const runs: { kind: string; steps: readonly string[]; run: RecordedRun }[] = [];
  for await (const { type: kind, workflowId, runId, status } of client.workflow.list()) {
    if (!(subjectKinds as readonly string[]).includes(kind)) continue;
    const fetched = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const history = plainHistory(await decrypted(fetched, codec));
    const start = valueOf<{ standing?: { status: string } }>(history.events[0]?.workflowExecutionStartedEventAttributes?.input.payloads[0]);
    const steps = stepsOf(kind, status.name, start.standing?.status, history);
    runs.push({ kind, steps, run: { workflowId, status: status.name, path: steps, history } });
  }
  const kept = all ? runs : cover(runs).flatMap((i) => runs[i] ?? []);
  mkdirSync(folder, { recursive: true });
  for (const old of recordedIn(folder)) if (old.startsWith(prefix)) rmSync(join(folder, old));
  for (const kind of subjectKinds) {
    kept.filter((one) => one.kind === kind).forEach(({ run }, i) => writeRecorded(folder, `${prefix}${kind}-${String(i + 1).padStart(2, '0')}`, run));
  }
  return { kept: kept.length, seen: runs.length };
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
