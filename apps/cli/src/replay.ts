import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Runtime, Worker } from '@temporalio/worker';

/** Replays every recorded history of a folder on this build's bundle. Prints a line for each; exits 1 when one does not replay. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the histories: replay FOLDER');
const codePath = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));
Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }, telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });

function* histories(from: string) {
  for (const file of readdirSync(from).filter((name) => name.endsWith('.json.gz')).sort()) {
    const { workflowId, history } = JSON.parse(gunzipSync(readFileSync(join(from, file))).toString('utf8')) as { workflowId: string; history: unknown };
    names.set(workflowId, [...(names.get(workflowId) ?? []), file]);
    yield { workflowId, history: historyFromJSON(history) };
  }
}

const names = new Map<string, string[]>();
let failed = 0;
for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, histories(folder))) {
  const file = names.get(workflowId)?.shift() ?? workflowId;
  process.stdout.write(`${error ? 'FAILED' : 'ok'} ${file}${error ? `: ${error.message}` : ''}\n`);
  if (error) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
