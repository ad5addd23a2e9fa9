import { describe, expect, it } from '@jest/globals';
import { canMove, notificationMoves, notificationStates } from './state.js';

describe('the states of a notification', () => {
  it('are all reached by some move, but the first', () => {
    const reached = new Set<string>(Object.values(notificationMoves).map((move) => move.to));
    expect(notificationStates.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('let nothing leave what was sent, and resend only what did not go', () => {
    expect(Object.keys(notificationMoves).filter((move) => canMove('sent', move as keyof typeof notificationMoves))).toEqual([]);
    expect(notificationStates.filter((state) => canMove(state, 'resend'))).toEqual(['failed', 'suppressed']);
  });
});
