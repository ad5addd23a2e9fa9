import { spawn } from 'node:child_process';
import { say } from './say.mjs';

/**
 * Runs a command to its end. Its output is kept, and shown line by line when `show`; a line every few seconds tells that a silent one lives.
 * @returns {Promise<{ok: boolean, output: string}>}
 */
export function runStep(title, command, args, { cwd, env = process.env, show = false } = {}) {
  const began = Date.now();
  const ticking = setInterval(() => say(`  … ${title}: ${Math.round((Date.now() - began) / 1000)} s`), 4000);
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (show) process.stderr.write(chunk);
      });
    }
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  }).finally(() => clearInterval(ticking));
}
