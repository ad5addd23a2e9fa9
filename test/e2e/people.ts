import { expect } from '@jest/globals';
import type { CaughtMail } from '../../apps/cli/src/stack/mail-store.js';
import { demoAccounts } from '../../apps/cli/src/stack/oidc-accounts.js';
import { completeAnswers, pdf, wantedFiles } from '../factories/application-answers.js';
import { Browser } from '../stack/browser.js';
import type { Answer } from '../stack/staff.js';

/** Where people act: the API's address, the moment, the post. */
export interface Stage {
  readonly space: { readonly apiUrl: string };
  settles(): Promise<void>;
  /** The secretariat has seen that this person represents the pole. */
  confirms(pole: string, person: string): Promise<void>;
  caught(to?: string): Promise<CaughtMail[]>;
}

/** Somebody with a browser. Every verb is a request over HTTP and answers what came back. */
export class Person {
  readonly name: string;
  readonly email: string;
  id = '';
  private browser: Browser | undefined;
  private mailsRead = 0;

  constructor(protected readonly world: Stage, readonly account: string) {
    const found = demoAccounts.find((one) => one.sub === account);
    if (!found) throw new Error(`No demonstration account ${account}`);
    this.name = `${found.givenName} ${found.familyName}`;
    this.email = found.email;
  }

  async signIn(): Promise<Answer> {
    this.browser = new Browser(this.world.space.apiUrl);
    await this.browser.signIn(this.account);
    const me = await this.get('/api/me');
    this.id = me.body.id;
    return me;
  }

  signsOut(): Promise<Answer> {
    return this.post('/api/auth/sign-out');
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.ask('PUT', path, body);
  }

  post(path: string, body?: unknown, key?: string): Promise<Answer> {
    return this.ask('POST', path, body, key === undefined ? {} : { 'idempotency-key': key });
  }

  async upload(path: string, bytes: Uint8Array<ArrayBuffer>, name = 'pièce.pdf'): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return answered(await this.signedIn().request(`${this.world.space.apiUrl}${path}`, { method: 'POST', body: form, headers: { 'x-estampille': '1' } }));
  }

  /** What this person is asked to do now: `<subject> <acts>` each. */
  async tasks(): Promise<string[]> {
    const { body } = done(await this.get('/api/me/tasks?limit=100'));
    return body.items.map((task: { subject: string; acts: string[] }) => `${task.subject} ${task.acts.join(' ')}`.trim());
  }

  /** Tasks of which no mail has told this person. */
  async untold(): Promise<string[]> {
    await this.world.settles();
    const links = await this.links();
    return (await this.tasks()).filter((task) => !links.includes(`/tasks/${task.split(' ')[0]}`));
  }

  /** Subjects of the mails that came since the last look, oldest first. */
  async reads(): Promise<string[]> {
    await this.world.settles();
    const all = await this.mails();
    const fresh = all.slice(this.mailsRead);
    this.mailsRead = all.length;
    return fresh.map((mail) => titleOf(mail));
  }

  /** The last mail with this subject, its spaces made plain. */
  async mail(subject: string): Promise<string> {
    const found = (await this.mails()).findLast((mail) => titleOf(mail) === subject);
    expect([this.name, subject, found !== undefined]).toEqual([this.name, subject, true]);
    return plain(found?.text ?? '');
  }

  /** Subjects of all mails that are about this subject, by the reference at their foot: not each has a link. */
  async toldAbout(subject: string): Promise<string[]> {
    await this.world.settles();
    return (await this.mails()).filter((mail) => mail.text.trimEnd().endsWith(` ${subject}`)).map((mail) => titleOf(mail));
  }

  /** Where this person's mails lead, each once. */
  async links(): Promise<string[]> {
    return [...new Set((await this.mails()).flatMap((mail) => mail.text.match(/(?<=\nhttp:\/\/[^/]+)\/\S+/g) ?? []))];
  }

  /** Opens a link of a mail, as somebody who is signed in. */
  async follow(link: string): Promise<Answer> {
    const { headers } = await this.get(link);
    return this.get(headers.get('location') ?? '/nowhere');
  }

  mails(): Promise<CaughtMail[]> {
    return this.world.caught(this.email);
  }

  private async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return answered(await this.signedIn().api(method, path, body, { 'x-estampille': '1', ...headers }));
  }

  private signedIn(): Browser {
    if (!this.browser) throw new Error(`${this.name} has not signed in.`);
    return this.browser;
  }
}

