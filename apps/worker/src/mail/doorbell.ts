/**
 * Tells the dispatcher of this process that mail is due, while it still stands at the door: saves the way through Temporal, which
 * stays the sure one. One dispatcher waits at a time.
 */
export class Doorbell {
  private open: (() => void) | undefined;

  /** False when nobody of this process waits: the dispatcher's workflow has to be woken. */
  ring(): boolean {
    const { open } = this;
    open?.();
    return open !== undefined;
  }

  /** Waits for some real milliseconds; true when it rang. */
  async wait(milliseconds: number, stop: AbortSignal): Promise<boolean> {
    if (stop.aborted) return false;
    return new Promise<boolean>((resolve) => {
      const leave = (rang: boolean) => (): void => {
        this.open = undefined;
        clearTimeout(timer);
        stop.removeEventListener('abort', cancelled);
        resolve(rang);
      };
      const cancelled = leave(false);
      const timer = setTimeout(cancelled, milliseconds);
      stop.addEventListener('abort', cancelled);
      this.open = leave(true);
    });
  }
}
