import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const inProject = (...parts) => join(root, ...parts);
export const ownFolder = inProject('.estampille');
