import { isMainThread } from 'node:worker_threads';

// Loaded into api and worker when we start them: when the process that started them dies, even by SIGKILL, they stop too.
if (isMainThread && process.connected) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 20_000).unref();
  });
  // Nothing here may keep a process alive that has nothing left to do.
  process.channel?.unref();
}
