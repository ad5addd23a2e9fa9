import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Api } from './api.js';
import { Diary } from './diary.js';
import type { Schedule } from './schedule.js';
import type { Timeline } from './timeline.js';

/** What the people of one scheme share: the API, their label's rules and diary, and the time with everybody else. */
export class World {
  readonly diary: Diary;
  /** Subjects without a pole that are this scheme's: its calls and sessions. */
  readonly own = new Set<string>();

  constructor(readonly seed: number, readonly api: Api, readonly scheme: Scheme, private readonly time: Timeline) {
    this.diary = new Diary({ zone: scheme.zone, holidays: scheme.holidays, closedPeriods: scheme.closedPeriods });
  }

  get now(): Instant {
    return this.time.now;
  }

  get end(): Instant {
    return this.time.end;
  }

  get today(): string {
    return this.diary.dayOf(this.now);
  }

  get schedule(): Schedule {
    return this.time.schedule;
  }

  /** As the timeline does. */
  plan(at: Instant, name: string, act: () => Promise<void>, touches?: readonly string[]): void {
    this.time.plan(at, name, act, touches);
  }
}
