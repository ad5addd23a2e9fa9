import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../../libs/domain/src/calendar/types.js';
import type { ClockSetting } from './procedure.messages.js';

const TEN_YEARS_MS = 10 * 366 * 86_400_000;

/** The one way in which a workflow waits: until an instant on the Clock, or until something holds. */
export class Waiting {
  /** The latest instant that is known to have come: by the timer, or by a tick in stepped mode. */
  private reached: Instant = '';
  private alarm: { readonly instant: Instant; readonly scope: CancellationScope } | undefined;

  constructor(private readonly clock: ClockSetting) {}

  /** Time has come to `instant`. */
  reach(instant: Instant): void {
    if (instant > this.reached) this.reached = instant;
  }

  hasCome(instant: Instant): boolean {
    return instant <= this.reached;
  }

  /** Waits until `instant` has come (never, when undefined) or `met` holds. */
  async until(instant: Instant | undefined, met: () => boolean): Promise<void> {
    this.setAlarm(instant);
    await condition(() => met() || (instant !== undefined && this.hasCome(instant)));
  }

  /** One timer a workflow, for the next instant; an unchanged instant keeps its timer, because each timer is billed and is in history. */
  private setAlarm(instant: Instant | undefined): void {
    if (this.alarm?.instant === instant) return;
    this.alarm?.scope.cancel();
    this.alarm = undefined;
    if (instant === undefined || this.hasCome(instant)) return;
    const ms = Date.parse(instant) - Date.now() - this.clock.offsetMs;
    if (this.clock.mode !== 'stepped' && ms <= 0) return this.reach(instant);
    const scope = new CancellationScope();
    this.alarm = { instant, scope };
    scope
      // A stepped clock's timer is real too, only ten years later: a tick comes first.
      .run(() => sleep(this.clock.mode === 'stepped' ? Math.max(ms, 0) + TEN_YEARS_MS : ms, { summary: instant }))
      .then(() => this.reach(instant))
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
