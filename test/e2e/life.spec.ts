import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { startWorker } from '../../apps/cli/src/stack/space.js';
import { waitFor } from '../../apps/cli/src/stack/wait.js';
import { wantedFiles } from '../factories/application-answers.js';
import { inDatabase } from '../stack/tell.js';
import { answers, done, plain } from './people.js';
import { story } from './step.js';
import { World } from './world.js';

let world: World;
let pole: string;
/** The call, the application, its label, monitoring and renewal: all of the first term bear the application's id. */
let theCall: string;
let first: string;
let number: string;
/** The second term's. */
let second: string;
const firms = [1, 2, 3, 4, 5].map((n) => `contact@atelier-${n}-life.example`);
const mailbox = 'contact@pole-bois.example.org';

beforeAll(async () => {
  world = await World.open('life', '2027-01-11 09:00');
}, 120_000);
afterAll(() => world?.close());

const step = story();

/** Whoever is asked something has a mail that leads to it. A plain member of the pole sees in the list what those who answer for it are written to about. */
async function everybodyIsTold(): Promise<void> {
  const { amelie, diane, fatima, authority } = world;
  // To publish a call's results is asked of the authority by its list alone.
  for (const one of [amelie, diane, fatima, authority]) expect([one.name, (await one.untold()).filter((task) => !task.startsWith('call/'))]).toEqual([one.name, []]);
}

const statusOf = async (path: string): Promise<string> => (await world.secretariat.get(`/api/${path}`)).body.status;
const registered = async (label: string) => (await world.amelie.get(`/api/register/${label}`)).body;

