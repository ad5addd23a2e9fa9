import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Child } from '../../apps/cli/src/stack/child.js';
import { type Space, startWorker } from '../../apps/cli/src/stack/space.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import type { Scheme } from '../../libs/domain/src/scheme/shape/scheme.js';
import { standingOf, subjectById } from '../../libs/persistence/src/procedure/standing.queries.js';
import { loadScheme, newestSchemes } from '../../libs/persistence/src/scheme/scheme.queries.js';
import { Acts } from '../stack/acts.js';
import { freshSpace } from '../stack/stack.js';

const file = join(import.meta.dirname, '..', 'factories', 'schemes', 'every-option.yaml');

/** The test scheme, and its next version: less time for pieces, one expert more. */
function versions(): { first: Scheme; second: Scheme } {
  const parsed = parseScheme(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { scheme } = parsed;
  const first = { ...scheme, code: 'two-versions', version: 1, application: { ...scheme.application, pieces: { limit: 'P30D', reminders: ['-P7D'] } }, panel: { ...scheme.panel, experts: 2 } };
  return { first, second: { ...first, version: 2, application: { ...first.application, pieces: { limit: 'P10D', reminders: ['-P2D'] } }, panel: { ...first.panel, experts: 3 } } };
}

describe('a new scheme version while old files run', () => {
  let space: Space;
  let worker: Child;
  let acts: Acts;
  let old = '';

  beforeAll(async () => {
    space = await freshSpace('scheme-version', { clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
    worker = await startWorker(space);
    acts = new Acts(space);
    old = await submittedUnder((await loadScheme(acts.db, versions().first)).id);
    await loadScheme(acts.db, versions().second);
  }, 120_000);

  afterAll(async () => {
    await acts?.close();
    await worker?.stop();
  });

  async function submittedUnder(scheme: string): Promise<string> {
    const subject = `application/${randomUUID()}`;
    const facts = { call: `call/${randomUUID()}`, callClosesOn: '2027-03-31', pole: randomUUID(), structure: randomUUID(), structureType: 'association', kind: 'initial', draft: { version: 1, hash: 'h' } };
    expect(await acts.take({ subject, act: 'submit', by: 'applicant', startsWith: scheme, facts })).toMatchObject({ is: 'done' });
    return subject;
  }

  const ask = (subject: string, act: string, more: object = {}) => acts.take({ subject, act, by: 'secretariat', ...more });
  async function piecesDue(subject: string): Promise<string | undefined> {
    expect(await ask(subject, 'requestPieces', { content: { pieces: ['accounts'] } })).toMatchObject({ is: 'done' });
    const row = await subjectById(acts.db, subject);
    return row && standingOf(row).deadlines.find((d) => d.kind === 'pieces-due' && d.mark === '')?.on;
  }

  it('a file keeps the version that it began with, in its dates and in its rules', async () => {
    expect(await piecesDue(old)).toBe('2027-03-31');
    expect(await acts.take({ subject: old, act: 'supplyPieces', by: 'applicant', content: { comment: 'here' } })).toMatchObject({ is: 'done' });
    expect(await ask(old, 'admit')).toMatchObject({ is: 'done' });
    expect(await ask(old, 'staff', { facts: { experts: [randomUUID(), randomUUID()] } })).toMatchObject({ is: 'done', status: 'under_appraisal' });
  });

  it('a file that begins now has the new one', async () => {
    const [newest] = await newestSchemes(acts.db, 'two-versions');
    expect(newest?.scheme.version).toBe(2);
    const young = await submittedUnder(newest?.id ?? '');
    expect(await piecesDue(young)).toBe('2027-03-11');
    await acts.take({ subject: young, act: 'supplyPieces', by: 'applicant', content: { comment: 'here' } });
    await ask(young, 'admit');
    expect(await ask(young, 'staff', { facts: { experts: [randomUUID(), randomUUID()] } })).toMatchObject({ is: 'refused', code: 'panel-too-small' });
  });

  it('a file that begins again from its journal keeps its version too', async () => {
    const lost = await submittedUnder('two-versions@1');
    await acts.client.workflow.getHandle(lost).terminate('Temporal lost it');
    expect(await piecesDue(lost)).toBe('2027-03-31');
  });
});
