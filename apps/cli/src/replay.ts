import { fileURLToPath } from 'node:url';
import { Runtime, Worker } from '@temporalio/worker';
import { historyOf, readRecorded, recordedIn } from './histories/file.js';

/** Replays every recorded history of a folder on this build's bundle. Prints a line for each; exits 1 when one does not replay. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the histories: replay FOLDER');
const codePath = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));
Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error }, telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });

const files = recordedIn(folder);

function* histories(from: string) {
  for (const file of files) {
    const { workflowId, history } = readRecorded(from, file);
    yield { workflowId, history: historyOf(history) };
  }
}

let at = 0;
let failed = 0;
// They come back one by one, in the order in which they were given.
for await (const { error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, histories(folder))) {
  process.stdout.write(`${error ? 'FAILED' : 'ok'} ${files[at] ?? ''}${error ? `: ${error.message}` : ''}\n`);
  at += 1;
  if (error) failed += 1;
}
process.exitCode = failed > 0 || at < files.length ? 1 : 0;
