import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder that only our own user enters, also when an earlier version made it for everybody. */
export function privateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
