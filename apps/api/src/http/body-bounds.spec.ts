import { describe, expect, it } from '@jest/globals';
import { boundBody } from './body-bounds.js';

const nested = (levels: number, open: string, close: string): unknown => JSON.parse(open.repeat(levels) + close.repeat(levels));

describe('bounds of a body', () => {
  it.each([undefined, null, 'text', {}, [], { answers: { a: [{ b: 1 }] } }, nested(20, '[', ']'), Array.from({ length: 9_999 }, () => 0)])('let pass what a form may hold', (body) => {
    expect(() => boundBody(body)).not.toThrow();
  });

  it.each([nested(22, '[', ']'), nested(100_000, '[', ']'), Array.from({ length: 10_000 }, () => ({})), { absences: Array.from({ length: 340_000 }, () => ({})) }])('refuse what is too deep or too many', (body) => {
    expect(() => boundBody(body)).toThrow(expect.objectContaining({ status: 413, code: 'too-large' }));
  });
});
