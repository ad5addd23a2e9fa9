import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './processes.js';
import { StackError } from './types.js';

/**
 * Takes a data folder for this process; the function it returns gives it back.
 * @throws StackError when another live process has it, or when the folder can't be written
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(folder, error);
  }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(folder, error);
    }
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0 && owner !== process.pid && commandLine(owner)?.includes('apps/cli/src')) {
      throw new StackError(
        `Estampille already runs on ${folder} (process ${owner}). Stop it with Ctrl-C where it runs, or start on another folder with ESTAMPILLE_DATA_DIR=….`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new StackError(`Two starts took ${folder} at the same moment. Try again.`);
}

function unwritable(folder: string, error: unknown): StackError {
  return new StackError(
    `The data folder ${folder} cannot be written (${(error as Error).message}). Make it yours (chown), or choose another with ESTAMPILLE_DATA_DIR=….`,
  );
}
