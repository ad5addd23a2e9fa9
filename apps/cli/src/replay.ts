import { fileURLToPath } from 'node:url';
import { Runtime, Worker, type Logger } from '@temporalio/worker';
import { listeningBundle, listeningSinks, nothingAsked, type Asked } from './histories/asked.js';
import { historyOf, readRecorded, recordedIn } from './histories/file.js';

/**
 * Replays every recorded history of a folder: `replay FOLDER` on this build's bundle, a line for each; `replay FOLDER --asked` on the
 * same workflows with an ear in them, a line of JSON for each with the timers and activities that it asked for. Exits 1 when one does not replay.
 */
const [folder, option] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of the histories: replay FOLDER');
const quiet: Logger = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error };
Runtime.install({ logger: quiet, telemetryOptions: { logging: { filter: 'ERROR', forward: {} } } });

const files = recordedIn(folder);

function* histories(from: string) {
  for (const file of files) {
    const { workflowId, history } = readRecorded(from, file);
    yield { workflowId, history: historyOf(history) };
  }
}

let asked: Asked = nothingAsked();
const listens = option === '--asked';
const options = listens
  ? { workflowBundle: await listeningBundle(quiet), sinks: listeningSinks(() => asked) }
  : { workflowBundle: { codePath: fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url)) } };
let at = 0;
let failed = 0;
// They are replayed one by one, in the order in which they were given.
for await (const { error } of Worker.runReplayHistories(options, histories(folder))) {
  const file = files[at] ?? '';
  process.stdout.write(`${listens && !error ? JSON.stringify({ file, ...asked }) : `${error ? 'FAILED' : 'ok'} ${file}${error ? `: ${error.message}` : ''}`}\n`);
  asked = nothingAsked();
  at += 1;
  if (error) failed += 1;
}
process.exitCode = failed > 0 || at < files.length ? 1 : 0;
