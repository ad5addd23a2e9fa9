import { spawn } from 'node:child_process';
import { inheritedEnvironment } from '../../../../libs/config/src/environment.js';
import type { Say } from './types.js';

/** How a command ended; `output` holds what it wrote on both streams. */
export interface StepResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a command to its end, with a line every few seconds so that a long download is seen to live. */
export function runStep(title: string, command: string, args: readonly string[], say: Say): Promise<StepResult> {
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const ticking = setInterval(() => say(`  … ${title}: ${seconds()} s`), 3000);
  return new Promise<StepResult>((resolve) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: inheritedEnvironment() });
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  }).finally(() => clearInterval(ticking));
}
