import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { pdf } from '../factories/application-answers.js';
import { done, plain, type Expert } from './people.js';
import { story } from './step.js';
import { World } from './world.js';

/** Files of one call that each go another way. Each is an application's id, and later its label's. */
const files = ['pieces-never', 'pieces-last-second', 'refused', 'contract-unsigned', 'not-renewed', 'withdrawn', 'last-second', 'too-late'] as const;
type File = (typeof files)[number];

const step = story();
let world: World;
let theCall: string;
const id = {} as Record<File, string>;

beforeAll(async () => {
  world = await World.open('branches', '2027-02-01 09:00');
  const { claire, secretariat } = world;
  await claire.signIn();
  theCall = await secretariat.opensCall('2027-02-01', '2027-02-26');
  await Promise.all(files.map(async (file) => {
    const pole = done(await claire.createsPole(`Pôle ${file}`)).body.id;
    id[file] = await claire.completes(theCall, pole);
  }));
}, 120_000);
afterAll(() => world?.close());

const application = async (file: File) => (await world.claire.get(`/api/applications/${id[file]}`)).body;
const label = async (file: File) => (await world.claire.get(`/api/labels/${id[file]}`)).body;
const told = (file: File, kind = 'application'): Promise<string[]> => world.claire.toldAbout(`${kind}/${id[file]}`);

describe('an Idempotency-Key', () => {
  step('answers the same request twice with one submission, and refuses another under the same key', async () => {
    const { claire } = world;
    const once = done(await claire.submits(id.refused, 'submission-1'));
    expect(await claire.submits(id.refused, 'submission-1')).toMatchObject({ status: 201, body: once.body });
    expect(await claire.submits(id.withdrawn, 'submission-1')).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(await told('refused')).toEqual(['Accusé de réception de votre dossier']);
    await Promise.all((['pieces-never', 'pieces-last-second', 'contract-unsigned', 'not-renewed', 'withdrawn'] as const).map(async (file) => done(await claire.submits(id[file]))));
  });
});

describe('the closing of a call', () => {
  step('is moved by the secretariat alone, and whoever is still writing is told again', async () => {
    const { claire, secretariat } = world;
    expect((await claire.post(`/api/calls/${theCall}/deadlines/closing/moves`, { to: '2027-03-12', reason: 'Encore un peu.' })).status).toBe(404);
    await world.goesTo('2027-02-25 09:00');
    const reminder = 'Votre dossier n’est pas encore déposé';
    expect(await told('too-late')).toEqual([reminder, reminder]);
    done(await secretariat.moves(`calls/${theCall}`, 'closing', '2027-03-05'));
    expect(await told('too-late')).toEqual([reminder, reminder, 'Le calendrier de l’appel à candidatures change']);
    expect(await claire.mail('Le calendrier de l’appel à candidatures change')).toContain('fixée au 26 février 2027 est déplacée au 5 mars 2027');
    expect(await told('refused')).toEqual(['Accusé de réception de votre dossier']);
    await world.goesTo('2027-03-04 09:00');
    expect((await told('too-late')).filter((subject) => subject === reminder)).toHaveLength(4);
    const past = (await secretariat.get(`/api/calls/${theCall}`)).body.dossier.timeline.past;
    expect(past).toContainEqual(expect.objectContaining({ type: 'deadline-moved', facts: { kind: 'closing', from: '2027-02-26', to: '2027-03-05' } }));
  });

  step('takes what comes at 23:59:59, and keeps as evidence what comes a second later', async () => {
    const { claire, secretariat, bruno } = world;
    await world.goesTo('2027-03-05 23:59:59');
    expect(done(await claire.submits(id['last-second'])).body).toMatchObject({ receivedAt: '2027-03-05T22:59:59.000Z', receivedOn: '2027-03-05' });
    await world.goesTo('2027-03-06 00:00');
    const late = await claire.submits(id['too-late'], 'too-late-1');
    expect(late).toMatchObject({ status: 409, body: { code: 'call-closed', receivedAt: '2027-03-05T23:00:00.000Z' } });
    expect(plain(late.body.detail)).toContain('a fermé le 5 mars 2027 à 23 h 59');
    const evidence = `/api/commands/${late.body.command}`;
    expect((await claire.get(evidence)).body).toMatchObject({ subject: `application/${id['too-late']}`, act: 'submit', receivedAt: '2027-03-05T23:00:00.000Z', status: 'refused', outcome: { code: 'call-closed' } });
    expect((await secretariat.get(evidence)).status).toBe(200);
    await bruno.signIn();
    expect((await bruno.get(evidence)).status).toBe(404);
    expect((await application('too-late')).status).toBe('draft');
  });
});

