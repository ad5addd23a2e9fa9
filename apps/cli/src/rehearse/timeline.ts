import type { CivilCalendar, Instant } from '../../../../libs/domain/src/calendar/types.js';
import { Refused } from './api.js';
import { Diary } from './diary.js';
import { Schedule } from './schedule.js';

/** An act that was refused, in the words of the API. */
export interface Refusal {
  readonly at: Instant;
  readonly what: string;
  readonly code: string;
  readonly detail: string;
}

/** The time that everybody lives in, and what they are going to do in it. */
export class Timeline {
  readonly schedule = new Schedule();
  readonly refusals: Refusal[] = [];
  /** Acts that were taken. */
  acts = 0;
  /** The Clock's instant, as the play moves it. */
  now: Instant;
  private readonly diary: Diary;

  constructor(start: Instant, readonly end: Instant, calendar: CivilCalendar) {
    this.now = start;
    this.diary = new Diary(calendar);
  }

  get today(): string {
    return this.diary.dayOf(this.now);
  }

  /** Plans an act; `touches` as in the schedule. A refusal is noted, and the play goes on: people are told no. */
  plan(at: Instant, name: string, act: () => Promise<void>, touches?: readonly string[]): void {
    const run = async (): Promise<void> => {
      try {
        await act();
        this.acts += 1;
      } catch (error) {
        if (!(error instanceof Refused) || error.status >= 500) throw error;
        this.refusals.push({ at: this.now, what: name, code: error.code, detail: error.message });
      }
    };
    this.schedule.add({ at: at > this.now ? at : this.now, name, run, ...(touches && { touches }) });
  }
}
