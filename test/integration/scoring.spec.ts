import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { rank } from '../../libs/domain/src/application/rank.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { runningSpace, type RunningSpace } from '../stack/stack.js';
import { call, someone, type Answer } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

type Person = Awaited<ReturnType<typeof someone>>;
const schemesDir = join(dirname(fileURLToPath(import.meta.url)), '..', 'factories', 'schemes');
const criteria = ['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'];
const weights = [20, 15, 20, 10, 15, 5, 15];
let space: RunningSpace;
const people: Record<string, Person> = {};
let theCall: string;
/** The file of each story. */
const ids: Record<'divergent' | 'tied' | 'first' | 'low', string> = { divergent: '', tied: '', first: '', low: '' };

const as = (name: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => call(space, people[name]?.token, method, path, body, headers);
const file = (id: string, path = ''): string => `/api/applications/${id}${path}`;
const status = async (id: string, name = 'secretariat'): Promise<string> => (await as(name, 'GET', file(id))).body.status;
const becomes = (id: string, wanted: string): Promise<void> => waitFor(`${wanted}`, async () => (await status(id)) === wanted, { seconds: 20 });
const advance = async (to: string): Promise<void> => expect(await as('operator', 'POST', '/api/clock/advances', { to })).toMatchObject({ status: 200 });
const done = (answer: Answer): Answer => {
  expect([answer.status, answer.body]).toEqual([201, answer.body]);
  return answer;
};
/** Templates of the notices about a file that this person was sent. */
const told = (name: string, id: string): Promise<string[]> => inDatabase(space, async (db) => {
  const { rows } = await db.execute<{ template: string }>(sql`select template from notification where person_id = ${people[name]?.id} and subject = ${`application/${id}`} order by created_at, template`);
  return rows.map((row) => row.template.slice('application.'.length));
});
const tasks = async (name: string, id: string): Promise<unknown[]> => (await as(name, 'GET', '/api/me/tasks')).body.items.filter((one: { subject: string }) => one.subject === `application/${id}`);

async function upload(path: string, mark: string): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([pdf(mark)]), `${mark}.pdf`);
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${people['amelie']?.token}` } });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A file of a pole of its own, submitted, admitted, with its experts named. */
async function begun(siret: string, experts: readonly string[]): Promise<string> {
  const { body: pole } = done(await as('amelie', 'POST', '/api/poles', { name: `Pôle ${siret}`, themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret, name: `CFA ${siret}`, legalForm: 'training-centre' } }));
  done(await as('secretariat', 'POST', `/api/poles/${pole.id}/members/${people['amelie']?.id}/confirmation`, { reason: 'Arrêté de nomination' }));
  const { body: draft } = done(await as('amelie', 'POST', `/api/calls/${theCall}/applications`, { pole: pole.id }));
  await as('amelie', 'PUT', file(draft.id, '/draft'), { version: draft.version, answers: completeAnswers });
  for (const question of wantedFiles) expect((await upload(file(draft.id, `/attachments?question=${question}`), question)).status).toBe(201);
  const { body: saved } = await as('amelie', 'GET', file(draft.id, '/draft'));
  done(await as('amelie', 'POST', file(draft.id, '/submissions'), { draftVersion: saved.version }));
  done(await as('secretariat', 'POST', file(draft.id, '/admission'), {}));
  done(await as('secretariat', 'POST', file(draft.id, '/panel'), { experts: experts.map((name) => people[name]?.id) }));
  return draft.id;
}

/** Of a file's appraisals, alone and in a list, the committee reads these and no other. */
async function committeeReads(id: string, wanted: readonly number[]): Promise<void> {
  const single = await Promise.all([1, 2, 3, 4].map(async (n) => [n, (await as('committee', 'GET', `/api/appraisals/${id}-${n}`)).status]));
  expect(single).toEqual([1, 2, 3, 4].map((n) => [n, wanted.includes(n) ? 200 : 404]));
  for (const path of [`/api/appraisals?application=${id}`, '/api/appraisals']) {
    const listed = (await as('committee', 'GET', path)).body.items.filter((one: { application: string }) => one.application === id);
    expect(listed.map((one: { id: string }) => one.id).sort()).toEqual(wanted.map((n) => `${id}-${n}`));
  }
}

/** The same mark everywhere, or one by criterion. */
const marksOf = (given: number | readonly number[]): Record<string, number> => Object.fromEntries(criteria.map((code, i) => [code, typeof given === 'number' ? given : (given[i] ?? 0)]));

async function ready(name: string, id: string, n: number): Promise<void> {
  await waitFor(`the invitation ${n}`, async () => (await as(name, 'GET', `/api/appraisals/${id}-${n}`)).status === 200, { seconds: 20 });
  for (const [act, body] of [['declaration', { conflict: false }], ['undertaking', {}], ['acceptance', {}]] as const) done(await as(name, 'POST', `/api/appraisals/${id}-${n}/${act}`, body));
}

/** Declares, accepts and submits, with a comment on everything. */
async function writes(name: string, id: string, n: number, given: number | readonly number[]): Promise<void> {
  await ready(name, id, n);
  const comments = { overall: `Avis de l’expert ${n}`, ...Object.fromEntries(criteria.map((code) => [code, `Parce que ${n}`])) };
  done(await as(name, 'POST', `/api/appraisals/${id}-${n}/scores`, { marks: marksOf(given), comments }));
}

beforeAll(async () => {
  space = await runningSpace('scoring', { schemesDir, clock: { mode: 'stepped', start: '2027-03-01T09:00:00.000Z' } });
  for (const role of ['operator', 'secretariat', 'committee', 'authority'] as const) people[role] = await someone(space, role, [role]);
  for (const name of ['diane', 'etienne', 'fatima', 'gilles']) people[name] = await someone(space, name, ['expert']);
  people['amelie'] = await someone(space, 'amelie');
  theCall = (await as('secretariat', 'POST', '/api/calls', { scheme: 'every-option', title: { fr: 'Appel', en: 'Call' }, opensOn: '2027-03-01', closesOn: '2027-03-31' })).body.id;
  ids.divergent = await begun('73282932000074', ['diane', 'etienne']);
  ids.first = await begun('11100000600010', ['diane', 'etienne']);
  ids.tied = await begun('11100001400014', ['diane', 'etienne']);
  ids.low = await begun('11100002200017', ['diane', 'etienne']);
}, 180_000);
afterAll(() => space?.stop());

describe('a call', () => {
  it('publishes how files are scored, added up and parted', async () => {
    const { body } = await call(space, undefined, 'GET', `/api/calls/${theCall}`, undefined, { 'accept-language': 'en' });
    expect(body.tieBreak).toEqual([{ code: 'engaged', label: 'Actions engaged' }, { code: 'solutions', label: 'Finding solutions' }, { code: 'accompaniment', label: 'Accompaniment' }]);
    expect(body.appraisalRules).toEqual(expect.arrayContaining([expect.stringMatching(/^A gap of 30 points or more/), expect.stringMatching(/set aside/), expect.stringMatching(/Actions engaged, Finding solutions, Accompaniment/), 'A mark above 4 needs a comment.']));
    expect((await call(space, undefined, 'GET', `/api/calls/${theCall}`)).body.appraisalRules).toEqual(expect.arrayContaining([expect.stringMatching(/^Tous les calculs et toutes les comparaisons sont exacts/)]));
  });
});

describe('divergent', () => {
  it('marks at the ends of the scale need a comment, at submission and not before', async () => {
    const id = ids.divergent;
    await ready('diane', id, 1);
    expect((await as('diane', 'PUT', `/api/appraisals/${id}-1/score-draft`, { marks: marksOf(5), version: 0 })).status).toBe(200);
    const marks = { ...marksOf(3), engaged: 5, design: 1 };
    expect(await as('diane', 'POST', `/api/appraisals/${id}-1/scores`, { marks, comments: { overall: 'Bien', design: '  ' } })).toMatchObject({ status: 409, body: { code: 'comment-missing', criteria: ['engaged', 'design'], detail: expect.stringContaining('engaged, design') } });
    done(await as('diane', 'POST', `/api/appraisals/${id}-1/scores`, { marks: marksOf(5), comments: Object.fromEntries(criteria.map((code) => [code, 'Remarquable'])) }));
  });

  it('calls a third expert; nobody sees a mark, and the applicant learns nothing', async () => {
    const id = ids.divergent;
    await writes('etienne', id, 2, 2);
    await becomes(id, 'divergent');
    const staff = await as('secretariat', 'GET', file(id));
    expect(staff.body).toMatchObject({ result: null, data: { divergence: null, appraisals: [{ state: 'submitted', total: null, marks: null }, { total: null, marks: null }] }, allowedActions: expect.arrayContaining(['staff']) });
    expect(JSON.stringify(staff.body)).not.toMatch(/10000|"total":4000/);
    for (const name of ['secretariat', 'diane', 'etienne']) expect((await as(name, 'GET', file(id, '/result'))).status).toBe(404);
    expect((await as('etienne', 'GET', `/api/appraisals/${id}-1`)).status).toBe(404);
    const applicant = await as('amelie', 'GET', file(id));
    expect(applicant.body).toMatchObject({ status: 'under_appraisal', result: null });
    expect(JSON.stringify(applicant.body)).not.toMatch(/diverg|third/);
    expect((await as('amelie', 'GET', '/api/applications?status=under_appraisal')).body.items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await as('amelie', 'GET', '/api/applications?status=divergent')).body.items).toEqual([]);
    expect(JSON.stringify((await as('amelie', 'POST', file(id, '/reply'), { text: 'Bonjour' })).body)).toMatch(/under_appraisal|en expertise|under appraisal/);
    expect(await told('secretariat', id)).toContain('third-expert-needed');
    expect(await tasks('secretariat', id)).toMatchObject([{ status: 'divergent', acts: ['staff'] }]);
  });

  it('takes one expert more, who does not see the others’ marks either, and another one when that one declines', async () => {
    const id = ids.divergent;
    const [fatima, gilles] = [people['fatima']?.id, people['gilles']?.id];
    expect(await as('secretariat', 'POST', file(id, '/panel'), { experts: [fatima, gilles] })).toMatchObject({ status: 409, body: { code: 'one-expert-more' } });
    expect((await as('secretariat', 'POST', file(id, '/panel'), { experts: [gilles] })).body.outcome).toMatchObject({ status: 'third_review' });
    expect(await status(id, 'amelie')).toBe('under_appraisal');
    await waitFor('the invitation', async () => (await as('gilles', 'GET', `/api/appraisals/${id}-3`)).status === 200, { seconds: 20 });
    done(await as('gilles', 'POST', `/api/appraisals/${id}-3/refusal`, { reason: 'Absent' }));
    await becomes(id, 'divergent');
    done(await as('secretariat', 'POST', file(id, '/panel'), { experts: [fatima] }));
    await ready('fatima', id, 4);
    expect((await as('fatima', 'GET', `/api/appraisals/${id}-1`)).status).toBe(404);
    expect((await as('secretariat', 'GET', `/api/appraisals/${id}-1`)).body).toMatchObject({ status: 'submitted', data: { marks: null, total: null } });
  });

  it('is added up with the two nearest, the sum shown, and revealed to all three', async () => {
    const id = ids.divergent;
    done(await as('fatima', 'POST', `/api/appraisals/${id}-4/scores`, { marks: marksOf(4), comments: { overall: 'Bon' } }));
    await becomes(id, 'consensus');
    await waitFor('the revealed marks', async () => (await as('etienne', 'GET', file(id, '/result'))).status === 200, { seconds: 20 });
    const { body } = await as('etienne', 'GET', file(id, '/result'), undefined, { 'accept-language': 'en' });
    expect(body.result).toMatchObject({
      rule: 'nearest', threshold: 60, reached: true, total: { numerator: 90, denominator: 1, shown: '90.00' },
      totals: [{ n: 1, counts: true }, { n: 2, counts: false, total: { shown: '40.00' } }, { n: 4, counts: true, total: { shown: '80.00' }, comment: 'Bon' }],
    });
    expect(body.result.criteria[0]).toMatchObject({ code: 'engaged', label: 'Actions engaged', weight: 20, max: 5, threshold: { shown: '2.00' }, mean: { numerator: 9, denominator: 2, shown: '4.50' }, contribution: { shown: '18.00' }, marks: [{ n: 1, mark: 5, counts: true, comment: 'Remarquable' }, { n: 2, mark: 2, counts: false }, { n: 4, mark: 4 }] });
    expect(body.allowedActions).toEqual([]);
    expect((await as('gilles', 'GET', file(id, '/result'))).status).toBe(404);
    expect(await status(id, 'amelie')).toBe('under_appraisal');
    expect((await as('amelie', 'GET', file(id, '/result'))).status).toBe(404);
    expect((await as('committee', 'GET', file(id))).status).toBe(404);
    await committeeReads(id, []);
    expect((await as('secretariat', 'GET', file(id))).body).toMatchObject({ result: { total: { shown: '90.00' } }, data: { divergence: { between: [2, 1], of: 2 } }, timeline: { ahead: expect.arrayContaining([expect.objectContaining({ kind: 'consensus-due', on: '2027-03-15' })]) } });
    expect((await as('amelie', 'GET', file(id))).body.timeline.ahead.map((one: { kind: string }) => one.kind)).not.toContain('consensus-due');
  });

  it('has a consensus report by the rapporteur, with majority and minority views', async () => {
    const id = ids.divergent;
    const report = { outcome: 'favourable', majorityView: 'Un dossier solide.', minority: [2], minorityView: 'Trop peu d’entreprises.' };
    expect(await as('secretariat', 'POST', file(id, '/rapporteur'), { expert: people['gilles']?.id })).toMatchObject({ status: 409, body: { code: 'not-of-panel' } });
    done(await as('secretariat', 'POST', file(id, '/rapporteur'), { expert: people['fatima']?.id }));
    expect(await told('fatima', id)).toContain('rapporteur-named');
    expect(await tasks('fatima', id)).toMatchObject([{ role: 'expert', status: 'consensus', acts: ['recordConsensus'] }]);
    expect((await as('etienne', 'POST', file(id, '/consensus'), report)).status).toBe(404);
    expect(await as('fatima', 'POST', file(id, '/consensus'), { ...report, minorityView: undefined })).toMatchObject({ status: 409, body: { code: 'minority-view-missing' } });
    expect((await as('fatima', 'GET', file(id, '/result'))).body.allowedActions).toEqual(['recordConsensus']);
    expect(done(await as('fatima', 'POST', file(id, '/consensus'), report)).body.outcome).toMatchObject({ status: 'right_of_reply', entries: ['consensus-recorded', 'reply-opened'] });
    expect((await as('secretariat', 'GET', file(id))).body.consensus).toEqual({ on: '2027-03-01', outcome: 'favourable', minority: [2], majorityView: 'Un dossier solide.', minorityView: 'Trop peu d’entreprises.' });
    expect(await tasks('fatima', id)).toEqual([]);
    await committeeReads(id, []);
  });
});

describe('right of reply', () => {
  it('answered: the applicant reads the appraisal without names or the one set aside, and replies with a file', async () => {
    const id = ids.divergent;
    const read = await as('amelie', 'GET', file(id, '/result'));
    expect(read.body).toMatchObject({ status: 'right_of_reply', dueOn: '2027-03-11', consensus: null, allowedActions: ['reply'], result: { rule: 'panel', total: { shown: '90.00' }, totals: [{ n: 1, counts: true }, { n: 2, counts: true, comment: 'Bon' }] } });
    expect(read.body.result.criteria[0].marks.map((one: { n: number; mark: number }) => [one.n, one.mark])).toEqual([[1, 5], [2, 4]]);
    const dossier = (await as('amelie', 'GET', file(id))).body;
    expect(dossier).toMatchObject({ status: 'right_of_reply', consensus: null, result: { totals: [{}, {}] } });
    for (const said of [read.body, dossier]) expect(JSON.stringify(said)).not.toMatch(new RegExp(`Avis de l’expert 2|Parce que 2|Trop peu|nearest|divergence|${['diane', 'etienne', 'fatima'].map((one) => people[one]?.id).join('|')}`));
    expect(await told('amelie', id)).toContain('reply-opened');
    expect(await tasks('amelie', id)).toMatchObject([{ acts: ['reply'], dueOn: '2027-03-11' }]);
    expect(await as('amelie', 'POST', file(id, '/reply'), {})).toMatchObject({ status: 409, body: { code: 'reply-empty' } });
    const sent = await upload(file(id, '/attachments'), 'reply');
    expect(sent).toMatchObject({ status: 201, body: { purpose: 'reply' } });
    const replied = done(await as('amelie', 'POST', file(id, '/reply'), { text: 'Les entreprises sont plus nombreuses depuis.', attachments: [sent.body.id] }));
    expect(replied.body.outcome).toMatchObject({ status: 'in_committee', entries: ['reply-received', 'appraisals-complete'] });
    expect((await as('committee', 'GET', file(id))).body).toMatchObject({ status: 'in_committee', reply: { on: '2027-03-01', text: 'Les entreprises sont plus nombreuses depuis.', attachments: [sent.body.id] }, result: { reached: true } });
    await committeeReads(id, [1, 2, 4]);
    expect((await as('committee', 'GET', `/api/appraisals/${id}-4`)).body).toMatchObject({ status: 'revealed', data: { marks: marksOf(4) }, comments: { overall: 'Bon' }, allowedActions: [] });
    expect((await as('committee', 'GET', file(id, `/attachments/${sent.body.id}`))).status).toBe(200);
    expect((await as('diane', 'GET', file(id, `/attachments/${sent.body.id}`))).status).toBe(404);
    expect((await as('amelie', 'DELETE', file(id, `/attachments/${sent.body.id}`))).status).toBe(409);
    expect((await as('amelie', 'POST', file(id, '/reply'), { text: 'Encore' })).body).toMatchObject({ code: 'reply-not-awaited' });
  });
});

describe('tied', () => {
  it('two files of the same total are parted by the published criteria, and said to be tied when nothing parts them', async () => {
    const id = ids.tied;
    await writes('diane', ids.first, 1, [4, 4, 3, 4, 4, 4, 4]);
    await writes('etienne', ids.first, 2, [4, 4, 3, 4, 4, 4, 4]);
    // 20 × 3 + 20 × 4 of this one against 20 × 4 + 20 × 3 of the other.
    await writes('diane', id, 1, [3, 4, 4, 4, 4, 4, 4]);
    await writes('etienne', id, 2, [3, 4, 4, 4, 4, 4, 4]);
    for (const one of [ids.first, id]) await becomes(one, 'consensus');
    const results = await Promise.all([ids.first, id].map(async (one) => ({ id: one, result: (await as('secretariat', 'GET', file(one))).body.data.result })));
    expect(results[0]?.result.total).toEqual(results[1]?.result.total);
    const { body } = await call(space, undefined, 'GET', `/api/calls/${theCall}`);
    const published = body.tieBreak.map(({ code }: { code: string }) => code);
    expect(rank(results, published)).toEqual([{ id: ids.first, place: 1, tied: false, partedBy: null }, { id, place: 2, tied: false, partedBy: 'engaged' }]);
    expect(rank(results, []).map(({ place, tied }) => [place, tied])).toEqual([[1, true], [1, true]]);
  });
});

describe('below threshold', () => {
  it('two low totals, however far apart, call no third expert, and no label can be proposed', async () => {
    const id = ids.low;
    await writes('diane', id, 1, 0);
    // 100 × 2 ÷ 5: 40 points away from the other, both below 60.
    await writes('etienne', id, 2, 2);
    await becomes(id, 'consensus');
    const { body } = await as('secretariat', 'GET', file(id, '/result'));
    expect(body.result).toMatchObject({ rule: 'panel', reached: false, total: { shown: '20.00' }, criteria: expect.arrayContaining([expect.objectContaining({ code: 'engaged', reached: false, mean: { numerator: 1, denominator: 1, shown: '1.00' } })]) });
    const contributions = body.result.criteria.map((line: { contribution: { shown: string } }) => Number(line.contribution.shown));
    expect(contributions).toEqual(weights.map((weight) => weight / 5));
    done(await as('secretariat', 'POST', file(id, '/consensus'), { outcome: 'unfavourable', majorityView: 'Trop faible.' }));
    done(await as('amelie', 'POST', file(id, '/reply'), { text: 'Nous contestons.' }));
    expect(await as('committee', 'POST', file(id, '/proposal'), { outcome: 'award' })).toMatchObject({ status: 409, body: { code: 'below-threshold', threshold: 60 } });
    expect((await as('committee', 'POST', file(id, '/proposal'), { outcome: 'refuse', reasons: 'Sous le seuil.' })).status).toBe(201);
  });
});

// The clock moves on, and with it the dates of all who have not answered: last of all.
describe('right of reply', () => {
  it('passed: the file goes to the committee all the same', async () => {
    const id = ids.first;
    done(await as('secretariat', 'POST', file(id, '/consensus'), { outcome: 'favourable', majorityView: 'Tous d’accord.' }));
    await advance('2027-03-11T22:00:00.000Z');
    expect(await status(id)).toBe('right_of_reply');
    await advance('2027-03-11T23:00:01.000Z');
    await becomes(id, 'in_committee');
    expect((await as('committee', 'GET', file(id))).body).toMatchObject({ reply: null, data: { repliedOn: null } });
    expect((await as('amelie', 'POST', file(id, '/reply'), { text: 'Trop tard' })).body).toMatchObject({ code: 'reply-late' });
  });
});