describe('missing pieces', () => {
  step('are in time at 23:59:59 of their last day; a second later the other file is inadmissible', async () => {
    const { claire, secretariat } = world;
    await world.goesTo('2027-03-08 09:00');
    for (const file of ['pieces-never', 'pieces-last-second'] as const) done(await secretariat.asksForPieces(id[file], '2027-03-22'));
    await world.goesTo('2027-03-22 23:59:59');
    const piece = done(await claire.attaches(id['pieces-last-second'])).body.id;
    expect(done(await claire.post(`/api/applications/${id['pieces-last-second']}/pieces`, { attachments: [piece] })).body).toMatchObject({ receivedOn: '2027-03-22', outcome: { status: 'submitted' } });
    expect((await application('pieces-never')).status).toBe('incomplete');
    await world.goesTo('2027-03-23 00:00');
    expect((await application('pieces-last-second')).status).toBe('submitted');
    expect(await application('pieces-never')).toMatchObject({ status: 'inadmissible', allowedActions: ['lodgeAppeal'], timeline: { ahead: [{ kind: 'appeal-limit', on: '2027-05-24' }] } });
    expect(await told('pieces-never')).toEqual([
      'Accusé de réception de votre dossier', 'Des pièces manquent à votre dossier', 'Rappel : des pièces sont attendues', 'Rappel : des pièces sont attendues', 'Votre dossier est déclaré irrecevable',
    ]);
    expect(await claire.mail('Votre dossier est déclaré irrecevable')).toMatch(/Les motifs sont à lire.*contestée dans les deux mois.*Dernier jour pour un recours : 24 mai 2027\./s);
    expect(await claire.tasks()).toEqual([]);
  });
});

describe('an applicant who withdraws while experts write', () => {
  step('ends their tasks and their mails', async () => {
    const { claire, secretariat, diane, etienne } = world;
    for (const file of ['refused', 'contract-unsigned', 'not-renewed', 'withdrawn'] as const) {
      done(await secretariat.admits(id[file]));
      done(await secretariat.names(id[file], diane, etienne));
    }
    await world.goesTo('2027-03-24 10:00');
    await accept('withdrawn', diane, 1);
    done(await diane.put(`/api/appraisals/${id.withdrawn}-1/score-draft`, { marks: { engaged: 3 }, version: 0 }));
    expect(await diane.tasks()).toContain(`appraisal/${id.withdrawn}/1 submitScores`);
    done(await claire.withdraws(id.withdrawn));
    await world.settles();
    for (const [expert, n] of [[diane, 1], [etienne, 2]] as const) {
      expect((await expert.tasks()).filter((task) => task.includes(id.withdrawn))).toEqual([]);
      expect((await expert.get(`/api/appraisals/${id.withdrawn}-${n}`)).status).toBe(404);
      expect((await expert.toldAbout(`appraisal/${id.withdrawn}/${n}`)).at(-1)).toBe('Expertise annulée : vous n’avez plus rien à faire');
    }
    expect((await diane.get(`/api/applications/${id.withdrawn}/answers`)).status).toBe(404);
    expect(await diane.scores(`${id.withdrawn}-1`, 4)).toMatchObject({ status: 409, body: { code: 'appraisal-cancelled' } });
    expect((await application('withdrawn')).status).toBe('withdrawn');
  });

  step('leaves the other files as they were; a moved date is told, and reminders follow it', async () => {
    const { secretariat, diane, etienne } = world;
    for (const file of ['refused', 'contract-unsigned', 'not-renewed'] as const) {
      for (const [expert, n] of [[diane, 1], [etienne, 2]] as const) await accept(file, expert, n);
    }
    done(await secretariat.moves(`appraisals/${id.refused}-2`, 'score-due', '2027-04-28'));
    await world.goesTo('2027-04-13 09:00');
    const reminded = (one: Expert, file: File, n: number): Promise<string[]> => one.toldAbout(`appraisal/${id[file]}/${n}`);
    expect(await reminded(diane, 'refused', 1)).toEqual(['Une expertise vous est proposée', 'Expertise acceptée : votre échéance', 'Rappel : votre avis est attendu', 'Rappel : votre avis est attendu']);
    expect(await reminded(diane, 'withdrawn', 1)).toEqual(['Une expertise vous est proposée', 'Expertise acceptée : votre échéance', 'Expertise annulée : vous n’avez plus rien à faire']);
    // Reminders follow the new date, a week before the 28th.
    expect(await reminded(etienne, 'refused', 2)).toEqual(['Une expertise vous est proposée', 'Expertise acceptée : votre échéance', 'L’échéance de votre expertise est déplacée']);
    expect(await etienne.mail('L’échéance de votre expertise est déplacée')).toContain('L’échéance du 14 avril 2027 est déplacée au 28 avril 2027.');
    for (const file of ['refused', 'contract-unsigned', 'not-renewed'] as const) {
      for (const [expert, n] of [[diane, 1], [etienne, 2]] as const) done(await expert.scores(`${id[file]}-${n}`, file === 'refused' ? 2 : 4));
    }
  });
});

