import { expect, it } from '@jest/globals';
import { ownKey } from './own-key.js';

it('is a key that no request can send', () => {
  expect(ownKey('decision-read', 'application/1', '2027-04-01')).toBe('own decision-read/application/1/2027-04-01');
  // What a request may send, as `IdempotencyKey` says.
  expect(ownKey('a')).not.toMatch(/^[\x21-\x7e]{1,200}$/);
});
