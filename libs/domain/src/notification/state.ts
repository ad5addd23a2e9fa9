/** Where one person's copy of a notice stands. */
export const notificationStates = ['queued', 'sending', 'in_doubt', 'sent', 'failed', 'suppressed'] as const;
export type NotificationState = (typeof notificationStates)[number];

/**
 * The only table of moves. `claim`: a dispatcher takes it; `lose`: its dispatcher vanished or the connection
 * broke off, so nobody knows whether it went; `retry`: the mail server said "later" or was away; `release`: the worker stops
 * before it was tried; `refuse`: the server said "never", or a week has passed; `end-step`: the step it speaks of is over; `resend`: the operator asks for it again.
 */
export const notificationMoves = {
  claim: { from: ['queued', 'in_doubt'], to: 'sending' },
  lose: { from: ['sending'], to: 'in_doubt' },
  confirm: { from: ['sending'], to: 'sent' },
  retry: { from: ['sending'], to: 'queued' },
  release: { from: ['sending'], to: 'queued' },
  refuse: { from: ['sending'], to: 'failed' },
  'end-step': { from: ['queued', 'in_doubt'], to: 'suppressed' },
  resend: { from: ['failed', 'suppressed'], to: 'queued' },
} as const satisfies Record<string, { from: readonly NotificationState[]; to: NotificationState }>;

export type NotificationMove = keyof typeof notificationMoves;

/** May this move be made from here? */
export function canMove(state: NotificationState, move: NotificationMove): boolean {
  return (notificationMoves[move].from as readonly NotificationState[]).includes(state);
}
