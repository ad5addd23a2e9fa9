import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { collectHistories } from '../../apps/cli/src/histories/collect.js';
import { openSpace, startApi, startWorker } from '../../apps/cli/src/stack/space.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { loadConfig } from '../../libs/config/src/config.js';
import { verifyJournal } from '../../libs/persistence/src/procedure/verify.js';
import { EncryptingCodec } from '../../libs/temporal/src/codec.js';
import { lazyClient } from '../../libs/temporal/src/connect.js';
import { olderCommit, OlderBuild } from '../stack/older-build.js';
import { servers, type RunningSpace } from '../stack/stack.js';
import { inDatabase } from '../stack/tell.js';
import { done } from './people.js';
import { story } from './step.js';
import { paris, World } from './world.js';

const from = olderCommit();

if (from === undefined) {
  it.skip('an older build’s data: this clone has no earlier commit to build (take one with its history)', () => undefined);
} else {
  const commit = from.commit.slice(0, 8);
  if (from.instead !== undefined) process.stderr.write(`${from.instead}\n`);
  describe(`what the build of ${commit} left behind`, () => {
    let older: OlderBuild;
    beforeAll(() => {
      older = OlderBuild.of(from.commit);
    }, 300_000);
    afterAll(() => older?.remove());

    describe.each(['stop', 'kill'] as const)('after a %s', (end) => {
      const step = story();
      let world: World;
      let space: RunningSpace;
      /** In force; under appraisal; waiting for pieces; being written. */
      let [label, appraised, incomplete, draft] = ['', '', '', ''];
      let call: string;
      let soFar: string[];
      afterAll(() => world?.close());

      step('is a call, a label in force and files on their way', async () => {
        space = await older.run(`upgrade-${end}-${commit}`, paris('2027-02-01 09:00'));
        world = await World.on(space, await older.load('libs/persistence/src/people/people.commands.js'));
        const { amelie, claire, secretariat, committee, authority, diane, etienne, fatima } = world;
        await amelie.signIn();
        await claire.signIn();
        call = await secretariat.opensCall('2027-02-01', '2027-03-31');
        const pole = async (name: string): Promise<string> => done(await claire.createsPole(name, { siret: '98100000300013', name: 'CFA du Cuir' })).body.id;
        label = await amelie.completes(call, done(await amelie.createsPole('Pôle Bois')).body.id);
        appraised = await claire.completes(call, await pole('Pôle Cuir'));
        incomplete = await claire.completes(call, await pole('Pôle Pierre'));
        draft = await claire.completes(call, await pole('Pôle Verre'));
        done(await amelie.submits(label));
        for (const id of [appraised, incomplete]) done(await claire.submits(id));
        for (const id of [label, appraised]) done(await secretariat.admits(id));
        done(await secretariat.asksForPieces(incomplete, '2027-03-01'));
        done(await secretariat.names(label, diane, fatima));
        done(await secretariat.names(appraised, diane, etienne));
        await world.settles();
        for (const [expert, appraisal] of [[diane, `${label}-1`], [fatima, `${label}-2`], [diane, `${appraised}-1`]] as const) {
          done(await expert.declares(appraisal, false));
          done(await expert.accepts(appraisal));
          done(await expert.scores(appraisal, 4));
        }
        await world.settles();
        done(await committee.proposes(label, 'award'));
        done(await authority.signs(label, { signedOn: '2027-02-01' }));
        done(await secretariat.notifies(label));
        await world.settles();
        done(await amelie.signsContract(label));
        done(await authority.countersigns(label));
        await world.settles();
        expect((await amelie.get(`/api/monitorings/${label}`)).body.status).toBe('open');
      });

      step('ends while an act is under way', async () => {
        const asked = world.etienne.declares(`${appraised}-2`, false).catch((error: unknown) => error);
        await waitFor('the act', async () => (await received('declare')) > 3, { seconds: 20 });
        await Promise.all([space.worker[end](), space.api[end]()]);
        await asked;
        soFar = (await world.caught()).map((mail) => mail.messageId);
      });

      step('replays on this build', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'estampille-histories-'));
        const config = loadConfig(space.env);
        const client = lazyClient(config);
        try {
          const { kept } = await collectHistories({ client, codec: new EncryptingCodec(config.payloadKeys), folder, all: true });
          // The call, three applications, four appraisals, a label with its monitoring and renewal.
          expect(kept).toBe(11);
          const out = execFileSync(process.execPath, ['dist/apps/cli/src/replay.js', folder], { encoding: 'utf8' });
          expect(out.trim().split('\n').filter((line) => !line.startsWith('ok '))).toEqual([]);
        } finally {
          await client.connection.close();
          rmSync(folder, { recursive: true });
        }
      });

      step('is migrated, and people are still signed in', async () => {
        const { name, env } = space;
        const opened = await openSpace(servers(), { name, clock: { mode: 'stepped' }, apiPort: Number(env['API_PORT']), logLevel: 'warn' });
        [space.api, space.worker] = await Promise.all([startApi(opened), startWorker(opened)]);
        expect((await world.claire.get('/api/me')).body).toMatchObject({ email: world.claire.email });
        await world.settles();
      });

      step('finds the award of its label whole, and nothing asked of it that it was never promised', async () => {
        const { steps } = (await world.secretariat.get(`/api/labels/${label}`)).body as { steps: { step: string; state: string }[] };
        expect(steps.filter(({ state }) => state !== 'done')).toEqual([]);
        expect(steps.map(({ step: name }) => name)).not.toContain('financing');
        expect((await world.operator.get('/api/labels?stuck=true')).body.items).toEqual([]);
      });

      step('goes on: acts are taken where they were', async () => {
        const { claire, etienne, secretariat, committee } = world;
        expect((await etienne.get(`/api/appraisals/${appraised}-2`)).body.status).toBe('declared');
        done(await etienne.accepts(`${appraised}-2`));
        done(await etienne.scores(`${appraised}-2`, 3));
        await world.settles();
        expect(await committee.tasks()).toEqual([`application/${appraised} propose`]);
        done(await claire.submits(draft));
        done(await secretariat.admits(draft));
        expect((await claire.get(`/api/applications/${draft}`)).body.status).toBe('admissible');
      });

      step('goes on: dates that were set come', async () => {
        const { amelie, claire } = world;
        await world.goesTo('2027-03-02 00:00');
        expect((await claire.get(`/api/applications/${incomplete}`)).body.status).toBe('inadmissible');
        await world.goesTo('2027-04-01 00:00');
        expect((await world.secretariat.get(`/api/calls/${call}`)).body.status).toBe('closed');
        await world.goesTo('2028-02-01 09:00');
        expect((await amelie.get(`/api/monitorings/${label}`)).body.status).toBe('report_due');
        done(await amelie.reports(label, 'Une année pleine.'));
        done(await world.secretariat.validates(label));
        await world.goesTo('2029-05-02 09:00');
        expect((await amelie.get(`/api/renewals/${label}`)).body.status).toBe('window_open');
      });

      step('was told to each once, and its journal is whole', async () => {
        await world.settles();
        const ids = (await world.caught()).map((mail) => mail.messageId);
        expect(ids.length).toBeGreaterThan(soFar.length);
        expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
        const told = await world.operator.notifications();
        expect(told.filter((one) => !['sent', 'suppressed'].includes(one.state))).toEqual([]);
        expect(await inDatabase(space, verifyJournal)).toMatchObject({ subjects: 12, faults: [] });
      });

      async function received(act: string): Promise<number> {
        return inDatabase(space, async (db) => Number((await db.execute<{ n: string }>(sql`select count(*) as n from command where act = ${act}`)).rows[0]?.n));
      }
    });
  });
}
