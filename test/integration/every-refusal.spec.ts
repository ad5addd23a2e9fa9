import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inArray, sql } from 'drizzle-orm';
import { addDays, daysBetween } from '../../libs/domain/src/calendar/civil-date.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import { deadlineAct, isArmed } from '../../libs/domain/src/procedure/deadline.js';
import { rowsFor } from '../../libs/domain/src/procedure/decide.js';
import type { Procedure, Standing } from '../../libs/domain/src/procedure/procedure.js';
import { type By, type Role, roles } from '../../libs/domain/src/procedure/role.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { termsOf } from '../../libs/domain/src/scheme/terms.js';
import { command, message } from '../../libs/persistence/src/procedure/procedure.tables.js';
import type { CommandRow } from '../../libs/persistence/src/procedure/commands.js';
import { standingOf, subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { loadScheme } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { anyId } from '../factories/usual-acts.js';
import { statusesOf, type Step, waysOf } from '../factories/ways.js';
import { Acts } from '../stack/acts.js';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { type Space, startWorker } from '../../apps/cli/src/stack/space.js';
import { freshSpace } from '../stack/stack.js';
import { tell } from '../stack/tell.js';

const file = join(import.meta.dirname, '..', 'factories', 'schemes', 'every-option.yaml');

/** Kinds of which a file has several. */
const numbered: readonly string[] = ['appraisal', 'appeal', 'survey'];

/** What of a subject a refusal may not change. */
interface Trace {
  readonly row: unknown;
  readonly counts: unknown;
}

const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;
const firstDay = '2027-03-01';
/** In no table. */
const noSuchAct = 'noSuchAct';

/**
 * Every act by every role in every status where the table doesn't take it: refused with its code, on the real server, and nothing is left
 * but the attempt. Statuses and acts come from the tables: a new row is tried without a word here.
 */
describe('what the tables do not take', () => {
  let space: Space;
  let worker: Child;
  let acts: Acts;
  let schemeId = '';

  beforeAll(async () => {
    space = await freshSpace('refusals', { clock: { mode: 'stepped', start: `${firstDay}T08:00:00.000Z` } });
    worker = await startWorker(space);
    acts = new Acts(space);
    schemeId = (await loadScheme(acts.db, scheme)).id;
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await worker?.stop();
  });

  describe.each(Object.values(procedures).map((procedure) => [procedure.kind, procedure] as const))('%s', (kind, procedure) => {
    const ways = waysOf(procedure, termsOf(scheme)[kind], firstDay);
    const [atOnce, later] = [statusesOf(procedure).filter((status) => waits(ways.get(status)) === 0), statusesOf(procedure).filter((status) => waits(ways.get(status)) > 0)];

    it(`at once: ${atOnce.join(', ')}`, () => tryAll(atOnce), 240_000);

    // Time moves for all, so these go one by one.
    for (const status of later) it(`after a while: ${status}`, () => tryAll([status]), 120_000);

    /** Several statuses side by side, each on a file of its own: what is slow is the way of one act after another on one file. */
    async function tryAll(statuses: readonly string[]): Promise<void> {
      const subjects = await together(4, statuses, bringTo);
      await acts.stepper.settle();
      const tried = await together(5, subjects, async (subject, i) => {
        const status = statuses[i] ?? '';
        const standing = await standingFor(subject);
        const before = await traceOf(subject);
        const row = await subjectById(acts.db, subject);
        const taken = (act: string, by: By) => rowsFor(procedure, status, { name: act, by }).length > 0;
        const attempts = names(procedure).flatMap((act) => roles.filter((by) => !taken(act, by)).map((by) => ({ act, by })));
        // A workflow takes ten updates at once.
        const answers = await together(8, await received(subject, attempts), async (one) => {
          const outcome = await acts.sender.send(one);
          return [one.act, one.by, outcome?.is === 'refused' ? outcome.code : outcome];
        });
        const ended = row?.ended === true;
        const strange = standing.seq === 0 ? [] : names(procedure).filter((act) => !taken(act, 'procedure'));
        return { subject, status, standing, before, ended, attempts, answers, strange, ids: await send(subject, strange) };
      });
      await acts.stepper.settle();
      for (const { subject, status, standing, before, ended, attempts, answers, strange, ids } of tried) {
        expect(standing.status).toBe(status);
        const over = standing.seq === 0 ? 'not-found' : ended ? 'step-over' : undefined;
        expect([status, ...answers]).toEqual([status, ...attempts.map(({ act, by }) => [act, by, over ?? refusal(act, by)])]);
        // What other procedures may not say now is kept as refused, or as undeliverable once the file has ended.
        const rows = ids.length === 0 ? [] : await acts.db.select({ act: message.act, outcome: message.outcome }).from(message).where(inArray(message.id, ids)).orderBy(message.id);
        const outcome = (act: string) => (ended ? { is: 'undeliverable' } : { is: 'refused', code: refusal(act, 'procedure') });
        expect(rows).toEqual(strange.map((act) => ({ act, outcome: expect.objectContaining(outcome(act)) })));
        expect(await traceOf(subject)).toEqual(before);
        expect(await attemptsKept(subject)).toBe(attempts.length);
      }
    }

    /** Commits them all at once: hundreds a status, one by one, would take most of the time. The relay leaves them to this test. */
    async function received(subject: string, attempts: readonly { act: string; by: Role }[]): Promise<CommandRow[]> {
      const at = await acts.stepper.now();
      const rows = attempts.map(({ act, by }) => ({
        id: randomUUID(), actorId: randomUUID(), key: 'once', bodyHash: 'any', subjectId: subject, act, by, facts: {}, content: null, channel: 'online' as const,
        receivedAt: new Date(at), effectiveOn: at.slice(0, 10), startsWith: null, nextAttemptAt: sql`clock_timestamp() + interval '10 minutes'`,
      }));
      return acts.db.insert(command).values(rows).returning();
    }

    /** What an act is told that the table doesn't take from here: never known, never this role's, or not now. */
    function refusal(act: string, by: By): 'unknown-act' | 'not-yours' | 'not-now' {
      if (act === noSuchAct) return 'unknown-act';
      return procedure.transitions.some((t) => t.act === act && t.by.includes(by)) ? 'not-now' : 'not-yours';
    }

    /** A fresh subject, brought there the way that the table allows. */
    async function bringTo(status: string): Promise<string> {
      const subject = numbered.includes(kind) ? `${kind}/${randomUUID()}/1` : `${kind}/${randomUUID()}`;
      const way = onThisDay(ways.get(status), (await acts.stepper.now()).slice(0, 10));
      if (!way) throw new Error(`No way leads to ${status}: give the usual acts the facts that their rules want.`);
      if (waits(way) > 0) await forgetTheOthers();
      // Each file hangs on a pole of its own: one pole applies once to a call.
      const own = randomUUID();
      for (const step of way) await go(subject, step, own);
      return subject;
    }

    async function go(subject: string, step: Step, own: string): Promise<void> {
      if ('until' in step) {
        await acts.stepper.settle();
        const due = (await standingFor(subject)).deadlines.find((d) => isArmed(d) && deadlineAct(d) === step.until);
        return acts.stepper.advanceTo(due?.firesAt ?? '');
      }
      const { name, by, on } = step.act;
      const facts = JSON.parse(JSON.stringify(step.act.facts ?? {}).replaceAll(anyId, own)) as Facts;
      if (by === 'procedure') return tell(space, { from: 'test/1', to: subject, act: name, facts, on, scheme: scheme.code });
      const outcome = await acts.take({ subject, act: name, by, on, facts, content: { text: 'a reason' }, startsWith: schemeId });
      if (outcome?.is !== 'done') throw new Error(`${name} on the way: ${JSON.stringify(outcome)}`);
    }

    /** Time is about to move far: what other tests have left behind needs no remembering. */
    async function forgetTheOthers(): Promise<void> {
      await acts.stepper.settle();
      await acts.db.execute(sql`delete from deadline`);
    }

    async function standingFor(subject: string): Promise<Standing> {
      const row = await subjectById(acts.db, subject);
      return row ? standingOf(row) : { subject, seq: 0, status: procedure.initial.status, deadlines: [], data: procedure.initial.data };
    }

    async function traceOf(subject: string): Promise<Trace> {
      const counts = await acts.db.execute(sql`select (select count(*) from journal where subject_id = ${subject}) as entries, (select count(*) from notification where subject = ${subject}) as notices,
        (select count(*) from message where sender_id = ${subject}) as messages, (select json_agg(d order by d.kind, d.mark, d.offset) from deadline d where subject_id = ${subject}) as deadlines`);
      return { row: await subjectById(acts.db, subject), counts: counts.rows };
    }

    async function attemptsKept(subject: string): Promise<number> {
      const { rows } = await acts.db.execute(sql`select count(*)::int as n from command where subject_id = ${subject} and outcome->>'is' = 'refused'`);
      return Number(rows[0]?.['n']);
    }

    async function send(subject: string, named: readonly string[]): Promise<number[]> {
      if (named.length === 0) return [];
      const rows = named.map((act) => ({
        senderId: 'test/1', key: randomUUID(), receiverId: subject, act, facts: { from: 'test/1' }, at: sql`estampille_now()`, effectiveOn: '2027-03-01', starts: false, schemeId, nextAttemptAt: sql`clock_timestamp()`,
      }));
      const ids = await acts.db.insert(message).values(rows).returning({ id: message.id });
      await acts.db.execute(sql`select pg_notify('relay', '')`);
      return ids.map(({ id }) => id);
    }
  });
});

/** Every act of a table, the clock's too (nobody may play the clock), and one that no table has. */
function names({ transitions }: Procedure): string[] {
  return [...new Set([...transitions.map((t) => t.act), noSuchAct])];
}

function waits(way: readonly Step[] | undefined): number {
  return (way ?? []).filter((step) => 'until' in step).length;
}

/** A way found for the first day, begun on another: some weeks later, so that weekdays stay what they are. */
function onThisDay(way: readonly Step[] | undefined, day: string): readonly Step[] | undefined {
  const weeks = Math.max(0, Math.ceil(daysBetween(firstDay, day) / 7));
  return way && (JSON.parse(JSON.stringify(way).replace(/\d{4}-\d{2}-\d{2}(?=")/g, (date) => addDays(date, weeks * 7))) as readonly Step[]);
}

/** `n` at a time, the answers in their order. */
async function together<A, B>(n: number, all: readonly A[], one: (a: A, i: number) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  const waiting = [...all.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await one(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: n }, lane));
  return answers;
}
