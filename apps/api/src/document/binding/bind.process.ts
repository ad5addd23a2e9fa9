import { Worker } from 'node:worker_threads';
import { type Attempt, type BindingJob, type BindingMessage, limits } from './bound.js';

/**
 * A process that makes one book, and ends. Its thread reads what people sent; this side watches the memory, which is this book's alone, and
 * the time. It tells its parent which file is being read, then what became of it.
 */
process.once('disconnect', () => process.exit(0));
process.once('message', (job: BindingJob) => watch(job));

function watch(job: BindingJob): void {
  const thread = new Worker(new URL('./bind.worker.js', import.meta.url), { workerData: job, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  const before = process.memoryUsage.rss();
  const until = performance.now() + limits.time;
  let reading: string | null = null;
  let done = false;
  const end = (attempt: Attempt): void => {
    if (done) return;
    done = true;
    process.send?.(attempt, undefined, undefined, () => process.exit(0));
  };
  // Memory outside the thread's own heap is not counted by its limits.
  setInterval(() => {
    if (process.memoryUsage.rss() - before > limits.growth) end({ stopped: reading, by: 'memory' });
    if (performance.now() > until) end({ stopped: reading, by: 'time' });
  }, 50);
  thread.on('message', (message: BindingMessage) => {
    if ('bytes' in message) return end({ made: message });
    ({ reading } = message);
    process.send?.(message);
  });
  thread.on('error', (error: NodeJS.ErrnoException) => end({ stopped: reading, by: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault' }));
  thread.on('exit', () => end({ stopped: reading, by: 'fault' }));
}
