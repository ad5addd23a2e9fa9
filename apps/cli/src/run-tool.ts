import { spawn } from 'node:child_process';
import { inheritedEnvironment } from '../../../libs/config/src/environment.js';
import { projectRoot } from './stack/project.js';

/** Runs a development tool in the clone with our terminal; resolves to its exit code. A Ctrl-C, or the end of the start-up script, ends the tool first, then us. */
export function runTool(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', cwd: projectRoot, env: inheritedEnvironment() });
  process.on('SIGINT', () => undefined);
  for (const event of ['SIGTERM', 'disconnect'] as const) process.on(event, () => child.kill('SIGTERM'));
  process.channel?.unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
}
