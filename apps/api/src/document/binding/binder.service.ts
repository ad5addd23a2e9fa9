import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { type Attempt, type BindingJob, limits, type Omission } from './bound.js';
import { Turns } from './turns.js';

/** Books made at the same time, and waiting besides; files remembered as too heavy. */
const most = { running: 2, waiting: 20, known: 1000 } as const;

type Bound = { readonly bytes: Uint8Array; readonly pages: number };
type Job = Omit<BindingJob, 'omitted'>;

/** Has documents made in processes apart: a file that would take all memory or time costs its own book's process, and is listed instead of shown. */
@Injectable()
export class BinderService {
  private readonly logger = new Logger('documents');
  private readonly turns = new Turns(most);
  /** Files that took too much memory, by hash: no second process for them. */
  private readonly known = new Set<string>();

  /** @param person who asks @throws Problem 429 `document-under-way`, 503 `too-many-documents` */
  bind(person: string, job: Job): Promise<Bound> {
    return this.turns.take(person, () => this.bindAnyway(job));
  }

  private async bindAnyway(job: Job): Promise<Bound> {
    const omitted: Record<string, Omission> = Object.fromEntries(job.files.filter(({ sha256 }) => this.known.has(sha256)).map(({ key }) => [key, 'too-heavy' as const]));
    let stops = 0;
    for (;;) {
      const attempt = await run({ ...job, omitted });
      if ('made' in attempt) return attempt.made;
      this.logger.warn({ file: attempt.stopped, by: attempt.by }, 'A book was ended while a file was read; the file is listed only');
      const all = job.files.filter(({ key }) => omitted[key] === undefined);
      if (all.length === 0) throw new Error('The document could not be laid out.');
      stops += 1;
      const culprit = all.find(({ key }) => key === attempt.stopped);
      // Memory is the book's own; time also depends on what else the machine does, so it is held against nobody the next time.
      if (culprit && attempt.by === 'memory' && this.known.size < most.known) this.known.add(culprit.sha256);
      // Nothing was being read, or this happens again and again: no file is shown.
      for (const { key } of culprit && stops <= 3 ? [culprit] : all) omitted[key] = 'too-heavy';
    }
  }
}

/** One process for one book, which watches itself; killed if it no longer can. It gets nothing of our environment. */
function run(job: BindingJob): Promise<Attempt> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./bind.process.js', import.meta.url)), [], { env: {}, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let reading: string | null = null;
    const end = (attempt: Attempt): void => {
      clearTimeout(late);
      child.kill('SIGKILL');
      resolve(attempt);
    };
    const late = setTimeout(() => end({ stopped: reading, by: 'time' }), limits.time + 10_000);
    child.on('message', (message: Attempt | { readonly reading: string | null }) => {
      if ('reading' in message) ({ reading } = message);
      else end(message);
    });
    child.on('error', () => end({ stopped: reading, by: 'fault' }));
    child.on('exit', () => end({ stopped: reading, by: 'fault' }));
    child.send(job, () => undefined);
  });
}
