import { expect, it } from '@jest/globals';
import { Progress } from './progress.js';

it.each([['fr', ' 50 %  2027-07-02  12 actes\n'], ['en', ' 50 %  2027-07-02  12 acts\n']] as const)('says how far time has come, in the language asked for: %s', (locale, line) => {
  let text = '';
  const progress = new Progress({ write: (more) => (text += more) }, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z', () => 0, locale);
  progress.hear('2027-07-02T12:00:00.000Z', 12);
  expect(text).toBe(line);
});