/** Applies for a pole, holds its label. */
export class Applicant extends Person {
  /** Creates a pole as its legal representative, whom the secretariat then confirms. */
  async createsPole(name: string, carrier: object = {}, more: object = {}): Promise<Answer> {
    const made = await this.post('/api/poles', {
      name, themes: ['housing'], territory: 'Jura', legalRepresentative: true,
      carrier: { siret: '732 829 320 00074', name: 'CFA du Bois', legalForm: 'training-centre', ...carrier }, ...more,
    });
    if (made.status === 201) await this.world.confirms(made.body.id, this.id);
    return made;
  }

  accepts(pole: string): Promise<Answer> {
    return this.post(`/api/poles/${pole}/membership/acceptance`);
  }

  invites(pole: string, person: Person): Promise<Answer> {
    return this.post(`/api/poles/${pole}/members`, { email: person.email, name: person.name, role: 'member' });
  }

  begins(call: string, pole: string, renews?: string): Promise<Answer> {
    return this.post(`/api/calls/${call}/applications`, { pole, ...(renews === undefined ? {} : { renews }) });
  }

  /** Begins the renewal of a label that needs no call. */
  beginsRenewal(label: string): Promise<Answer> {
    return this.post(`/api/renewals/${label}/applications`);
  }

  saves(application: string, version: number, answers: object): Promise<Answer> {
    return this.put(`/api/applications/${application}/draft`, { version, answers });
  }

  /** Reads again what was carried over, and says that it stands. */
  async confirms(application: string): Promise<Answer> {
    const { body } = done(await this.get(`/api/applications/${application}/draft`));
    const confirmed = body.carriedOver.map((one: { question: string }) => one.question);
    return this.put(`/api/applications/${application}/draft`, { version: body.version, answers: body.answers, confirmed });
  }

  attaches(application: string, question?: string): Promise<Answer> {
    return this.upload(`/api/applications/${application}/attachments${question ? `?question=${question}` : ''}`, pdf(question));
  }

  async submits(application: string, key?: string): Promise<Answer> {
    const { body } = await this.get(`/api/applications/${application}/draft`);
    return this.post(`/api/applications/${application}/submissions`, { draftVersion: body.version }, key);
  }

  /** Writes everything and attaches every file; answers the draft's id. */
  async completes(call: string, pole: string): Promise<string> {
    const { id, version } = done(await this.begins(call, pole)).body;
    done(await this.saves(id, version, answers));
    for (const question of wantedFiles) done(await this.attaches(id, question));
    return id;
  }

  withdraws(application: string): Promise<Answer> {
    return this.post(`/api/applications/${application}/withdrawal`, { reason: 'Le projet est reporté.' });
  }

  signsContract(label: string): Promise<Answer> {
    return this.post(`/api/labels/${label}/contract-signature`, { capacity: 'Présidente' });
  }

  /** Writes and sends the report of the present period. */
  async reports(label: string, summary: string): Promise<Answer> {
    const { body } = await this.get(`/api/monitorings/${label}/report-draft`);
    const periods: { n: number; from: string }[] = (await this.get(`/api/monitorings/${label}`)).body.periods;
    const from = periods.find(({ n }) => n === body.period)?.from ?? '';
    const saved = done(await this.put(`/api/monitorings/${label}/report-draft`, { version: body.version, answers: { ...reportFrom(from), summary } }));
    return this.post(`/api/monitorings/${label}/reports`, { draftVersion: saved.body.version });
  }