describe('a refusal', () => {
  step('states its reasons, in law and in fact, and is read with the notification', async () => {
    const { claire, secretariat, committee, authority } = world;
    await world.goesTo('2027-04-20 09:00');
    expect(await committee.proposes(id.refused, 'award')).toMatchObject({ status: 409, body: { code: 'below-threshold' } });
    done(await committee.proposes(id.refused, 'refuse'));
    expect(await authority.signs(id.refused, { outcome: 'refuse', signedOn: '2027-04-20' })).toMatchObject({ status: 409, body: { code: 'reasons-missing' } });
    done(await authority.signs(id.refused, { outcome: 'refuse', signedOn: '2027-04-20', reasonsInLaw: 'Article 3 du règlement.', reasonsInFact: 'Aucune action engagée n’est attestée.' }));
    done(await secretariat.notifies(id.refused));
    expect((await told('refused')).at(-1)).toBe('Une décision est rendue sur votre dossier');
    expect(await claire.mail('Une décision est rendue sur votre dossier')).toContain('Dernier jour pour un recours : 21 juin 2027');
    expect(await application('refused')).toMatchObject({ status: 'refused', data: { decision: { outcome: 'refuse' } } });
    const decision = (await claire.get(`/api/applications/${id.refused}/attachments`)).body.find((file: { purpose: string }) => file.purpose === 'decision');
    expect((await claire.get(`/api/applications/${id.refused}/attachments/${decision.id}`)).body).toContain(new TextDecoder().decode(pdf('decision')).slice(0, 8));
  });
});

describe('a contract', () => {
  step('that is never signed lapses, after reminders to the side that is missing', async () => {
    const { claire, secretariat, committee, authority } = world;
    for (const file of ['contract-unsigned', 'not-renewed'] as const) {
      done(await committee.proposes(id[file], 'award'));
      done(await authority.signs(id[file], { signedOn: '2027-04-20' }));
      done(await secretariat.notifies(id[file]));
      await world.settles();
      done(await authority.countersigns(id[file]));
    }
    done(await claire.signsContract(id['not-renewed']));
    const { number, timeline } = await label('contract-unsigned');
    expect(timeline.ahead.at(-1)).toMatchObject({ kind: 'contract-due', on: '2027-06-21', otherwise: 'award-lapsed' });
    await authority.reads();
    await world.goesTo('2027-06-22 00:00');
    expect((await label('contract-unsigned')).status).toBe('lapsed');
    const reminder = 'Rappel : contrat de labellisation à signer';
    expect((await told('contract-unsigned', 'award')).slice(-4)).toEqual([reminder, reminder, reminder, 'L’attribution du label est caduque']);
    expect(await authority.reads()).toEqual([]);
    expect(await claire.signsContract(id['contract-unsigned'])).toMatchObject({ status: 409, body: { code: 'contract-late' } });
    expect((await claire.get(`/api/register/${number}`)).body.status).toBe('unknown');
  });
});

describe('a label that nobody renews', () => {
  step('lapses on its day', async () => {
    const { claire, secretariat } = world;
    const { number, endsOn } = await label('not-renewed');
    expect(endsOn).toBe('2030-04-19');
    await world.goesTo('2030-04-19 23:59:59');
    expect((await claire.get(`/api/renewals/${id['not-renewed']}`)).body.status).toBe('window_open');
    expect((await claire.get(`/api/register/${number}`)).body.status).toBe('valid');
    expect(await claire.tasks()).toContain(`renewal/${id['not-renewed']} createApplication`);
    await world.goesTo('2030-04-20 00:00');
    expect((await claire.get(`/api/renewals/${id['not-renewed']}`)).body.status).toBe('lapsed');
    expect((await label('not-renewed')).status).toBe('expired');
    expect((await claire.get(`/api/register/${number}`)).body.status).toBe('expired');
    expect(await told('not-renewed', 'renewal')).toEqual([
      'Vous pouvez préparer le renouvellement de votre label', ...Array<string>(3).fill('Rappel : renouvellement de votre label'), 'Votre label n’a pas été renouvelé',
    ]);
    expect((await told('not-renewed', 'award')).at(-1)).toBe('Votre label est arrivé à son terme');
    expect(await secretariat.toldAbout(`renewal/${id['not-renewed']}`)).toEqual(['Un label va finir sans dossier de renouvellement', 'Un label n’a pas été renouvelé']);
    expect(await claire.tasks()).not.toContain(`renewal/${id['not-renewed']} createApplication`);
  });
});

describe('signing out', () => {
  step('ends the session', async () => {
    const { claire } = world;
    expect(done(await claire.signsOut()).body.signOutUrl).toMatch(/^http/);
    expect(await claire.get('/api/me')).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } });
  });

  step('leaves every mail sent once', async () => {
    const ids = (await world.caught()).map((mail) => mail.messageId);
    expect(ids.filter((one, i) => ids.indexOf(one) !== i)).toEqual([]);
  });
});

/** An expert without conflict takes the task. */
async function accept(file: File, expert: Expert, n: number): Promise<void> {
  done(await expert.declares(`${id[file]}-${n}`, false));
  done(await expert.accepts(`${id[file]}-${n}`));
}
