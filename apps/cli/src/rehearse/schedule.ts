import type { Instant } from '../../../../libs/domain/src/calendar/types.js';

/** Something that somebody will do at a moment. */
export interface Event {
  readonly at: Instant;
  /** Who and what, e.g. `centre 07 submits`. Events of one instant come in the order of these names, so they hold no random id. */
  readonly name: string;
  /** It only looks: nothing happens by it, so time needs not be moved for it. */
  readonly looks?: true;
  /** What it touches, by words: those of one instant that touch nothing in common happen together. Absent: it happens alone. */
  readonly touches?: readonly string[];
  readonly run: () => Promise<void>;
}

/** What people will do, the earliest first. */
export class Schedule {
  /** Latest first, so that the earliest is taken from the end. */
  private readonly events: Event[] = [];

  add(event: Event): void {
    const after = this.events.findIndex((other) => isBefore(other, event));
    this.events.splice(after === -1 ? this.events.length : after, 0, event);
  }

  peek(): Event | undefined {
    return this.events.at(-1);
  }

  take(): Event | undefined {
    return this.events.pop();
  }

  /** The earliest, with those that follow it at the same instant and may happen together with it. */
  takeTogether(): Event[] {
    const together: Event[] = [];
    const touched = new Set<string>();
    for (let next = this.peek(); next && joins(next, together, touched); next = this.peek()) {
      together.push(next);
      this.events.pop();
      for (const one of next.touches ?? []) touched.add(one);
    }
    return together;
  }
}

function joins({ at, looks, touches }: Event, [first]: readonly Event[], touched: ReadonlySet<string>): boolean {
  if (!first) return true;
  if (at !== first.at || looks !== first.looks || !first.touches || !touches) return false;
  return !touches.some((one) => touched.has(one));
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.name < b.name);
}