  /** Gives the account of what a period has cost, in cents. */
  accountsFor(label: string, period: number, spent: number): Promise<Answer> {
    return this.post(`/api/monitorings/${label}/financial-reports`, { period, spending: [{ cost: 'staff', spent }] });
  }

  /** Gives bank details with their document. */
  async givesAccount(label: string): Promise<Answer> {
    const document = done(await this.upload(`/api/financings/${label}/bank-documents`, pdf('RIB'), 'rib.pdf')).body.id;
    return this.post(`/api/financings/${label}/bank-details`, { iban: 'FR14 2004 1010 0505 0001 3M02 606', holder: 'CFA du Bois', document });
  }

  /** Lists the firms that were served in a period and has them asked. */
  async launches(label: string, period: number, firms: readonly string[]): Promise<Answer> {
    for (const email of firms) done(await this.post(`/api/surveys/${label}-${period}/firms`, { name: `Atelier ${email}`, email }));
    return this.post(`/api/surveys/${label}-${period}/launches`, { firms: firms.length });
  }

  /** Declares that the centre has asked its firms itself. */
  declaresSurvey(label: string, period: number): Promise<Answer> {
    return this.post(`/api/surveys/${label}-${period}/own-surveys`, { sent: 40, answered: 22, score: 430, outOf: 5, questions: 'Êtes-vous satisfait, de 0 à 5 ?' });
  }
}

export class Expert extends Person {
  declares(appraisal: string, conflict: boolean): Promise<Answer> {
    return this.post(`/api/appraisals/${appraisal}/declaration`, { conflict, ...(conflict ? { conflictKind: 'employer', details: 'Ancien salarié du centre' } : {}) });
  }

  /** With the undertaking, which counts once for the call; an older build knows none. */
  async accepts(appraisal: string): Promise<Answer> {
    await this.post(`/api/appraisals/${appraisal}/undertaking`, {});
    return this.post(`/api/appraisals/${appraisal}/acceptance`, {});
  }

  /** The same mark for each criterion. */
  scores(appraisal: string, mark: number): Promise<Answer> {
    return this.post(`/api/appraisals/${appraisal}/scores`, { marks: Object.fromEntries(criteria.map((code) => [code, mark])), comments: { overall: 'Voir les notes.' } });
  }
}

export class Secretariat extends Person {
  async opensCall(opensOn: string, closesOn: string): Promise<string> {
    const year = opensOn.slice(0, 4);
    return done(await this.post('/api/calls', { scheme: 'pole-innovation', title: { fr: `Appel ${year}`, en: `Call ${year}` }, opensOn, closesOn })).body.id;
  }

  asksForPieces(application: string, limitOn?: string): Promise<Answer> {
    return this.post(`/api/applications/${application}/pieces-requests`, { pieces: [{ label: 'Statuts signés', question: 'statutes' }], ...(limitOn ? { limitOn } : {}) });
  }

  admits(application: string): Promise<Answer> {
    return this.post(`/api/applications/${application}/admission`, {});
  }

  names(application: string, ...experts: Expert[]): Promise<Answer> {
    return this.post(`/api/applications/${application}/panel`, { experts: experts.map((one) => one.id) });
  }

  notifies(application: string): Promise<Answer> {
    return this.post(`/api/applications/${application}/notification`, { channel: 'online' });
  }

  validates(label: string): Promise<Answer> {
    return this.post(`/api/monitorings/${label}/validations`, {});
  }

  returns(label: string, reasons: string): Promise<Answer> {
    return this.post(`/api/monitorings/${label}/correction-requests`, { reasons });
  }

  acceptsAccount(label: string, period: number, accepted: number): Promise<Answer> {
    return this.post(`/api/monitorings/${label}/financial-report-validations`, { period, accepted });
  }

  callsBack(label: string, n: number): Promise<Answer> {
    return this.post(`/api/financings/${label}/bank-details/call-back`, { n, contact: 'M. Dupont', note: 'Appelé au standard, connu depuis 2026.' });
  }

