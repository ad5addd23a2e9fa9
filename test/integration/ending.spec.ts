import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { undecided } from '../../libs/domain/src/application/application.status.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import { isArmed } from '../../libs/domain/src/procedure/deadline.js';
import type { By } from '../../libs/domain/src/procedure/role.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { expertMayRead } from '../../libs/persistence/src/appraisal/appraisal.queries.js';
import { subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { loadScheme } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { Acts } from '../stack/acts.js';
import { freshSpace } from '../stack/stack.js';
import { tell } from '../stack/tell.js';

const path = join(import.meta.dirname, '..', 'factories', 'schemes', 'every-option.yaml');
const parsed = parseScheme(readFileSync(path, 'utf8'), path);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;
const today = '2027-03-01';

interface Step { readonly act: string; readonly by: By; readonly facts?: Facts }
const step = (act: string, by: By, facts: Facts = {}): Step => ({ act, by, facts });

/** Three experts who accept; only the third review names the last. */
const experts = [randomUUID(), randomUUID(), randomUUID()] as const;
const submit = step('submit', 'applicant', { call: 'call/CALL', callClosesOn: '2027-03-31', pole: 'POLE', structure: 'POLE', structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } });
const admitted = [submit, step('admit', 'secretariat')];
const staffed = [...admitted, step('staff', 'secretariat', { experts: experts.slice(0, 2) })];
/** An expert of the panel gives this mark to everything. */
const scores = (n: number, mark: number): Step => step('submitScores', 'expert', { n, marks: Object.fromEntries(scheme.grid.criteria.map(({ code }) => [code, mark])) });
const divergent = [...staffed, scores(1, 4), scores(2, 2)];
const agreed = [...staffed, scores(1, 4), scores(2, 4)];
const reported = [...agreed, step('recordConsensus', 'secretariat', { outcome: 'favourable', minority: [] })];
const inCommittee = [...reported, step('reply', 'applicant')];
const onAgenda = [...inCommittee, step('onAgenda', 'procedure', { session: 'session/SESSION', on: '2027-03-20' })];

/** A way to each status in which a file is undecided, in a scheme with every option on. */
const ways: Readonly<Record<(typeof undecided)[number] | 'on an agenda', readonly Step[]>> = {
  submitted: [submit],
  incomplete: [submit, step('requestPieces', 'secretariat')],
  admissible: admitted,
  under_appraisal: staffed,
  divergent,
  third_review: [...divergent, step('staff', 'secretariat', { experts: [experts[2]] })],
  consensus: agreed,
  right_of_reply: reported,
  in_committee: inCommittee,
  'on an agenda': onAgenda,
  on_reserve: [...onAgenda, step('reserve', 'procedure', { session: 'session/SESSION', rank: 1 })],
  decision_proposed: [...inCommittee, step('propose', 'committee', { outcome: 'award' }), step('sendForSignature', 'secretariat', { outcome: 'award', sentOn: today })],
};

describe.each([['withdraw', 'applicant', 'withdrawn'], ['closeWithoutAction', 'authority', 'closed_without_action']] as const)('%s', (ending, by, ended) => {
  let acts: Acts;
  let worker: Child;
  let space: Awaited<ReturnType<typeof freshSpace>>;
  let startsWith: string;

  beforeAll(async () => {
    space = await freshSpace('ending', { clock: { mode: 'stepped', start: `${today}T08:00:00.000Z` } });
    worker = await startWorker(space);
    acts = new Acts(space);
    startsWith = (await loadScheme(acts.db, scheme)).id;
  }, 120_000);
  afterAll(async () => {
    await acts?.close();
    await worker?.stop();
  });

  it.each(Object.entries(ways))('stops everything at once: %s', async (status, way) => {
    const subject = `application/${randomUUID()}`;
    const ids: Readonly<Record<string, string>> = { CALL: randomUUID(), POLE: randomUUID(), SESSION: randomUUID() };
    for (const one of way) await go(subject, one, ids);
    await acts.stepper.settle();
    expect((await subjectById(acts.db, subject))?.status).toBe(status === 'on an agenda' ? 'in_committee' : status);
    // What was written so far waits for a mail server that is away.
    await acts.db.execute(sql`update notification set state = 'queued', next_attempt_at = estampille_now() + interval '1 day' where subject = ${subject}`);

    const outcome = await acts.take({ subject, act: ending, by, content: { reason: 'Projet abandonné.', reasonsInFact: 'Projet abandonné.' } });
    expect(outcome).toMatchObject({ is: 'done', status: ended });
    await acts.stepper.settle();

    const row = await subjectById(acts.db, subject);
    expect(row).toMatchObject({ status: ended, ended: true });
    expect(row?.deadlines.filter(isArmed)).toEqual([]);
    const { rows: waiting } = await acts.db.execute(sql`select template from notification n where n.subject = ${subject} and n.state in ('queued', 'in_doubt', 'sending')`);
    expect(waiting).toEqual([]);
    const { rows: open } = await acts.db.execute(sql`select id, status, deadlines from subject where parent_id = ${subject} and not ended`);
    expect(open).toEqual([]);
    for (const expert of experts) expect(await expertMayRead(acts.db, expert, subject.slice('application/'.length))).toBe(false);
    const { rows: told } = await acts.db.execute(sql`select receiver_id from message where sender_id = ${subject} and act = 'fileClosed'`);
    expect(told).toEqual(status === 'on an agenda' ? [{ receiver_id: `session/${ids['SESSION']}` }] : []);
    expect((await acts.client.workflow.getHandle(subject).describe()).status.name).toBe('COMPLETED');
  });

  async function go(subject: string, { act, by: actor, facts }: Step, ids: Readonly<Record<string, string>>): Promise<void> {
    const own = JSON.parse(JSON.stringify(facts ?? {}).replaceAll(/CALL|POLE|SESSION/g, (name) => ids[name] ?? '')) as Facts;
    if (actor === 'expert') return score(subject, own);
    if (actor === 'procedure') return tell(space, { from: 'test/1', to: subject, act, facts: own, on: today, starts: false, scheme: scheme.code });
    const outcome = await acts.take({ subject, act, by: actor, facts: own, content: { text: 'a reason' }, startsWith });
    if (outcome?.is !== 'done') throw new Error(`${act} on the way: ${JSON.stringify(outcome)}`);
  }

  async function score(file: string, { n, marks }: Facts): Promise<void> {
    const subject = `${file.replace('application', 'appraisal')}/${Number(n)}`;
    await acts.stepper.settle();
    for (const [act, facts] of [['declare', { conflict: false }], ['accept', {}], ['submitScores', { marks: marks ?? {} }]] as const) {
      const outcome = await acts.take({ subject, act, by: 'expert', facts, content: { text: 'a comment' } });
      if (outcome?.is !== 'done') throw new Error(`${act} on the way: ${JSON.stringify(outcome)}`);
    }
    await acts.stepper.settle();
  }
});
