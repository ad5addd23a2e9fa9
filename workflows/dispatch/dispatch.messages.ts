/** The one dispatcher of mail. */
export const dispatchMailId = 'dispatch/mail';
/** Signal: something is due. Sent with the start, so that the dispatcher needs no other beginning. */
export const wakeSignal = 'wake';

export interface DispatchActivities {
  /** Sends everything that is due; `more` when it stopped before the end. */
  dispatchDue(): Promise<{ more: boolean }>;
}
