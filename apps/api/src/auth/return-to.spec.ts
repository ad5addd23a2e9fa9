import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './return-to.js';

const site = 'https://labels.example.fr';

describe('localPath', () => {
  it.each([
    ['/tasks/1?x=2#y', '/tasks/1?x=2#y'], ['/', '/'], ['/a/../b', '/b'],
    ['//evil.example', '/'], ['/\\evil.example', '/'], ['https://evil.example/', '/'], ['/\t/evil.example', '/'], ['/..//evil.example', '/'], ['javascript:alert(1)', '/'],
    ['', '/'], [undefined, '/'], [['/a', '/b'], '/'],
  ])('%j becomes %s', (asked, path) => expect(localPath(asked, site)).toBe(path));

  it('never leaves the site', () => {
    fc.assert(fc.property(fc.string().map((text) => `/${text}`), (asked) => {
      expect(new URL(localPath(asked, site), site).origin).toBe(site);
    }));
  });
});
