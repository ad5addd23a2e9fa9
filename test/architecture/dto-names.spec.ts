import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

it('gives every class of the API its own name: the OpenAPI document has one schema for each', () => {
  const names = globSync('apps/api/src/**/*.ts').filter((file) => !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+)/gm)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
