import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the clone, found from this file: the same whether it runs compiled (dist) or from source (tests). */
export const projectRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package-lock.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The clone has no package-lock.json; take a complete clone.');
    folder = parent;
  }
  return folder;
})();

export const inProject = (...parts: string[]): string => join(projectRoot, ...parts);

/** Where binaries are kept that are not npm packages of the project. */
export const toolsDir = inProject('.estampille', 'tools');
