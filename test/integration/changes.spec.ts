import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eq, sql } from 'drizzle-orm';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { poleChange } from '../../libs/persistence/src/change/change.tables.js';
import { pole as poles, poleCarrier, structure, structureChange } from '../../libs/persistence/src/people/people.tables.js';
import { labelsInForce, type LabelsInForce } from '../stack/labels.js';
import { mails } from '../stack/stack.js';
import { someone } from '../stack/staff.js';
import { inDatabase } from '../stack/tell.js';

let on: LabelsInForce;
const labels = { renamed: randomUUID(), merged: randomUUID(), absorbing: randomUUID(), closed: randomUUID(), moved: randomUUID() } as const;
const poleIds: Partial<Record<keyof typeof labels, string>> = {};

beforeAll(async () => {
  on = await labelsInForce('changes', '2027-06-01', []);
  for (const [name, key] of Object.entries(labels)) {
    const id = await on.anotherPole(`Pôle ${name}`);
    poleIds[name as keyof typeof labels] = id;
    await on.award(key, id);
  }
}, 120_000);
afterAll(() => on?.space.stop());

type Who = 'holder' | 'authority' | 'secretariat' | 'colleague';
const post = (who: Who, path: string, body: object) => on.as(on[who], 'POST', `/api/${path}`, body);
const ask = async (name: keyof typeof labels, body: object): Promise<string> => {
  const answer = await post('holder', `labels/${labels[name]}/changes`, { why: 'Décision de l’assemblée générale du 12 mai.', effectiveOn: '2027-06-01', ...body });
  expect(answer).toMatchObject({ status: 201, body: { outcome: { status: 'under_review' } } });
  return answer.body.outcome.subject.split('/')[1];
};
const passed = async (id: string): Promise<void> => {
  expect(await post('secretariat', `changes/${id}/proposals`, { outcome: 'accept', reasons: 'Le dossier est complet.' })).toMatchObject({ status: 201 });
};
const show = async (id: string) => (await on.as(on.holder, 'GET', `/api/changes/${id}`)).body;
const label = async (name: keyof typeof labels) => (await on.as(on.holder, 'GET', `/api/labels/${labels[name]}`)).body;
const settled = (name: keyof typeof labels, status: string) => waitFor(`the label ${name}`, async () => (await label(name)).status === status, { seconds: 20 });
const poleRow = (name: keyof typeof labels) => inDatabase(on.space, async (db) => (await db.select().from(poles).where(eq(poles.id, poleIds[name] ?? '')))[0]);

