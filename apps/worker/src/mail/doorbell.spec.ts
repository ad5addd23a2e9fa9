import { describe, expect, it } from '@jest/globals';
import { Doorbell } from './doorbell.js';

const never = new AbortController().signal;

describe('the doorbell of the mail dispatcher', () => {
  it('is heard by who waits, once', async () => {
    const bell = new Doorbell();
    expect(bell.ring()).toBe(false);
    const waiting = bell.wait(60_000, never);
    expect(bell.ring()).toBe(true);
    expect(await waiting).toBe(true);
    expect(bell.ring()).toBe(false);
  });

  it('is left after a while, and at once when the worker stops', async () => {
    const bell = new Doorbell();
    expect(await bell.wait(1, never)).toBe(false);
    const stop = new AbortController();
    const waiting = bell.wait(60_000, stop.signal);
    stop.abort();
    expect(await waiting).toBe(false);
    expect(await bell.wait(60_000, stop.signal)).toBe(false);
    expect(bell.ring()).toBe(false);
  });
});
