import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
export type History = proto.temporal.api.history.v1.IHistory;

/** One recorded run, as it lies in a file. */
export interface RecordedRun {
  readonly workflowId: string;
  /** How the run stood when it was recorded: RUNNING, COMPLETED, CONTINUED_AS_NEW… */
  readonly status: string;
  /** What happens in it, for a reader; see `RunPath`. */
  readonly path: readonly string[];
  /** Temporal's history with names for enums, base64 for bytes, text for long integers. */
  readonly history: PlainHistory;
}

/** What we read of a history; Temporal's own names. */
export interface PlainHistory {
  readonly events: readonly PlainEvent[];
}

export interface PlainEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly eventTime: PlainTime;
  readonly userMetadata?: { readonly summary?: PlainPayload };
  readonly workflowExecutionStartedEventAttributes?: { readonly workflowType: { readonly name: string }; readonly input: { readonly payloads: readonly PlainPayload[] } };
  readonly workflowTaskCompletedEventAttributes?: { readonly startedEventId: string };
  readonly activityTaskScheduledEventAttributes?: { readonly activityType: { readonly name: string }; readonly input: { readonly payloads: readonly PlainPayload[] } };
  readonly activityTaskCompletedEventAttributes?: { readonly scheduledEventId: string; readonly result: { readonly payloads: readonly PlainPayload[] } };
  readonly timerStartedEventAttributes?: { readonly startToFireTimeout: PlainTime; readonly workflowTaskCompletedEventId: string };
}

/** Seconds (text, because 64 bits) and nanoseconds, for an instant or a duration. */
/** A whole second has no `nanos`. */
export interface PlainTime { readonly seconds: string; readonly nanos?: number }
export interface PlainPayload { readonly data: string }

/** The SDK's own reader and writer of JSON need that npm installs one single protobufjs, which it doesn't: this is the generated code's. */
export function plainHistory(history: unknown): PlainHistory {
  return History.toObject(History.fromObject(history as { [name: string]: unknown }), { enums: String, longs: String, bytes: String }) as PlainHistory;
}

/** The history as the SDK replays it. */
export function historyOf(plain: PlainHistory): History {
  return History.fromObject(plain as unknown as { [name: string]: unknown });
}

/** The value that a payload carries: JSON, as everything of ours is. */
export function valueOf<T>(payload: PlainPayload | undefined): T {
  return JSON.parse(Buffer.from(payload?.data ?? '', 'base64').toString('utf8')) as T;
}

/** Milliseconds of an instant or a duration; what is below is cut off. */
export function millisecondsOf({ seconds, nanos = 0 }: PlainTime): number {
  return Number(seconds) * 1000 + Math.floor(nanos / 1e6);
}

const ending = '.json.gz';

/** Names of a folder's recorded runs, in order. */
export function recordedIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(ending)).sort();
}

export function readRecorded(folder: string, name: string): RecordedRun {
  return JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString('utf8')) as RecordedRun;
}

export function writeRecorded(folder: string, name: string, run: RecordedRun): void {
  writeFileSync(join(folder, `${name}${ending}`), gzipSync(JSON.stringify(run), { level: 9 }));
}
