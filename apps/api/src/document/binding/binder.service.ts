import { Worker } from 'node:worker_threads';
import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '../../http/problem.js';
import { type BindingJob, type BindingMessage, limits, type Omission } from './bound.js';

/** Books made at the same time, and waiting besides; files remembered as too heavy. */
const most = { running: 2, waiting: 20, known: 1000 } as const;

type Bound = { readonly bytes: Uint8Array; readonly pages: number };
type Attempt = { readonly made: Bound } | { readonly stopped: string | null };

/** Has documents made in threads apart: a file that would take all memory or time costs its thread, and is listed instead of shown. */
@Injectable()
export class BinderService {
  private readonly logger = new Logger('documents');
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  /** Files that brought a thread down, by hash: no second thread for them. */
  private readonly known = new Set<string>();

  /** @throws Problem 503 `too-many-documents` */
  async bind(job: Omit<BindingJob, 'omitted'>): Promise<Bound> {
    await this.turn();
    try {
      return await this.bindAnyway(job);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= most.running) {
      if (this.waiting.length >= most.waiting) throw new Problem(503, 'too-many-documents');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.running += 1;
  }

  private async bindAnyway(job: Omit<BindingJob, 'omitted'>): Promise<Bound> {
    const omitted: Record<string, Omission> = Object.fromEntries(job.files.filter(({ sha256 }) => this.known.has(sha256)).map(({ key }) => [key, 'too-heavy' as const]));
    let stops = 0;
    for (;;) {
      const attempt = await run({ ...job, omitted });
      if ('made' in attempt) return attempt.made;
      this.logger.warn({ file: attempt.stopped }, 'A file brought down the thread that read it; it is listed only');
      const all = job.files.filter(({ key }) => omitted[key] === undefined);
      if (all.length === 0) throw new Error('The document could not be laid out.');
      stops += 1;
      const culprit = all.find(({ key }) => key === attempt.stopped);
      if (culprit && this.known.size < most.known) this.known.add(culprit.sha256);
      // Nothing was being read, or this happens again and again: no file is shown.
      for (const { key } of culprit && stops <= 3 ? [culprit] : all) omitted[key] = 'too-heavy';
    }
  }
}

/** One thread, watched: too much memory or time ends it. */
function run(job: BindingJob): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./bind.worker.js', import.meta.url), { workerData: job, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const before = process.memoryUsage.rss();
    const until = performance.now() + limits.time;
    let reading: string | null = null;
    let done = false;
    const end = (attempt: Attempt | Error): void => {
      if (done) return;
      done = true;
      clearInterval(watch);
      void thread.terminate();
      if (attempt instanceof Error) reject(attempt);
      else resolve(attempt);
    };
    // Memory outside the thread's own heap is not counted by its limits.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growth || performance.now() > until) end({ stopped: reading });
    }, 50);
    thread.on('message', (message: BindingMessage) => {
      if ('bytes' in message) end({ made: message });
      else ({ reading } = message);
    });
    thread.on('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' || reading !== null ? { stopped: reading } : error));
    thread.on('exit', () => end({ stopped: reading }));
  });
}
