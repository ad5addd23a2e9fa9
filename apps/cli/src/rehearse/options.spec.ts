import { describe, expect, it } from '@jest/globals';
import { readOptions } from './options.js';

describe('options of a rehearsal', () => {
  it('have sensible defaults', () => {
    expect(readOptions([])).toEqual({ centres: 22, years: 3, seed: 7, stories: [], locale: 'fr', schemes: [] });
    expect(readOptions(['--centres', '3', '--years', '1', '--seed', '0', '--story', '2', '--story', '3', '--lang', 'en', '--json', 'a.json', '--scheme', 'b.yaml']))
      .toEqual({ centres: 3, years: 1, seed: 0, stories: [2, 3], locale: 'en', json: 'a.json', schemes: ['b.yaml'] });
    expect(readOptions(['-h'])).toBe('help');
  });

  it.each([['--centres', '0'], ['--centres', 'many'], ['--years', '10'], ['--seed', '-1'], ['--story', '23'], ['--lang', 'de'], ['--fast', '1']])('refuse %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow(args[0]);
  });
});
