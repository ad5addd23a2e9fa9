import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SurveyLinks } from './survey-links.js';

const links = new SurveyLinks('a secret of at least thirty-two characters');
const firm = '6f0c2f5e-93a2-4d0e-8a3e-0b6a0c6f2c11';

describe('the link of a firm', () => {
  it('leads back to its firm, for its own use alone', () => {
    const token = links.token(firm, 'answer');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(links.firmOf(token, 'answer')).toBe(firm);
    expect(links.firmOf(token, 'leave')).toBeUndefined();
    expect(links.firmOf(links.token(firm, 'leave'), 'leave')).toBe(firm);
  });

  it('is nobody’s under another secret', () => {
    expect(new SurveyLinks('another secret of at least thirty-two signs').firmOf(links.token(firm, 'answer'), 'answer')).toBeUndefined();
  });

  it('is not known once a single bit of it is changed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 255 }), (bit) => {
      const bytes = Buffer.from(links.token(firm, 'answer'), 'base64url');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(links.firmOf(bytes.toString('base64url'), 'answer')).toBeUndefined();
    }));
  });

  it('is not guessed, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => links.firmOf(typed, 'answer') === undefined));
    for (let i = 0; i < 1000; i += 1) expect(links.firmOf(Buffer.from(`${randomUUID()}${randomUUID()}`.replaceAll('-', ''), 'hex').toString('base64url'), 'answer')).toBeUndefined();
  });

  it('remembers an address without keeping it', () => {
    expect(links.addressHash('jean@atelier.example')).toBe(links.addressHash('jean@atelier.example'));
    expect(links.addressHash('jean@atelier.example')).not.toContain('jean');
  });
});
