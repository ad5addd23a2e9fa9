import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationTransitions, type ApplicationStatus } from '../../libs/domain/src/application/application.status.js';
import { proposeAward, signAward } from '../../libs/domain/src/application/application.factory.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import type { By } from '../../libs/domain/src/procedure/role.js';
import { fold } from '../../libs/domain/src/procedure/fold.js';
import { decide } from '../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../libs/domain/src/procedure/decision.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import { type Terms, termsOf } from '../../libs/domain/src/scheme/terms.js';
import { entriesAfter } from '../../libs/persistence/src/procedure/journal.queries.js';
import { verifyChain } from '../../libs/persistence/src/procedure/verify.js';
import type { Outcome } from '../../libs/domain/src/procedure/record.js';
import { standingOf, type SubjectRow, subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { Acts, type TestAct } from '../stack/acts.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { tell } from '../stack/tell.js';

/** What each human act is asked with; facts that its rule needs. */
const asked: Readonly<Record<string, { by: By; facts?: Facts; content?: true }>> = {
  requestPieces: { by: 'secretariat', content: true },
  supplyPieces: { by: 'applicant', content: true },
  admit: { by: 'secretariat' },
  declareInadmissible: { by: 'secretariat', content: true },
  staff: { by: 'secretariat' },
  propose: { by: 'committee', facts: proposeAward.facts ?? {} },
  sign: { by: 'authority', facts: { ...signAward.facts, signedOn: '2027-01-10' }, content: true },
  notify: { by: 'secretariat', facts: { notifiedOn: '2027-01-10', channel: 'post' } },
  sendForSignature: { by: 'secretariat', facts: { outcome: 'award', sentOn: '2027-01-10' } },
  closeWithoutAction: { by: 'authority', content: true },
  withdraw: { by: 'applicant' },
};

/** The acts that bring a fresh file to a status. `scored` stands for the experts' messages. */
const way: Readonly<Partial<Record<ApplicationStatus, readonly string[]>>> = {
  submitted: [],
  incomplete: ['requestPieces'],
  admissible: ['admit'],
  under_appraisal: ['admit', 'staff'],
  in_committee: ['admit', 'staff', 'scored'],
  decision_proposed: ['admit', 'staff', 'scored', 'propose'],
};

describe('every pair of acts at the same time on one file', () => {
  let space: RunningSpace;
  let acts: Acts;
  let scheme = '';
  let call = '';
  let terms: Terms['application'];

  beforeAll(async () => {
    space = await runningSpace('races', { clock: { mode: 'stepped', start: '2027-01-11T09:00:00.000Z' } });
    acts = new Acts(space);
    const [newest] = await newestSchemes(acts.db, 'pole-innovation');
    if (!newest) throw new Error('No scheme is loaded.');
    scheme = newest.id;
    terms = termsOf(newest.scheme).application;
    call = await acts.openCall('2027-01-04', '2027-03-31');
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await space?.stop();
  });

  const act = (subject: string, name: string): TestAct => {
    const { by, facts, content } = asked[name] ?? { by: 'secretariat' };
    // Nobody is staffed twice on a file: two experts of its own for each.
    const named = name === 'staff' ? { experts: [randomUUID(), randomUUID()] } : facts;
    return { subject, act: name, by, ...(named ? { facts: named } : {}), ...(content ? { content: { text: 'reasons and pieces' } } : {}) };
  };

  /** Whether the rule takes this act on the file as it stands: a notification before the signature it does not. */
  const wouldBeDone = (file: SubjectRow, { act: name, by, facts, content }: TestAct): boolean => !isRefusal(decide(procedures.application, standingOf(file), {
    name, by, at: '2027-01-11T09:00:00.000Z', on: '2027-01-11', source: { command: '', actor: '' }, facts: facts ?? {}, ...(content ? { content: { id: '', hash: '' } } : {}),
  }, terms));

  /** The answer; on a busy machine it may take longer than one attempt, and then the relay asks again. */
  const answered = async (one: TestAct): Promise<Outcome> => {
    const command = await acts.receive(one);
    return (await acts.sender.send(command)) ?? acts.outcomeOf(command.id);
  };

  async function submitted(): Promise<string> {
    const subject = `application/${randomUUID()}`;
    const facts = { call, callClosesOn: '2027-03-31', pole: randomUUID(), structure: randomUUID(), structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } };
    expect(await answered({ subject, act: 'submit', by: 'applicant', startsWith: scheme, facts })).toMatchObject({ is: 'done' });
    return subject;
  }

  async function at(status: ApplicationStatus): Promise<string> {
    const subject = await submitted();
    for (const step of way[status] ?? []) {
      if (step === 'scored') {
        for (const n of [1, 2]) await tell(space, { from: `appraisal/${subject.slice(12)}/${n}`, to: subject, act: 'appraisalSubmitted', facts: { n, total: 7000 }, on: '2027-01-11', starts: false });
      } else {
        expect(await answered(act(subject, step))).toMatchObject({ is: 'done' });
      }
    }
    expect(await subjectById(acts.db, subject)).toMatchObject({ status });
    return subject;
  }

  it.each(Object.keys(way) as ApplicationStatus[])('from %s: both are answered, and what happened is one after the other', async (status) => {
    const human = [...new Set(applicationTransitions.filter((t) => t.from.includes(status) && !t.by.includes('clock') && !t.by.includes('procedure')).map((t) => t.act))];
    const pairs = human.flatMap((a, i) => human.slice(i).map((b) => [a, b] as const));
    await Promise.all(pairs.map(async ([a, b]) => {
      const subject = await at(status);
      const file = await subjectById(acts.db, subject);
      if (!file) throw new Error('gone');
      const before = file.seq;
      const outcomes = await Promise.all([answered(act(subject, a)), answered(act(subject, b))]);
      // Nobody is left without an answer, and the first of them is done wherever the act alone would be.
      if ([a, b].some((name) => wouldBeDone(file, act(subject, name)))) expect(outcomes.map((o) => o.is)).toContain('done');
      const row = await subjectById(acts.db, subject);
      if (!row) throw new Error('gone');
      const entries = await entriesAfter(acts.db, subject, 0);
      const done = outcomes.flatMap((o) => (o.is === 'done' ? o.entries : []));
      expect(entries.slice(before).map((e) => e.type).sort()).toEqual([...done].sort());
      // The journal alone gives the file as it stands, and its chain is whole.
      expect(fold(procedures.application, subject, entries)).toEqual(standingOf(row));
      expect(await verifyChain(acts.db, subject, row.head)).toEqual([]);
    }));
  }, 120_000);

  it('goes on from its journal when Temporal has lost it', async () => {
    const subject = await at('admissible');
    await acts.client.workflow.getHandle(subject).terminate('lost, for a test');
    expect(await acts.take(act(subject, 'staff'))).toMatchObject({ is: 'done', status: 'under_appraisal' });
    const due = (await subjectById(acts.db, subject))?.deadlines.find((d) => d.kind === 'appraisal-due');
    await acts.client.workflow.getHandle(subject).terminate('lost again');
    await acts.stepper.advanceTo(due?.firesAt ?? '');
    expect((await entriesAfter(acts.db, subject, 0)).map((e) => e.type)).toContain('appraisal-overdue');
  }, 120_000);
});
