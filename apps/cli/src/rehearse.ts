// `npm run rehearse`: a cohort's whole label life, in a minute or two, on servers of its own.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScheme } from '../../../libs/domain/src/scheme/parse.js';
import type { Scheme } from '../../../libs/domain/src/scheme/shape/scheme.js';
import { readOptions, usage, type Options } from './rehearse/options.js';
import { Progress } from './rehearse/progress.js';
import { endOf, firstInstant, rehearse, type Rehearsed } from './rehearse/rehearsal.js';
import { reportOn, verdict, writeJson } from './rehearse/report.js';
import { storyOf } from './rehearse/story.js';
import { tableOf } from './rehearse/table.js';
import { inProject } from './stack/project.js';
import { startTemporaryServers } from './stack/temporary.js';
import { StackError } from './stack/types.js';

const say = (line: string): void => console.log(line);

async function run(options: Options): Promise<number> {
  const schemes = options.schemes.map(readScheme);
  const logsDir = inProject('test-output', 'rehearsal');
  mkdirSync(logsDir, { recursive: true });
  const servers = startTemporaryServers({ logsDir, say });
  const end = async (code: number): Promise<never> => {
    await servers.stop();
    return process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, () => void end(130));
  process.channel?.unref();
  try {
    const { addresses, died } = await servers.up;
    const { centres, years, seed } = options;
    const progress = new Progress(process.stdout, firstInstant, endOf(years), () => performance.now(), options.locale);
    const began = performance.now();
    const played = rehearse(addresses, { name: 'rehearsal', centres, years, seed, schemes }, (now, acts) => progress.hear(now, acts), (rehearsed) => {
      progress.done();
      return tell(rehearsed, options, performance.now() - began);
    });
    return await Promise.race([played, died]);
  } catch (error) {
    if (error instanceof StackError) throw error;
    throw new Error(`The rehearsal stopped. What api and worker wrote is in ${join(logsDir)}.`, { cause: error });
  } finally {
    await servers.stop();
  }
}

/** @throws StackError with the places of its faults */
function readScheme(file: string): Scheme {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StackError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  }
  const parsed = parseScheme(text, file);
  if (!parsed.ok) throw new StackError(parsed.faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.path}: ${f.message}`).join('\n'));
  return parsed.scheme;
}

/** Tells what came of it. Gives the exit code: 1 when a rule was broken. */
async function tell(rehearsed: Rehearsed, { stories, locale, json }: Options, milliseconds: number): Promise<number> {
  const report = await reportOn(rehearsed);
  for (const { world: { scheme }, cast } of rehearsed.cohorts) {
    if (rehearsed.cohorts.length > 1) say(`\n═══ ${scheme.name[locale]}\n`);
    for (const no of stories) {
      const centre = cast.centres[no - 1];
      if (centre) storyOf(report.whole, centre, locale).forEach(say);
      say('');
    }
    const outcome = report.outcomes[scheme.code];
    if (outcome) tableOf(outcome, locale).forEach(say);
  }
  say('');
  verdict(report, locale).forEach(say);
  for (const { at, what, code } of rehearsed.time.refusals) say(`  ${at.slice(0, 16).replace('T', ' ')} ${what}: ${code}`);
  say(`${rehearsed.cohorts.reduce((sum, { cast }) => sum + cast.centres.length, 0)} centres, ${(milliseconds / 1000).toFixed(1)} s`);
  if (json !== undefined) writeJson(json, rehearsed, report, milliseconds);
  return report.violations.length === 0 ? 0 : 1;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') say(usage);
  else process.exitCode = await run(options);
} catch (error) {
  console.error(error instanceof StackError ? error.message : error);
  process.exitCode = 2;
}