describe('a centre applies', () => {
  step('signs in, is told what is wrong with a SIRET, and creates its pole, whose representative the secretariat confirms', async () => {
    const { amelie, secretariat } = world;
    expect((await amelie.signIn()).body).toMatchObject({ name: 'Amélie Martin', roles: [], poles: [] });
    const wrong = await amelie.createsPole('Pôle Bois', { siret: '732 829 320 00075' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'siret-invalid', errors: [{ pointer: '/carrier/siret' }] } });
    expect(wrong.body.detail).toMatch(/clé de contrôle. Recopiez-le depuis/);
    pole = done(await amelie.createsPole('Pôle Bois', {}, { sharedMailbox: mailbox })).body.id;
    expect(await secretariat.reads()).toEqual(['Un représentant légal est à confirmer']);
    expect(await amelie.reads()).toEqual(['Votre qualité de représentant légal est confirmée']);
  });

  step('invites a colleague, who signs in, accepts, and belongs to it', async () => {
    const { amelie, bruno } = world;
    done(await amelie.invites(pole, bruno));
    expect((await bruno.signIn()).body).toMatchObject({ roles: [], poles: [], invitations: [{ pole, role: 'member' }] });
    done(await bruno.accepts(pole));
    expect((await bruno.get('/api/me')).body).toMatchObject({ roles: ['applicant'], poles: [{ name: 'Pôle Bois', roles: ['member'] }] });
    expect(await bruno.reads()).toEqual(['Vous êtes invité à rejoindre un organisme']);
  });

  step('waits for the call to open', async () => {
    const { amelie, secretariat } = world;
    theCall = await secretariat.opensCall('2027-01-15', '2027-03-31');
    expect(await amelie.begins(theCall, pole)).toMatchObject({ status: 409, body: { code: 'call-not-open' } });
    await world.goesTo('2027-01-14 23:59:59');
    expect((await amelie.get('/api/calls')).body.items).toEqual([]);
    await world.goesTo('2027-01-15 00:00');
    expect((await amelie.get('/api/calls')).body.items).toMatchObject([{ id: theCall, status: 'open' }]);
  });

  step('writes its file in several sittings, two people in turn', async () => {
    const { amelie, bruno } = world;
    await world.goesTo('2027-02-01 10:00');
    first = done(await amelie.begins(theCall, pole)).body.id;
    await world.goesTo('2027-02-09 15:30');
    done(await bruno.saves(first, 1, { sector: 'Bois' }));
    const stale = await amelie.saves(first, 1, { sector: 'Menuiserie' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-draft', version: 2, savedBy: 'Bruno Petit' } });
    expect(stale.body.detail).toContain('Bruno Petit a enregistré la version 2');
    done(await amelie.saves(first, 2, answers));
    done(await bruno.attaches(first, 'evidence'));
  });

  step('is reminded before the call closes, both of them, and told question by question what is missing', async () => {
    const { amelie, bruno } = world;
    await world.goesTo('2027-03-24 09:00');
    for (const one of [amelie, bruno]) expect(await one.reads()).toEqual(['Votre dossier n’est pas encore déposé']);
    expect(await amelie.mail('Votre dossier n’est pas encore déposé')).toContain('ferme le 31 mars 2027 à 23 h 59');
    const refused = await amelie.submits(first);
    expect(refused).toMatchObject({ status: 422, body: { code: 'incomplete-draft', errors: [{ pointer: '/answers/statutes' }, { pointer: '/answers/accounts' }] } });
    for (const question of wantedFiles.slice(1)) done(await bruno.attaches(first, question));
    expect(await bruno.submits(first)).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
  });

  step('submits and gets a dated acknowledgement, also by mail', async () => {
    const { amelie, bruno } = world;
    await world.goesTo('2027-03-25 10:12');
    const receipt = done(await amelie.submits(first)).body;
    expect(receipt).toMatchObject({ receivedAt: '2027-03-25T09:12:00.000Z', receivedOn: '2027-03-25', impliedDecisionOn: '2027-05-25', contact: { email: 'poles-innovation@ism.example' } });
    expect(receipt.appealRoutes.map((route: { code: string }) => route.code)).toEqual(['administrative', 'court']);
    expect(await amelie.reads()).toEqual(['Accusé de réception de votre dossier']);
    const mail = await amelie.mail('Accusé de réception de votre dossier');
    expect(mail).toContain('reçu le 25 mars 2027');
    expect(mail).toContain('Sans décision expresse notifiée au 25 mai 2027');
    expect(mail).toContain('Service chargé de votre dossier : poles-innovation@ism.example');
    expect(mail).toMatch(/contestée dans les deux mois par un recours gracieux/);
    await world.goesTo('2027-03-31 12:00');
    // The draft's second reminder would have come on the 30th.
    expect(await Promise.all([amelie.reads(), bruno.reads()])).toEqual([[], []]);
    expect((await world.caught(mailbox)).map((one) => one.subject)).toEqual(['Accusé de réception de votre dossier – Pôle Bois']);
  });
});

describe('its file is examined', () => {
  step('is asked for a missing piece, and supplies it', async () => {
    const { amelie, bruno, secretariat } = world;
    await world.goesTo('2027-04-01 09:00');
    expect(await secretariat.tasks()).toEqual([`application/${first} admit declareInadmissible requestPieces`]);
    done(await secretariat.asksForPieces(first));
    expect(await amelie.reads()).toEqual(['Des pièces manquent à votre dossier']);
    expect(await amelie.mail('Des pièces manquent à votre dossier')).toContain('au plus tard le 3 mai 2027 à 23 h 59');
    for (const one of [amelie, bruno]) expect(await one.tasks()).toEqual([`application/${first} supplyPieces`]);
    await everybodyIsTold();
    await world.goesTo('2027-04-08 09:00');
    const piece = done(await bruno.attaches(first)).body.id;
    done(await bruno.post(`/api/applications/${first}/pieces`, { attachments: [piece] }));
    for (const one of [amelie, bruno]) {
      expect(await one.reads()).toEqual(['Vos pièces sont bien reçues']);
      expect(await one.tasks()).toEqual([]);
    }
    expect(await amelie.mail('Vos pièces sont bien reçues')).toContain('silence vaut rejet : 1er juin 2027');
  });

  step('is admitted; two experts are asked, one declares a conflict and is shut out at once', async () => {
    const { amelie, secretariat, diane, etienne } = world;
    await world.goesTo('2027-04-12 09:00');
    await secretariat.reads();
    done(await secretariat.admits(first));
    expect(await amelie.reads()).toEqual(['Votre dossier est recevable']);
    done(await secretariat.names(first, diane, etienne));
    for (const one of [diane, etienne]) expect(await one.reads()).toEqual(['Une expertise vous est proposée']);
    expect(await diane.mail('Une expertise vous est proposée')).toContain('au plus tard le 19 avril 2027');
    expect((await etienne.get(`/api/appraisals/${first}-2`)).body).toMatchObject({ pole: { name: 'Pôle Bois' }, structure: { name: 'CFA du Bois' } });
    expect((await etienne.get(`/api/applications/${first}/answers`)).status).toBe(404);
    done(await etienne.declares(`${first}-2`, true));
    expect((await etienne.get(`/api/appraisals/${first}-2`)).status).toBe(404);
    expect((await etienne.get(`/api/applications/${first}/answers`)).status).toBe(404);
    expect(await etienne.tasks()).toEqual([]);
    expect((await secretariat.reads()).sort()).toEqual(['Il manque un expert à un dossier', 'Un expert a déclaré un conflit d’intérêts']);
    expect(await secretariat.tasks()).toContain(`application/${first} staff`);
    expect(await secretariat.names(first, etienne)).toMatchObject({ status: 409, body: { code: 'expert-recused' } });
  });

  step('is given to a third; both accept and read it', async () => {
    const { secretariat, diane, fatima } = world;
    done(await secretariat.names(first, fatima));
    expect(await secretariat.tasks()).not.toContain(`application/${first} staff`);
    await world.goesTo('2027-04-15 09:00');
    expect(await diane.tasks()).toEqual([`appraisal/${first}/1 declare decline`]);
    for (const [expert, n] of [[diane, 1], [fatima, 3]] as const) {
      done(await expert.declares(`${first}-${n}`, false));
      done(await expert.accepts(`${first}-${n}`));
      expect(await expert.tasks()).toEqual([`appraisal/${first}/${n} submitScores`]);
      expect((await expert.get(`/api/applications/${first}/answers`)).body.answers.sector).toBe('Bois et ameublement');
    }
    expect(await diane.reads()).toEqual(['Expertise acceptée : votre échéance']);
    expect(await fatima.reads()).toEqual(['Une expertise vous est proposée', 'Expertise acceptée : votre échéance']);
  });

  step('is scored, sealed until all is in, though the worker is killed under an expert’s hands', async () => {
    const { secretariat, committee, diane, fatima } = world;
    await everybodyIsTold();
    await world.goesTo('2027-04-30 09:00');
    for (const one of [diane, fatima]) expect(await one.reads()).toEqual(['Rappel : votre avis est attendu']);
    const asked = diane.scores(`${first}-1`, 4);
    await waitFor('the act', () => inDatabase(world.space, async (db) => (await db.execute(sql`select 1 from command where act = 'submitScores'`)).rows.length === 1), { seconds: 10 });
    await world.space.worker.kill();
    world.space.worker = await startWorker(world.space);
    // Known by now, or received and told later.
    expect([201, 202]).toContain((await asked).status);
    await world.settles();
    expect((await diane.get(`/api/appraisals/${first}-1`)).body).toMatchObject({ status: 'submitted', data: { total: 8000 } });
    expect((await secretariat.get(`/api/appraisals/${first}-1`)).body).toMatchObject({ status: 'submitted', data: { total: null, marks: null } });
    expect((await fatima.get(`/api/appraisals/${first}-1`)).status).toBe(404);
    expect((await committee.get(`/api/applications/${first}`)).status).toBe(404);
    await world.goesTo('2027-05-03 09:00');
    done(await fatima.scores(`${first}-3`, 3));
    await world.settles();
    expect((await committee.get(`/api/appraisals/${first}-1`)).body).toMatchObject({ status: 'revealed', data: { total: 8000 } });
    expect(await secretariat.reads()).toEqual(['Les avis des experts sont tous rendus']);
    expect(await committee.tasks()).toEqual([`application/${first} propose`]);
    expect([await committee.reads(), await committee.untold()]).toEqual([['Un dossier attend la proposition du comité'], []]);
    // No more reminders: their part is over.
    for (const one of [diane, fatima]) expect([await one.reads(), await one.tasks()]).toEqual([[], []]);
  });

  step('is proposed, signed with a PDF, and the centre learns of it by the notification alone', async () => {
    const { amelie, bruno, secretariat, committee, authority } = world;
    await world.goesTo('2027-05-10 09:00');
    done(await committee.proposes(first, 'award'));
    expect(await authority.tasks()).toEqual([`application/${first} sign`]);
    expect(await authority.reads()).toEqual(['Une décision est à signer']);
    await world.goesTo('2027-05-20 16:00');
    expect(await secretariat.notifies(first)).toMatchObject({ status: 409, body: { code: 'not-signed' } });
    await everybodyIsTold();
    done(await authority.signs(first, { signedOn: '2027-05-20' }));
    expect(await secretariat.tasks()).toContain(`application/${first} notify`);
    expect(await secretariat.reads()).toEqual(['Le silence vaudra bientôt rejet', 'Une décision signée est à notifier']);
    const before = (await amelie.get(`/api/applications/${first}`)).body;
    expect(before).toMatchObject({ status: 'in_committee', data: { decision: null } });
    expect([await amelie.reads(), await bruno.reads()]).toEqual([[], ['Votre dossier est recevable']]);
    await world.goesTo('2027-05-24 09:00');
    done(await secretariat.notifies(first));
    expect(await authority.tasks()).toContain(`call/${theCall} publish`);
    expect(await secretariat.tasks()).toEqual([`call/${theCall} publish`]);
    done(await secretariat.post(`/api/calls/${theCall}/publication`, {}));
    expect((await amelie.reads()).sort()).toEqual(['Le label est attribué', 'Un contrat de labellisation est à signer']);
    expect(await amelie.mail('Le label est attribué')).toContain('Décision du 20 mai 2027');
    const after = (await amelie.get(`/api/applications/${first}`)).body;
    expect(after).toMatchObject({ status: 'awarded', data: { decision: { startsOn: '2027-05-20', endsOn: '2030-05-19' } }, timeline: { ahead: [{ kind: 'appeal-limit', on: '2027-07-26' }] } });
    expect((await amelie.get(`/api/applications/${first}/attachments`)).body.map((file: { purpose: string }) => file.purpose)).toContain('decision');
  });

  step('ends in a contract that both sign, and the register shows the label to everybody', async () => {
    const { amelie, bruno, authority } = world;
    expect(await authority.reads()).toEqual(['Des dossiers vont être rejetés par silence', 'Un contrat de labellisation est à signer par l’autorité']);
    expect(await amelie.tasks()).toEqual([`award/${first} signContract`]);
    expect(await bruno.tasks()).toEqual([]);
    number = (await amelie.get(`/api/labels/${first}`)).body.number;
    expect(number).toBe('PI-2027-0001');
    expect(await registered(number)).toMatchObject({ status: 'unknown', label: null });
    await everybodyIsTold();
    await world.goesTo('2027-06-01 09:00');
    expect(await bruno.signsContract(first)).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    done(await amelie.signsContract(first));
    expect(await amelie.tasks()).toEqual([]);
    expect(await authority.reads()).toEqual(['Le contrat attend votre signature']);
    await world.goesTo('2027-06-03 09:00');
    done(await authority.countersigns(first));
    expect((await amelie.reads()).sort()).toEqual([
      'Les entreprises accompagnées seront interrogées', 'Une période de suivi commence', 'Vos coordonnées bancaires sont attendues', 'Votre label est en vigueur',
    ]);
    expect(await amelie.mail('Votre label est en vigueur')).toContain(`Le label n° ${number} est valable du 20 mai 2027 au 19 mai 2030.`);
    expect(await registered(number)).toMatchObject({ status: 'valid', label: { pole: { name: 'Pôle Bois' }, startsOn: '2027-05-20', endsOn: '2030-05-19' } });
  });
});

/** Has these payments prepared by one, approved by another, ordered and executed by the bank on the day. */
async function paid(day: string, instalments: Readonly<Record<string, number>>): Promise<void> {
  const { secretariat, authority } = world;
  for (const [instalment, cents] of Object.entries(instalments)) {
    done(await secretariat.prepares(first, instalment, cents));
    expect(await authority.tasks()).toContain(`financing/${first} approveInstalment`);
    done(await authority.approves(first, instalment, cents));
  }
  const { id } = done(await secretariat.pays()).body;
  await world.settles();
  expect(done(await secretariat.executed(id, day)).body).toMatchObject({ ready: true, totalCents: Object.values(instalments).reduce((sum, one) => sum + one, 0) });
}

describe('it holds the label for three years', () => {
  step('is paid its first advance, on an account that two people have checked', async () => {
    const { amelie, bruno, secretariat, authority } = world;
    await world.goesTo('2027-06-10 09:00');
    expect((await amelie.tasks()).sort()).toEqual([`financing/${first} proposeBankDetails`, `survey/${first}/1 launch`]);
    await secretariat.reads();
    await authority.reads();
    expect(await bruno.givesAccount(first)).toMatchObject({ status: 403, body: { code: 'not-a-committer' } });
    done(await amelie.givesAccount(first));
    expect(await secretariat.reads()).toEqual(['Des coordonnées bancaires sont à vérifier']);
    done(await secretariat.callsBack(first, 1));
    expect(await authority.tasks()).toContain(`financing/${first} confirmBankDetails`);
    done(await authority.confirmsAccount(first, 1));
    await paid('2027-06-10', { '1-advance': 1_500_000 });
    expect(await amelie.reads()).toEqual(['Des coordonnées bancaires ont été déposées', 'Vos coordonnées bancaires sont confirmées', 'Un versement a été effectué']);
  });

  step('has the firms that it served asked, who answer without an account', async () => {
    const { amelie } = world;
    await world.goesTo('2028-04-24 09:00');
    await amelie.reads();
    done(await amelie.launches(first, 1, firms));
    await world.settles();
    for (const [i, firm] of firms.entries()) {
      const [mail, ...more] = await world.caught(firm);
      expect([firm, more]).toEqual([firm, []]);
      const link = mail?.text.match(/\S+\/questionnaires\/[\w-]{43}/)?.[0] ?? '';
      const answered = await fetch(link, { method: 'POST', body: new URLSearchParams({ satisfaction: String(i % 2 === 0 ? 5 : 4), effect: 'in-use' }) });
      expect(answered.status).toBe(200);
    }
    await world.goesTo('2028-06-06 09:00');
    expect((await amelie.get(`/api/surveys/${first}-1`)).body).toMatchObject({ status: 'closed', counts: { sent: 5, answered: 5 }, results: [{ code: 'satisfaction', mean: 460 }, {}, {}, {}] });
    expect(await amelie.reads()).toEqual(['L’enquête auprès des entreprises est lancée', 'L’enquête auprès des entreprises est close']);
  });

  step('sends its first report, returned once for correction', async () => {
    const { amelie, secretariat } = world;
    await world.goesTo('2028-06-15 09:00');
    await secretariat.reads();
    expect([await amelie.reads(), await amelie.tasks()]).toEqual([[], [`monitoring/${first} submitFinancialReport submitReport`]]);
    done(await amelie.reports(first, 'Une année pleine.'));
    expect(await secretariat.reads()).toEqual(['Un rapport de suivi est à examiner']);
    await world.goesTo('2028-06-20 09:00');
    done(await secretariat.returns(first, 'Il manque les actions de novembre.'));
    expect(await amelie.reads()).toEqual(['Votre rapport de suivi est à corriger']);
    expect(await amelie.mail('Votre rapport de suivi est à corriger')).toContain('au plus tard le 20 juillet 2028');
    await world.goesTo('2028-06-27 09:00');
    done(await amelie.reports(first, 'Une année pleine, novembre compris.'));
    done(await secretariat.validates(first));
    expect((await amelie.reads()).sort()).toEqual(['Les entreprises accompagnées seront interrogées', 'Une période de suivi commence', 'Votre rapport de suivi est validé']);
    expect(await amelie.mail('Une période de suivi commence')).toContain('du 20 mai 2028 au 19 mai 2029');
  });

  step('gives account of the first year’s money, and is paid what is left of it', async () => {
    const { amelie, secretariat } = world;
    await paid('2028-06-27', { '1-interim': 2_000_000 });
    await world.goesTo('2028-07-03 09:00');
    await secretariat.reads();
    done(await amelie.accountsFor(first, 1, 5_000_000));
    expect(await secretariat.reads()).toEqual(['Un compte rendu financier est à examiner']);
    done(await secretariat.acceptsAccount(first, 1, 5_000_000));
    await world.settles();
    await paid('2028-07-03', { '1-balance': 500_000 });
    expect((await amelie.get(`/api/financings/${first}`)).body.agreements[0]).toMatchObject({ acceptedCents: 5_000_000, paidCents: 4_000_000, balanceCents: 500_000 });
    expect(await amelie.reads()).toEqual(['Un versement a été effectué', 'Votre compte rendu financier est validé', 'Le solde de votre convention est calculé', 'Un versement a été effectué']);
  });

  step('is late with the second: reminders, overdue, formal notice; then it comes', async () => {
    const { amelie, secretariat } = world;
    await world.goesTo('2029-05-02 09:00');
    expect(await amelie.reads()).toEqual(['Rappel : l’enquête auprès de vos entreprises']);
    // It has asked its firms itself this time.
    done(await amelie.declaresSurvey(first, 2));
    await world.goesTo('2029-08-20 09:00');
    expect(await amelie.reads()).toEqual([
      ...Array<string>(3).fill('Rappel : votre rapport de suivi'), 'Votre rapport de suivi est en retard', 'Rappel : votre rapport de suivi', 'Mise en demeure : rapport de suivi',
      'Vous pouvez préparer le renouvellement de votre label',
    ]);
    expect(await amelie.mail('Mise en demeure : rapport de suivi')).toMatch(/Période : du 20 mai 2028 au 19 mai 2029\..*Dernier délai : 17 septembre 2029/s);
    expect(await amelie.tasks()).toEqual([`monitoring/${first} submitFinancialReport submitReport`, `renewal/${first} createApplication`]);
    await everybodyIsTold();
    await world.goesTo('2029-08-25 09:00');
    done(await amelie.reports(first, 'Avec nos excuses.'));
    expect((await amelie.tasks()).sort()).toEqual([`monitoring/${first} submitFinancialReport`, `renewal/${first} createApplication`]);
    await world.goesTo('2029-09-03 09:00');
    done(await secretariat.validates(first));
    done(await amelie.accountsFor(first, 2, 5_000_000));
    done(await secretariat.acceptsAccount(first, 2, 5_000_000));
    expect((await amelie.get(`/api/monitorings/${first}`)).body.periods).toMatchObject([
      { outcome: 'validated', late: false, corrections: 1 }, { outcome: 'validated', late: true, formalNoticeOn: '2029-08-18', survey: { runBy: 'centre', mean: 430 } }, { n: 3, outcome: null },
    ]);
    expect((await amelie.reads()).sort()).toEqual([
      'Le solde de votre convention est calculé', 'Les entreprises accompagnées seront interrogées', 'Une période de suivi commence', 'Votre compte rendu financier est validé', 'Votre rapport de suivi est validé',
    ]);
  });

  step('is reminded of its renewal nine, six, three and one month before the end', async () => {
    const { amelie, secretariat } = world;
    done(await amelie.declaresSurvey(first, 3));
    await secretariat.reads();
    const window = await amelie.mail('Vous pouvez préparer le renouvellement de votre label');
    expect(window).toContain('Votre label prend fin le 19 mai 2030');
    for (const [day, months] of [['2029-11-19', 6], ['2030-02-19', 3], ['2030-04-19', 1]] as const) {
      await world.goesTo(`${day} 07:59`);
      expect(await amelie.reads()).toEqual([]);
      await world.goesTo(`${day} 08:00`);
      expect(await amelie.reads()).toEqual(['Rappel : renouvellement de votre label']);
      expect(await amelie.mail('Rappel : renouvellement de votre label')).toContain(`Mois restants : ${months}.`);
    }
    expect(await secretariat.reads()).toEqual(['Un label va finir sans dossier de renouvellement']);
  });
});

describe('it renews', () => {
  step('finds its last answers in the new file and submits it, without a call', async () => {
    const { amelie, bruno, secretariat } = world;
    expect((await amelie.get(`/api/renewals/${first}`)).body).toMatchObject({ mode: 'rolling', draft: null, allowedActions: ['createApplication'] });
    expect((await secretariat.get(`/api/renewals/${first}`)).body.allowedActions).not.toContain('createApplication');
    expect(await secretariat.post(`/api/renewals/${first}/applications`)).toMatchObject({ status: 403 });
    expect(await amelie.tasks()).toEqual([`renewal/${first} createApplication`]);
    // No call is open: the label's own is the file's, the newest form is asked, and the label's last day is the limit.
    const draft = done(await bruno.beginsRenewal(first)).body;
    second = draft.id;
    expect(draft).toMatchObject({ call: theCall, pole, answers: { sector: 'Bois et ameublement' } });
    expect(await amelie.beginsRenewal(first)).toMatchObject({ status: 409, body: { code: 'duplicate-application', application: second } });
    expect((await amelie.get(`/api/renewals/${first}`)).body).toMatchObject({ draft: second, allowedActions: [] });
    expect((await amelie.get(`/api/applications/${second}`)).body).toMatchObject({
      status: 'draft', data: { kind: 'renewal', renews: `award/${first}` }, allowedActions: ['saveDraft', 'submit'], timeline: { ahead: [{ kind: 'lapse', on: '2030-05-19' }] },
    });
    expect((await amelie.get('/api/me/tasks')).body.items).toMatchObject([{ subject: `application/${second}`, acts: ['submit'], dueOn: '2030-05-19', deadline: 'lapse' }]);
    // The files came along; nothing that another file said three years ago goes out unread.
    await world.goesTo('2030-04-22 09:00');
    expect(await amelie.submits(second)).toMatchObject({ status: 422, body: { code: 'answers-to-confirm' } });
    done(await amelie.confirms(second));
    done(await amelie.submits(second));
    expect(await amelie.beginsRenewal(first)).toMatchObject({ status: 409, body: { code: 'duplicate-application', application: second } });
    expect((await amelie.reads()).sort()).toEqual(['Accusé de réception de votre dossier', 'Votre dossier de renouvellement est déposé']);
    expect(await registered(number)).toMatchObject({ status: 'valid', label: { renewalUnderAppraisal: true } });
  });

  step('is appraised and awarded before the end: no day without a label', async () => {
    const { amelie, secretariat, diane, fatima, committee, authority } = world;
    done(await secretariat.admits(second));
    done(await secretariat.names(second, diane, fatima));
    await world.settles();
    for (const [expert, n] of [[diane, 1], [fatima, 2]] as const) {
      done(await expert.declares(`${second}-${n}`, false));
      done(await expert.accepts(`${second}-${n}`));
      done(await expert.scores(`${second}-${n}`, 5));
    }
    await world.goesTo('2030-05-06 09:00');
    done(await committee.proposes(second, 'award'));
    await world.goesTo('2030-05-10 09:00');
    done(await authority.signs(second, { signedOn: '2030-05-10' }));
    await world.goesTo('2030-05-13 09:00');
    done(await secretariat.notifies(second));
    expect((await amelie.reads()).sort()).toEqual(['Le label est attribué', 'Le renouvellement de votre label est décidé', 'Un contrat de labellisation est à signer', 'Votre dossier est recevable']);
    const decided = await amelie.mail('Le renouvellement de votre label est décidé');
    expect(decided).toMatch(/qu’une fois son contrat signé.*valable à partir du 20 mai 2030\..*en vigueur jusqu’au 19 mai 2030\./s);
    expect(await amelie.mail('Un contrat de labellisation est à signer')).toContain('Votre label actuel prend fin le 19 mai 2030');
    done(await authority.countersigns(second));
    done(await amelie.signsContract(second));
    const { number: next, startsOn, endsOn } = (await amelie.get(`/api/labels/${second}`)).body;
    expect({ startsOn, endsOn }).toEqual({ startsOn: '2030-05-20', endsOn: '2033-05-19' });
    await world.goesTo('2030-05-19 23:59:59');
    expect([await registered(number), await registered(next)]).toMatchObject([{ status: 'valid', label: { renewedBy: next } }, { status: 'upcoming', label: { renews: number } }]);
    await world.goesTo('2030-05-20 00:00');
    expect([await registered(number), await registered(next)]).toMatchObject([{ status: 'expired' }, { status: 'valid' }]);
  });

  step('closes the first term with its last report', async () => {
    const { amelie, secretariat } = world;
    await world.goesTo('2030-06-03 09:00');
    expect((await amelie.tasks()).sort()).toEqual([`financing/${second} proposeBankDetails`, `monitoring/${first} submitFinancialReport submitReport`, `survey/${second}/1 launch`]);
    done(await amelie.reports(first, 'Troisième année.'));
    done(await secretariat.validates(first));
    expect(await statusOf(`monitorings/${first}`)).toBe('settling');
    done(await amelie.accountsFor(first, 3, 5_000_000));
    done(await secretariat.acceptsAccount(first, 3, 5_000_000));
    expect(await statusOf(`monitorings/${first}`)).toBe('closed');
    expect(await statusOf(`renewals/${first}`)).toBe('renewed');
    expect(await statusOf(`monitorings/${second}`)).toBe('open');
    expect((await amelie.reads()).sort()).toEqual([
      'Le contrat attend votre signature', 'Le solde de votre convention est calculé', 'Les entreprises accompagnées seront interrogées', 'Une période de suivi commence', 'Vos coordonnées bancaires sont attendues',
      'Votre compte rendu financier est validé', 'Votre label est en vigueur', 'Votre rapport de suivi est validé',
    ]);
    expect((await amelie.tasks()).sort()).toEqual([`financing/${second} proposeBankDetails`, `survey/${second}/1 launch`]);
    await everybodyIsTold();
  });
});

describe('at the end', () => {
  step('every mail was sent once, whatever died on the way', async () => {
    await world.settles();
    const caught = await world.caught();
    const ids = caught.map((mail) => mail.messageId);
    expect(ids.length).toBeGreaterThan(60);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const told = await world.operator.notifications();
    const sent = told.filter((one) => one.state === 'sent');
    const toFirms = caught.filter(({ to }) => to.some((address) => firms.includes(address)));
    // Which firm got which mail is nobody’s to know.
    expect(sent.filter((one) => one.messageId === null)).toHaveLength(toFirms.length);
    expect(sent.flatMap(({ messageId }) => messageId ?? []).sort()).toEqual(ids.filter((id) => !toFirms.some(({ messageId }) => messageId === id)).sort());
    expect(told.filter((one) => !['sent', 'suppressed'].includes(one.state))).toEqual([]);
  });

  step('no mail has a hole, and each of the centre’s leads to its page', async () => {
    for (const mail of await world.caught()) {
      const text = plain(mail.text);
      // Dates are written out, but for those in an address.
      expect(text.replace(/\/api\/\S+/g, '')).not.toMatch(/\{\{|undefined|null|NaN|\d{4}-\d{2}-\d{2}/);
      // A firm has no account: its mail leads to its own questionnaire.
      expect(text).toMatch(mail.to.some((to) => firms.includes(to)) ? /\nhttp:\/\/\S+\/questionnaires\/[\w-]+\n/ : /\nhttp:\/\/\S+\/tasks\/[a-z]+\/[\w/-]+\n/);
    }
    const { amelie, bruno } = world;
    for (const one of [amelie, bruno]) {
      for (const link of await one.links()) expect([link, (await one.follow(link)).status]).toEqual([link, 200]);
    }
  });
});
