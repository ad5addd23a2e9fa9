import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inArray, sql } from 'drizzle-orm';
import type { Act, Facts } from '../../libs/domain/src/procedure/act.js';
import { deadlineAct, isArmed } from '../../libs/domain/src/procedure/deadline.js';
import { decide, rowsFor } from '../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../libs/domain/src/procedure/decision.js';
import type { Procedure, Standing } from '../../libs/domain/src/procedure/procedure.js';
import { type Role, roles } from '../../libs/domain/src/procedure/role.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { termsOf } from '../../libs/domain/src/scheme/terms.js';
import { message } from '../../libs/persistence/src/procedure/procedure.tables.js';
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
const numbered: readonly string[] = ['appraisal', 'appeal'];

/** What of a subject a refusal may not change. */
interface Trace {
  readonly row: unknown;
  readonly counts: unknown;
}

const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;
const firstDay = '2027-03-01';

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
    const terms = termsOf(scheme)[kind];
    const found = new Map<string, ReturnType<typeof waysOf>>();
    /** The ways that begin on this day. */
    function waysFrom(day: string): ReturnType<typeof waysOf> {
      const ways = found.get(day) ?? waysOf(procedure, terms, day);
      found.set(day, ways);
      return ways;
    }
    // Those that need no waiting first: time moves for all.
    const inTurn = [...statusesOf(procedure)].sort((a, b) => waits(waysFrom(firstDay).get(a)) - waits(waysFrom(firstDay).get(b)));

    it.each(inTurn)('in %s', async (status) => {
      const subject = await bringTo(status);
      await acts.stepper.settle();
      const standing = await standingFor(subject);
      expect(standing.status).toBe(status);
      const before = await traceOf(subject);
      const ended = (await subjectById(acts.db, subject))?.ended === true;

      const attempts = names(procedure).flatMap((act) => roles.filter((by) => rowsFor(procedure, status, { name: act, by }).length === 0).map((by) => ({ act, by })));
      const answers = await eightAtATime(attempts, async ({ act, by }) => {
        const outcome = await acts.take({ subject, act, by, content: { text: 'a reason' } });
        return [act, by, outcome?.is === 'refused' ? outcome.code : outcome];
      });
      const code = (act: string, by: Role) => (standing.seq === 0 ? 'not-found' : ended ? 'step-over' : refusalOf(standing, act, by));
      expect(answers).toEqual(attempts.map(({ act, by }) => [act, by, code(act, by)]));

      if (standing.seq > 0) await tryMessages(subject, standing, ended);
      expect(await traceOf(subject)).toEqual(before);
      expect(await attemptsKept(subject)).toBe(attempts.length);
    }, 120_000);

    /** What other procedures may not say now is kept as refused, or as undeliverable once the file has ended. */
    async function tryMessages(subject: string, standing: Standing, ended: boolean): Promise<void> {
      const strange = names(procedure).filter((act) => rowsFor(procedure, standing.status, { name: act, by: 'procedure' }).length === 0);
      const ids = await send(subject, strange);
      await acts.stepper.settle();
      const rows = await acts.db.select({ act: message.act, outcome: message.outcome }).from(message).where(inArray(message.id, ids)).orderBy(message.id);
      const outcome = (act: string) => (ended ? { is: 'undeliverable' } : { is: 'refused', code: refusalOf(standing, act, 'procedure') });
      expect(rows).toEqual(strange.map((act) => ({ act, outcome: expect.objectContaining(outcome(act)) })));
    }

    /** A fresh subject, brought there the way that the table allows. */
    async function bringTo(status: string): Promise<string> {
      const subject = numbered.includes(kind) ? `${kind}/${randomUUID()}/1` : `${kind}/${randomUUID()}`;
      const way = waysFrom((await acts.stepper.now()).slice(0, 10)).get(status);
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

    function refusalOf(standing: Standing, name: string, by: Act['by']): string {
      const verdict = decide(procedure, standing, { name, by, at: '', on: '', source: { command: '', actor: '' }, facts: {} }, terms);
      return isRefusal(verdict) ? verdict.refused.code : 'taken';
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
  return [...new Set([...transitions.map((t) => t.act), 'noSuchAct'])];
}

function waits(way: readonly Step[] | undefined): number {
  return (way ?? []).filter((step) => 'until' in step).length;
}

/** A workflow takes ten updates at once. */
async function eightAtATime<A, B>(all: readonly A[], one: (a: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let i = 0; i < all.length; i += 8) answers.push(...(await Promise.all(all.slice(i, i + 8).map(one))));
  return answers;
}
