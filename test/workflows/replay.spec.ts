import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Asked } from '../../apps/cli/src/histories/asked.js';
import { millisecondsOf, readRecorded, recordedIn, valueOf, type PlainHistory } from '../../apps/cli/src/histories/file.js';
import { recordsOf } from '../../apps/cli/src/histories/path.js';
import { isArmed } from '../../libs/domain/src/procedure/deadline.js';
import { apply, blank } from '../../libs/domain/src/procedure/fold.js';
import type { Standing } from '../../libs/domain/src/procedure/procedure.js';
import { kindOf, subjectKinds } from '../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import type { FileStart } from '../../workflows/procedure/procedure.messages.js';

const folder = 'test/workflows/histories';
const files = recordedIn(folder);
/** As the last release left them: runs of it may still be going. Asked of them is only that they replay; new rules may ask for something else. */
const released = 'test/workflows/released';
const TEN_YEARS_MS = 10 * 366 * 86_400_000;

function startOf({ events }: PlainHistory): FileStart {
  return valueOf<FileStart>(events[0]?.workflowExecutionStartedEventAttributes?.input.payloads[0]);
}

/** The standings that a run went through, each with the number of the event that brought it. */
function standingsOf(workflowId: string, history: PlainHistory): { since: number; standing: Standing }[] {
  const procedure = procedures[kindOf(workflowId)];
  const passed = [{ since: 0, standing: startOf(history).standing ?? blank(procedure, workflowId) }];
  for (const { answer, answeredAt } of recordsOf(history)) {
    if (answer?.is !== 'recorded' && answer?.is !== 'adopted') continue;
    const before = passed.at(-1)?.standing as Standing;
    // A database that was ahead answers also with what the run had folded.
    const standing = answer.entries.filter((entry) => entry.seq > before.seq).reduce((file, entry) => apply(procedure, file, entry), before);
    passed.push({ since: answeredAt, standing });
  }
  return passed;
}

/** Lines of the program that replays this folder, whether all went well or not. */
function replay(from: string, ...options: string[]): string[] {
  return spawnSync(process.execPath, ['dist/apps/cli/src/replay.js', from, ...options], { encoding: 'utf8', maxBuffer: 64e6 }).stdout.trim().split('\n');
}

/** The timers and activities that the run asked for when it was recorded. */
function askedIn({ events }: PlainHistory): Asked {
  return {
    timers: events.flatMap(({ timerStartedEventAttributes: timer, userMetadata }) =>
      (timer ? [{ ms: millisecondsOf(timer.startToFireTimeout), summary: userMetadata?.summary ? valueOf<string>(userMetadata.summary) : null }] : [])),
    activities: events.flatMap(({ activityTaskScheduledEventAttributes: activity }) =>
      (activity ? [{ name: activity.activityType.name, args: activity.input.payloads.map((payload) => valueOf(payload)) }] : [])),
  };
}

describe('recorded histories', () => {
  it('cover every kind of procedure, in every way in which a run may stand', () => {
    const runs = files.map((file) => readRecorded(folder, file));
    expect(new Set(runs.map(({ workflowId }) => kindOf(workflowId)))).toEqual(new Set(subjectKinds));
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(['RUNNING', 'COMPLETED', 'CONTINUED_AS_NEW']));
    expect(new Set(runs.map(({ history }) => startOf(history).clock.mode))).toEqual(new Set(['stepped', 'offset']));
    expect(runs.some(({ history }) => startOf(history).standing)).toBe(true);
  });

  it('replay on this build', () => {
    expect(replay(folder)).toEqual(files.map((file) => `ok ${file}`));
  }, 120_000);

  it('of the last release replay on this build', () => {
    expect(replay(released)).toEqual(recordedIn(released).map((file) => `ok ${file}`));
  }, 120_000);

  describe('ask for what they asked for then', () => {
    const asked = new Map<string, Asked>();
    beforeAll(() => {
      // Those that don't replay are lines of another kind, and said by the test before this one.
      for (const line of replay(folder, '--asked').filter((one) => one.startsWith('{'))) {
        const { file, ...rest } = JSON.parse(line) as Asked & { file: string };
        asked.set(file, rest);
      }
    }, 120_000);

    // Replay compares the kinds of commands, and neither what an activity is told nor how long a timer is.
    it.each(files)('%s', (file) => {
      const { timers, activities } = askedIn(readRecorded(folder, file).history);
      const now = asked.get(file);
      // What a run was recorded before it could ask comes last.
      expect({ timers: now?.timers.slice(0, timers.length), activities: now?.activities.slice(0, activities.length) }).toEqual({ timers, activities });
    });
  });

  it.each(files)('%s: each timer is for the next deadline, and as long as its clock asks', (file) => {
    const { workflowId, history } = readRecorded(folder, file);
    const { clock } = startOf(history);
    const standings = standingsOf(workflowId, history);
    for (const event of history.events) {
      const timer = event.timerStartedEventAttributes;
      // Without a summary: the short look whether acts have come that go before a deadline.
      if (!timer || !event.userMetadata?.summary) continue;
      const task = history.events[Number(timer.workflowTaskCompletedEventId) - 1];
      const began = history.events[Number(task?.workflowTaskCompletedEventAttributes?.startedEventId) - 1];
      if (!began) throw new Error(`${file}: event ${event.eventId} has no task`);
      const { standing } = standings.findLast(({ since }) => since < Number(began.eventId)) ?? {};
      const next = standing?.deadlines.find(isArmed)?.firesAt;
      expect(valueOf(event.userMetadata.summary)).toBe(next);
      const left = Date.parse(next ?? '') - millisecondsOf(began.eventTime) - clock.offsetMs;
      expect(millisecondsOf(timer.startToFireTimeout)).toBe(clock.mode === 'stepped' ? Math.max(left, 0) + TEN_YEARS_MS : left);
    }
  });
});