  prepares(label: string, instalment: string, cents: number): Promise<Answer> {
    return this.post(`/api/financings/${label}/instalments/${instalment}/preparation`, { cents });
  }

  /** Orders everything that is approved. */
  async pays(): Promise<Answer> {
    const { lines, totalCents } = done(await this.get('/api/payment-runs/preview')).body;
    return this.post('/api/payment-runs', { lines, totalCents });
  }

  /** Records that the bank has paid all of a run. */
  executed(run: string, on: string): Promise<Answer> {
    return this.post(`/api/payment-runs/${run}/answers`, { on, rejected: [] });
  }

  moves(path: string, kind: string, to: string): Promise<Answer> {
    return this.post(`/api/${path}/deadlines/${kind}/moves`, { to, reason: 'Grève des transports dans la région.' });
  }
}

export class Committee extends Person {
  proposes(application: string, outcome: 'award' | 'refuse'): Promise<Answer> {
    return this.post(`/api/applications/${application}/proposal`, { outcome });
  }
}

export class Authority extends Person {
  /** Uploads the signed PDF, then records the signature. */
  async signs(application: string, decision: object): Promise<Answer> {
    const document = done(await this.upload(`/api/applications/${application}/documents`, pdf('decision'), 'décision.pdf')).body.id;
    return this.post(`/api/applications/${application}/signature`, {
      outcome: 'award', signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur général des entreprises' }, document, ...decision,
    });
  }

  countersigns(label: string): Promise<Answer> {
    return this.post(`/api/labels/${label}/contract-countersignature`, { capacity: 'Directeur général des entreprises' });
  }

  confirmsAccount(label: string, n: number): Promise<Answer> {
    return this.post(`/api/financings/${label}/bank-details/confirmation`, { n });
  }

  approves(label: string, instalment: string, cents: number): Promise<Answer> {
    return this.post(`/api/financings/${label}/instalments/${instalment}/approval`, { cents });
  }
}

export class Operator extends Person {
  async creates(person: { email: string; name: string; roles: readonly string[] }): Promise<void> {
    done(await this.post('/api/people', person));
  }

  async movesClock(to: string): Promise<void> {
    done(await this.post('/api/clock/advances', { to }));
  }

  /** All notifications, newest first. */
  async notifications(): Promise<{ id: string; key: string; state: string; messageId: string }[]> {
    const all = [];
    for (let cursor = ''; ;) {
      const { body } = done(await this.get(`/api/notifications?limit=100${cursor}`));
      all.push(...body.items);
      if (body.next === null) return all;
      cursor = `&cursor=${encodeURIComponent(body.next)}`;
    }
  }
}

/** The answer, when it is a success; otherwise the test ends with what was said. */
export function done(answer: Answer): Answer {
  if (answer.status < 200 || answer.status > 299) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The subject without the pole's name, which ends it. */
const titleOf = (mail: CaughtMail): string => plain(mail.subject).replace(/ – Pôle [\w -]+$/, '');

/** Spaces that don't break are spaces to a reader. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Answers that complete the form. */
export const answers = { ...completeAnswers, themes: ['housing'] };

const criteria = ['engaged', 'partnerships', 'solutions', 'communication', 'accompaniment', 'design', 'programme'];

const indicators = ['firms-accompanied', 'solutions-worked-out', 'firms-reached', 'active-partnerships', 'design-actions', 'satisfaction'];

/** Of a period that begins on this day. */
const reportFrom = (date: string) => ({
  'action-log': [{ kind: 'technical-day', title: 'Journée bois', date, place: 'Dole', firms: 14, result: 'Quatre ateliers équipés.', design: 'yes' }],
  indicators: Object.fromEntries(indicators.map((code) => [code, { baseline: 0, target: 4, value: 3, evidence: 'Liste' }])),
  spending: [{ cost: 'staff', planned: 1000, spent: 900 }],
});

async function answered(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: json && text !== '' ? JSON.parse(text) : text, headers: response.headers };
}
