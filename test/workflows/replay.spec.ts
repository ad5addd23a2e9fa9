import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { decide } from '../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../libs/domain/src/procedure/decision.js';
import { apply, blank } from '../../libs/domain/src/procedure/fold.js';
import type { RecordAnswer, RecordRequest } from '../../libs/domain/src/procedure/record.js';
import { kindOf } from '../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import type { FileStart } from '../../workflows/procedure/procedure.messages.js';

const folder = 'test/workflows/histories';
const files = readdirSync(folder).filter((name) => name.endsWith('.json.gz')).sort();

interface Event {
  readonly eventId: string;
  readonly eventType: string;
  readonly workflowExecutionStartedEventAttributes?: { input: { payloads: Payload[] } };
  readonly activityTaskScheduledEventAttributes?: { activityType: { name: string }; input: { payloads: Payload[] } };
  readonly activityTaskCompletedEventAttributes?: { scheduledEventId: string; result: { payloads: Payload[] } };
}
interface Payload { readonly data: string }
interface Recorded { readonly workflowId: string; readonly path: string; readonly history: { readonly events: Event[] } }

function read(file: string): Recorded {
  return JSON.parse(gunzipSync(readFileSync(`${folder}/${file}`)).toString('utf8')) as Recorded;
}

function valueOf<T>(payload: Payload | undefined): T {
  return JSON.parse(Buffer.from(payload?.data ?? '', 'base64').toString('utf8')) as T;
}

/** Every record that a run asked for, with the answer that it got. */
function recordsOf(events: readonly Event[]): { request: RecordRequest; answer: RecordAnswer | undefined }[] {
  const answers = new Map(events.flatMap((e) => (e.activityTaskCompletedEventAttributes ? [[e.activityTaskCompletedEventAttributes.scheduledEventId, e.activityTaskCompletedEventAttributes.result.payloads[0]]] : [])));
  return events.flatMap((e) => {
    const scheduled = e.activityTaskScheduledEventAttributes;
    if (scheduled?.activityType.name !== 'record') return [];
    const answer = answers.get(e.eventId);
    return [{ request: valueOf<RecordRequest>(scheduled.input.payloads[0]), answer: answer ? valueOf<RecordAnswer>(answer) : undefined }];
  });
}

describe('recorded histories', () => {
  it('cover every kind of procedure', () => {
    expect([...new Set(files.map((file) => file.slice(0, file.indexOf('-'))))].sort()).toEqual(['appraisal', 'application', 'award', 'call', 'monitoring', 'renewal'].sort());
  });

  it('replay on this build', () => {
    const out = execFileSync(process.execPath, ['dist/apps/cli/src/replay.js', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    expect(out.trim().split('\n').filter((line) => line.startsWith('ok '))).toHaveLength(files.length);
  }, 120_000);

  // Replay does not look at what an activity was asked with: the rules are held to what they decided then.
  it.each(files)('%s: today’s rules decide what was decided', (file) => {
    const { workflowId, history } = read(file);
    const procedure = procedures[kindOf(workflowId)];
    const start = valueOf<FileStart>(history.events[0]?.workflowExecutionStartedEventAttributes?.input.payloads[0]);
    let standing = start.standing ?? blank(procedure, workflowId);
    for (const { request, answer } of recordsOf(history.events)) {
      const verdict = decide(procedure, standing, request.act, start.terms);
      expect(isRefusal(verdict) ? verdict : JSON.parse(JSON.stringify(verdict))).toEqual(request.decision);
      if (answer?.is === 'recorded' || answer?.is === 'adopted') standing = answer.entries.reduce((file_, entry) => apply(procedure, file_, entry), standing);
    }
  });
});
