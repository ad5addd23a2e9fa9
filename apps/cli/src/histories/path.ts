import type { RecordAnswer, RecordRequest } from '../../../../libs/domain/src/procedure/record.js';
import { valueOf, type PlainHistory } from './file.js';

/** One record that a run asked for, and its answer when it came before the recording. */
export interface RecordInRun {
  readonly request: RecordRequest;
  readonly answer: RecordAnswer | undefined;
  /** Number of the event with the answer; the end of time when none came. */
  readonly answeredAt: number;
}

/** Every record that a run asked for, in order. */
export function recordsOf({ events }: PlainHistory): RecordInRun[] {
  const answers = new Map(events.flatMap((e) => {
    const done = e.activityTaskCompletedEventAttributes;
    return done ? [[done.scheduledEventId, { at: Number(e.eventId), answer: valueOf<RecordAnswer>(done.result.payloads[0]) }] as const] : [];
  }));
  return events.flatMap((e) => {
    const asked = e.activityTaskScheduledEventAttributes;
    if (asked?.activityType.name !== 'record') return [];
    const answered = answers.get(e.eventId);
    return [{ request: valueOf<RecordRequest>(asked.input.payloads[0]), answer: answered?.answer, answeredAt: answered?.at ?? Infinity }];
  });
}

/**
 * What happens in a run, step by step: each act with what came of it, after what came before. Two runs with the same steps are
 * the same for a replay. The first step says in which status the run begins, the last how it stood when it was recorded.
 */
export function stepsOf(kind: string, status: string, beginsIn: string | undefined, history: PlainHistory): string[] {
  const acts = recordsOf(history).map(({ request, answer }) => {
    const told = answer?.is === 'recorded' ? answer.entries.map((entry) => entry.type).join('+') : (answer?.is ?? 'under way');
    return `${request.act.name}→${told}`;
  });
  const path = [`begins ${beginsIn ?? 'new'}`, ...acts, status];
  return path.slice(1).map((step, i) => `${kind}: ${path[i] ?? ''} | ${step}`);
}
