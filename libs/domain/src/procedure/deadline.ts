import type { CivilDate, DateRule, Instant, IsoDuration } from '../calendar/types.js';

/** A reminder, escalation or other moment fixed by its distance to a deadline. */
export interface Mark {
  readonly name: string;
  /** Distance from the deadline's date; negative is before. */
  readonly offset: IsoDuration;
}

/** Marks that remind, as a scheme lists them. */
export function reminders(offsets: readonly IsoDuration[]): Mark[] {
  return offsets.map((offset) => ({ name: 'reminder', offset }));
}

/** A deadline as a rule asks for it; the record turns it into a date and an instant. */
export interface DeadlineSpec {
  readonly kind: string;
  readonly rule: DateRule;
  readonly marks?: readonly Mark[];
}

/** One moment at which the procedure wakes: a deadline (`mark` is '') or one of its marks. */
export interface Deadline {
  readonly kind: string;
  readonly mark: string;
  readonly offset: IsoDuration;
  /** The civil date in `zone`; what is received on that day is in time. */
  readonly on: CivilDate;
  readonly zone: string;
  /** The last instant that is in time: 23:59:59 of `on` in `zone`; of a mark, the moment itself. */
  readonly at: Instant;
  /** When the procedure wakes: the first instant that is late, or for a mark 08:00 of its day. */
  readonly firesAt: Instant;
  /** It has come and been taken. It stays until its phase ends, so that a moved deadline reminds again. */
  readonly passed?: true;
}

/** Names one moment within a subject: kind, mark, offset and date. */
export function deadlineId(d: Pick<Deadline, 'kind' | 'mark' | 'offset' | 'on'>): string {
  return [d.kind, d.mark, d.offset, d.on].join('/');
}

/** The deadline of a kind, without its marks: what somebody must keep. */
export function dueOf(deadlines: readonly Deadline[], kind: string): Deadline | undefined {
  return deadlines.find((d) => d.kind === kind && d.mark === '');
}

/** What the clock still waits for. */
export function isArmed(d: Deadline): boolean {
  return d.passed !== true;
}

/** The name of the act that a passed deadline brings: `pieces-due`, or `pieces-due.reminder` for its mark. */
export function deadlineAct(deadline: Pick<Deadline, 'kind' | 'mark'>): string {
  return deadline.mark === '' ? deadline.kind : `${deadline.kind}.${deadline.mark}`;
}

/** The order in which moments that fall together are taken: instant, kind, mark. The same seed then gives the same outcome. */
export function byInstant(a: Deadline, b: Deadline): number {
  return compare(a.firesAt, b.firesAt) || compare(a.kind, b.kind) || compare(a.mark, b.mark) || compare(a.offset, b.offset);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
