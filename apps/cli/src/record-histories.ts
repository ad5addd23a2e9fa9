// `node scripts/run.mjs record-histories [FOLDER]`: records anew the histories that test/workflows/replay.spec.ts replays.
import { mkdirSync } from 'node:fs';
import { EncryptingCodec } from '../../../libs/temporal/src/codec.js';
import { collectHistories } from './histories/collect.js';
import { recordMidnight } from './histories/midnight.js';
import { endOf, firstInstant, rehearse } from './rehearse/rehearsal.js';
import { Progress } from './rehearse/progress.js';
import { inProject } from './stack/project.js';
import { startTemporaryServers } from './stack/temporary.js';
import { StackError } from './stack/types.js';

const say = (line: string): void => console.log(line);
const folder = process.argv[2] ?? inProject('test', 'workflows', 'histories');
const logsDir = inProject('test-output', 'record-histories');
mkdirSync(logsDir, { recursive: true });
/** Enough centres for each destiny that a rehearsal deals out, and the years until a renewed label. */
const options = { name: 'recording', centres: 22, years: 3, seed: 7 };
const servers = startTemporaryServers({ logsDir, say });
try {
  const { addresses } = await servers.up;
  const progress = new Progress(process.stdout, firstInstant, endOf(options.years), () => performance.now(), 'en');
  await rehearse(addresses, options, (now, acts) => progress.hear(now, acts), async ({ time, client, config }) => {
    progress.done();
    const { kept, seen } = await collectHistories({ client, codec: new EncryptingCodec(config.payloadKeys), folder, prefix: 'stepped-' });
    say(`Cohort: ${time.acts} acts; ${kept} of ${seen} runs have every step.`);
  });
  say('Half a minute at real speed…');
  const { kept } = await recordMidnight(addresses, folder, 'real-');
  say(`Midnight: ${kept} runs.\nRecorded in ${folder}`);
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 1;
} finally {
  await servers.stop();
}