describe('a centre', () => {
  it('renamed: nothing changes before the authority accepts it, then the record and the register say the new name', async () => {
    expect(await post('colleague', `labels/${labels.renamed}/changes`, { what: 'rename', why: 'x', effectiveOn: '2027-06-01', name: 'Pôle Ameublement' })).toMatchObject({ status: 404 });
    expect(await post('holder', `labels/${labels.renamed}/changes`, { what: 'rename', why: 'x', effectiveOn: '2027-06-01' })).toMatchObject({ status: 422, body: { code: 'change-field' } });
    expect(await on.as(on.holder, 'PATCH', `/api/poles/${poleIds.renamed}`, { name: 'Pôle Ameublement' })).toMatchObject({ status: 409, body: { code: 'change-reviewed' } });
    const id = await ask('renamed', { what: 'rename', name: 'Pôle Ameublement' });
    expect(await post('holder', `labels/${labels.renamed}/changes`, { what: 'rename', why: 'x', effectiveOn: '2027-06-01', name: 'Autre' })).toMatchObject({ status: 409, body: { code: 'change-open' } });
    expect((await on.as(on.secretariat, 'GET', `/api/changes/${id}`)).body.allowedActions).toEqual(expect.arrayContaining(['propose', 'requestPieces']));
    expect(await post('secretariat', `changes/${id}/acceptances`, {})).toMatchObject({ status: 409, body: { code: 'authority-decides' } });
    expect((await poleRow('renamed'))?.name).toBe('Pôle renamed');
    await passed(id);
    expect(await post('authority', `changes/${id}/acceptances`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'effective', entries: ['change-accepted', 'change-effected'] } } });
    expect((await poleRow('renamed'))?.name).toBe('Pôle Ameublement');
    const found = await on.as(undefined, 'GET', '/api/register?q=ameublement');
    expect(found.body.items).toHaveLength(1);
    const renamed = await on.numberOf(labels.renamed);
    const nameOn = async (day: string): Promise<string> => (await on.as(undefined, 'GET', `/api/register/${renamed}?on=${day}`)).body.label.pole.name;
    expect([await nameOn('2027-05-31'), await nameOn('2027-06-01')]).toEqual(['Pôle renamed', 'Pôle Ameublement']);
    await waitFor('the label', async () => (await label('renamed')).data.changes.length === 1, { seconds: 20 });
    expect(await label('renamed')).toMatchObject({ status: 'active', data: { changes: [{ change: `change/${id}`, what: 'rename' }] } });
    expect(await show(id)).toMatchObject({ status: 'effective', request: { name: 'Pôle Ameublement' }, recorded: { before: { name: 'Pôle renamed' }, after: { name: 'Pôle Ameublement' } } });
    expect((await on.as(undefined, 'GET', `/api/register/${renamed}/history`)).body.changes).toEqual([{ on: '2027-06-01', what: 'rename', before: 'Pôle renamed', after: 'Pôle Ameublement' }]);
    await waitFor('the mail', async () => (await mails({ to: on.holder.email })).some(({ subject }) => /changement du pôle est accepté/.test(subject)), { seconds: 20 });
    const [mail] = (await mails({ to: on.holder.email })).filter(({ subject }) => /changement du pôle est accepté/.test(subject));
    expect(mail?.text).toMatch(/Prise d’effet\s:\s1er\sjuin\s2027/);
  });

  it('whose structure is renamed keeps what stood before, with the reason', async () => {
    const id = await ask('renamed', { what: 'rename', of: 'structure', name: 'Campus du Bois' });
    await passed(id);
    await post('authority', `changes/${id}/acceptances`, {});
    const [kept] = await inDatabase(on.space, (db) => db.select().from(structureChange));
    expect(kept).toMatchObject({ before: { name: 'CFA du Bois' }, reason: 'Décision de l’assemblée générale du 12 mai.', changedBy: on.authority.id });
    const carriedOn = async (day: string): Promise<string> => (await on.as(undefined, 'GET', `/api/register/${await on.numberOf(labels.renamed)}?on=${day}`)).body.label.structure.name;
    expect([await carriedOn('2027-05-31'), await carriedOn('2027-06-01')]).toEqual(['CFA du Bois', 'Campus du Bois']);
  });

  it('merged: its label ends on the day of the merger and is not handed over, the pole knows into which', async () => {
    const into = poleIds.absorbing;
    expect(await post('holder', `labels/${labels.merged}/changes`, { what: 'merger', why: 'x', effectiveOn: '2027-07-31', into: poleIds.merged })).toMatchObject({ status: 422, body: { code: 'change-pole' } });
    const id = await ask('merged', { what: 'merger', into, effectiveOn: '2027-07-31' });
    await passed(id);
    expect(await post('authority', `changes/${id}/acceptances`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'accepted' } } });
    expect((await show(id)).timeline.ahead).toMatchObject([{ kind: 'effect', on: '2027-07-31', otherwise: 'change-takes-effect' }]);
    await on.advance('2027-07-31T12:00:00.000Z');
    expect((await label('merged')).status).toBe('active');
    await on.advance('2027-07-31T22:30:00.000Z');
    await settled('merged', 'transferred');
    expect(await label('merged')).toMatchObject({ data: { transferredTo: into, endedOn: '2027-07-31' } });
    expect(await poleRow('merged')).toMatchObject({ closedOn: '2027-07-31', mergedInto: into });
    expect((await label('absorbing')).status).toBe('active');
  });

  it('closed: its label ends, and nothing more can be changed or asked of it', async () => {
    // It is 1 August: the holder ends its label from now on, the secretariat writes down what it has learnt, and nothing ends before it began.
    const early = (effectiveOn: string, what = 'closure') => ({ what, why: 'x', effectiveOn, ...(what === 'merger' ? { into: poleIds.absorbing } : {}) });
    for (const what of ['closure', 'merger']) {
      expect(await post('holder', `labels/${labels.closed}/changes`, early('2027-07-31', what))).toMatchObject({ status: 409, body: { code: 'change-too-early', earliest: '2027-08-01' } });
      expect(await post('secretariat', `labels/${labels.closed}/changes`, early('1950-01-01', what))).toMatchObject({ status: 409, body: { code: 'change-too-early', earliest: '2027-07-01' } });
    }
    expect(await post('secretariat', `labels/${labels.closed}/changes`, { ...early('2027-05-31', 'manager'), name: 'x', email: 'x@example.org' })).toMatchObject({ status: 409, body: { code: 'change-too-early', earliest: '2027-06-01' } });
    const told = await post('secretariat', `labels/${labels.closed}/changes`, early('2027-07-31'));
    expect(told).toMatchObject({ status: 201, body: { outcome: { status: 'under_review' } } });
    const id = told.body.outcome.subject.split('/')[1];
    await passed(id);
    await post('authority', `changes/${id}/acceptances`, {});
    await settled('closed', 'terminated');
    expect(await poleRow('closed')).toMatchObject({ closedOn: '2027-07-31', mergedInto: null });
    expect(await post('holder', `labels/${labels.closed}/changes`, { what: 'rename', name: 'x', why: 'x', effectiveOn: '2027-08-01' })).toMatchObject({ status: 409, body: { code: 'label-over' } });
    const rows = await inDatabase(on.space, (db) => db.select().from(poleChange).where(eq(poleChange.changeId, `change/${id}`)));
    expect(rows).toMatchObject([{ what: 'closure', effectiveOn: '2027-07-31' }]);
  });

  it('moved, then carried by another structure: one carrier at a time, each with its days', async () => {
    const moved = await ask('moved', { what: 'move', siret: '732 829 320 00082', territory: 'Doubs', effectiveOn: '2027-08-15' });
    expect(await post('secretariat', `changes/${moved}/acceptances`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'accepted' } } });
    const { on: day, at } = { on: '2027-08-15', at: '2027-08-14T22:00:00.000Z' };
    expect((await show(moved)).timeline.ahead).toMatchObject([{ kind: 'effect', on: day, at }]);
    await on.advance('2027-08-15T08:00:00.000Z');
    expect((await poleRow('moved'))?.territory).toBe('Doubs');
    expect((await show(moved)).timeline.past.at(-1)).toMatchObject({ type: 'change-effected', on: day, at });
    const placeOn = async (asked: string): Promise<string> => (await on.as(undefined, 'GET', `/api/register/${await on.numberOf(labels.moved)}?on=${asked}`)).body.label.pole.territory;
    expect([await placeOn('2027-08-14'), await placeOn(day)]).toEqual(['Jura', 'Doubs']);
    await inDatabase(on.space, (db) => db.update(structure).set({ rna: 'W751234567' }).where(eq(structure.siren, '732829320')));
    const carrier = (more: object) => post('holder', `labels/${labels.moved}/changes`, { what: 'carrier', why: 'x', effectiveOn: '2027-09-01', siret: '55208131700018', name: 'Union du Bois', legalForm: 'association', ...more });
    expect(await carrier({ rna: 'W12' })).toMatchObject({ status: 422, body: { code: 'rna-invalid', errors: [{ pointer: '/rna' }] } });
    expect(await carrier({ rna: 'w 751234567' })).toMatchObject({ status: 422, body: { code: 'rna-taken' } });
    expect(await carrier({ legalForm: 'kolkhoz' })).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer: '/legalForm' }] } });
    const carried = await ask('moved', { what: 'carrier', siret: '55208131700018', name: 'Union du Bois', legalForm: 'association', effectiveOn: '2027-09-01' });
    await passed(carried);
    await post('authority', `changes/${carried}/acceptances`, {});
    await on.advance('2027-09-01T08:00:00.000Z');
    const carriers = await inDatabase(on.space, (db) => db.select().from(poleCarrier).where(eq(poleCarrier.poleId, poleIds.moved ?? '')));
    expect(carriers.map(({ siret, from, to }) => [siret, from, to]).sort((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
      ['73282932000074', '2027-06-01', '2027-08-14'], ['73282932000082', '2027-08-15', '2027-08-31'], ['55208131700018', '2027-09-01', null],
    ]);
    expect((await label('moved')).status).toBe('active');
    const carrierOn = async (day: string): Promise<string> => (await on.as(undefined, 'GET', `/api/register/${await on.numberOf(labels.moved)}?on=${day}`)).body.label.structure.name;
    expect([await carrierOn('2027-08-31'), await carrierOn('2027-09-01')]).toEqual(['Campus du Bois', 'Union du Bois']);
  });

  it('carried by a structure whose RNA number somebody else takes meanwhile: not accepted, and recorded without it where it is too late', async () => {
    const taken = async (rna: string): Promise<void> => {
      await inDatabase(on.space, (db) => db.update(structure).set({ rna }).where(eq(structure.siren, '732829320')));
    };
    const body = { what: 'carrier', siret: '44306184100047', name: 'Maison du Bois', legalForm: 'association', rna: 'W751234568', effectiveOn: '2027-09-10' };
    const first = await ask('moved', body);
    await passed(first);
    await taken('W751234568');
    expect(await post('authority', `changes/${first}/acceptances`, {})).toMatchObject({ status: 422, body: { code: 'rna-taken' } });
    expect(await show(first)).toMatchObject({ status: 'proposed' });
    await taken('W751234560');
    expect(await post('authority', `changes/${first}/acceptances`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'accepted' } } });
    // Accepted for a day to come, and taken before it: the change takes effect, the number is left out.
    await taken('W751234568');
    await on.advance('2027-09-10T08:00:00.000Z');
    await waitFor('the effect', async () => (await show(first)).status === 'effective', { seconds: 20 });
    expect(await inDatabase(on.space, (db) => db.select({ name: structure.name, rna: structure.rna }).from(structure).where(eq(structure.siren, '443061841')))).toEqual([{ name: 'Maison du Bois', rna: null }]);
  });

  it('whose record cannot be written: neither the decision nor the record, until it can', async () => {
    const id = await ask('absorbing', { what: 'rename', name: 'Pôle Réuni' });
    await passed(id);
    await inDatabase(on.space, async (db) => {
      await db.execute(sql`create function no_pole() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
      await db.execute(sql`create trigger no_pole before update on pole for each row execute function no_pole()`);
    });
    expect(await post('authority', `changes/${id}/acceptances`, {})).toMatchObject({ status: 202, body: { status: 'received' } });
    expect(await show(id)).toMatchObject({ status: 'proposed', recorded: null });
    expect((await poleRow('absorbing'))?.name).toBe('Pôle absorbing');
    await inDatabase(on.space, (db) => db.execute(sql`drop trigger no_pole on pole`));
    await waitFor('the effect', async () => (await show(id)).status === 'effective', { seconds: 60 });
    expect((await poleRow('absorbing'))?.name).toBe('Pôle Réuni');
    expect((await show(id)).recorded).toMatchObject({ after: { name: 'Pôle Réuni' } });
    expect(await inDatabase(on.space, (db) => db.select().from(poleChange).where(eq(poleChange.changeId, `change/${id}`)))).toHaveLength(1);
  });

  it('under another manager: who commits the pole from then on', async () => {
    const id = await ask('absorbing', { what: 'manager', name: 'Nadia Perrin', email: `nadia@${on.space.name}.example.org`, effectiveOn: '2027-09-01' });
    expect(await post('secretariat', `changes/${id}/piece-requests`, { text: 'La délibération de nomination.' })).toMatchObject({ status: 201, body: { outcome: { status: 'incomplete' } } });
    expect(await show(id)).toMatchObject({ missing: 'La délibération de nomination.', allowedActions: expect.arrayContaining(['supplyPieces', 'withdraw']) });
    expect(await post('holder', `changes/${id}/pieces`, { text: 'Délibération du 12 mai jointe au fil.' })).toMatchObject({ status: 201 });
    expect(await post('secretariat', `changes/${id}/acceptances`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'effective' } } });
    await waitFor('the mail to who was replaced', async () => (await mails({ to: on.holder.email })).some(({ subject }) => /Vous n’êtes plus représentant légal/.test(subject)), { seconds: 20 });
    const { members } = (await on.as(on.secretariat, 'GET', `/api/poles/${poleIds.absorbing}`)).body;
    await waitFor('the mail', async () => (await mails({ to: `nadia@${on.space.name}.example.org` })).some(({ subject }) => /changement du pôle est accepté/.test(subject)), { seconds: 20 });
    expect(members.filter((one: { role: string }) => one.role === 'legal_representative')).toMatchObject([{ name: 'Nadia Perrin', toConfirm: false }]);
    expect(await post('holder', `labels/${labels.absorbing}/renunciations`, {})).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
  });

  it('is not given another representative by one person of the secretariat alone', async () => {
    const asked = await post('secretariat', `labels/${labels.moved}/changes`, { what: 'manager', why: 'Appel téléphonique.', name: 'Paul Seul', email: `paul@${on.space.name}.example.org`, effectiveOn: '2027-10-01' });
    expect(asked).toMatchObject({ status: 201 });
    const id = asked.body.outcome.subject.split('/')[1];
    expect(await post('secretariat', `changes/${id}/acceptances`, {})).toMatchObject({ status: 409, body: { code: 'same-person' } });
    const second = await someone(on.space, 'second', ['secretariat']);
    expect(await on.as(second, 'POST', `/api/changes/${id}/acceptances`, {})).toMatchObject({ status: 201 });
  });

  it('is nothing to a member of the committee, who may hold a pole too', async () => {
    const curious = await someone(on.space, 'curious', ['committee']);
    const made = await on.as(curious, 'POST', '/api/poles', { name: 'Pôle curieux', themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: '38012986646850', name: 'Curieux', legalForm: 'training-centre' } });
    expect(made.status).toBe(201);
    const { items } = (await on.as(on.secretariat, 'GET', '/api/changes?limit=100')).body;
    expect(items.length).toBeGreaterThan(5);
    for (const path of [`changes/${items[0].id}`, `financings/${labels.absorbing}`, `changes/${items[0].id}/messages`]) expect([path, (await on.as(curious, 'GET', `/api/${path}`)).status]).toEqual([path, 404]);
    // The label itself is the committee's to read.
    for (const path of ['measures', 'contract.pdf']) expect([path, (await on.as(curious, 'GET', `/api/labels/${labels.absorbing}/${path}`)).status]).toEqual([path, 403]);
    expect((await on.as(curious, 'GET', `/api/labels/${labels.absorbing}`)).status).toBe(200);
    for (const list of ['changes', 'financings']) expect((await on.as(curious, 'GET', `/api/${list}`)).body.items).toEqual([]);
  });

  it('whose change is refused, or withdrawn, stays as it was', async () => {
    const refused = await ask('moved', { what: 'rename', name: 'Pôle National', effectiveOn: '2027-09-02' });
    await post('secretariat', `changes/${refused}/proposals`, { outcome: 'refuse', reasons: 'Nom trompeur.' });
    expect((await show(refused)).proposal).toBeNull();
    expect(await post('authority', `changes/${refused}/refusals`, { reasons: 'Ce nom laisse croire à un établissement national.' })).toMatchObject({ status: 201, body: { outcome: { status: 'refused' } } });
    expect(await show(refused)).toMatchObject({ reasons: 'Ce nom laisse croire à un établissement national.', proposal: 'Nom trompeur.', recorded: null });
    const withdrawn = await ask('moved', { what: 'rename', name: 'Pôle Massif', effectiveOn: '2027-09-02' });
    expect(await post('holder', `changes/${withdrawn}/withdrawals`, {})).toMatchObject({ status: 201, body: { outcome: { status: 'withdrawn' } } });
    expect((await poleRow('moved'))?.name).toBe('Pôle moved');
    expect((await on.as(on.secretariat, 'GET', `/api/changes?pole=${poleIds.moved}`)).body.items).toHaveLength(6);
  });
});
