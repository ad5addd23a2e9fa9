import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Cast, Centre } from './cast.js';
import type { World } from './world.js';

interface Call {
  readonly id: string;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
}

interface Incoming {
  readonly id: string;
  readonly link: string;
}

/** What an office does besides its files: questions, letters to all, threads, fees, more time for one who asks. */
/** After the closing: when results come out, for the whole call at once. */
const embargoDays = 110;

export class Office {
  /** Until when results are held back, by the call's subject. */
  private readonly embargoes = new Map<string, CivilDate>();

  constructor(private readonly world: World, private readonly cast: Cast) {}

  /** The life of a call around its files. */
  around(call: Call): void {
    const [asker] = this.cast.centres;
    if (asker) this.on(addDays(call.opensOn, 5), 50, `centre ${asker.name.slice(0, 2)} asks a question`, () => this.ask(call, asker));
    for (const centre of this.cast.centres) {
      if (centre.traits.destiny === 'extended') this.on(addDays(call.closesOn, -6), 51, 'authority gives one centre more time', () => this.extend(call, centre));
    }
    this.on(addDays(call.closesOn, 8), 49, 'secretariat holds the results back', () => this.holdBack(call));
    this.on(addDays(call.closesOn, 10), 52, 'secretariat writes to all', () => this.writeToAll(call));
    for (let month = 1; month <= 10; month += 1) this.on(addDays(call.closesOn, 30 * month), 53, 'secretariat answers what centres wrote', () => this.answerThreads());
    this.on(addDays(call.closesOn, 270), 54, 'secretariat approves the fees', () => this.payFees(call));
  }

  /** A centre writes to the secretariat about its file. */
  write(centre: Centre, application: string, text: string): Promise<unknown> {
    return this.world.api.post(centre.person, `/api/applications/${application}/messages`, { text });
  }

  /** What a centre has posted in time arrives after the limit, and is entered with the day of its postmark. */
  entersPost(centre: Centre, application: string, limit: CivilDate): void {
    this.on(addDays(limit, 4), 55, `secretariat enters the post of ${centre.name.slice(0, 2)}`, async () => {
      const { api } = this.world;
      const file = `/api/applications/${application}`;
      const { id: scan } = await api.upload<{ id: string }>(this.cast.secretariat, `${file}/scans`, 'courrier');
      await api.post(this.cast.secretariat, `${file}/pieces`, { comment: 'Comptes signés, reçus par courrier.', entered: { for: centre.person.id, channel: 'post', on: addDays(limit, -1), scan } });
    });
  }

  /** What a centre did to meet the condition of its label is recorded some months later. */
  recordsCondition(centre: Centre, application: string): void {
    this.on(addDays(this.world.today, 60), 57, `secretariat records a condition of ${centre.name.slice(0, 2)}`, () => this.world.api.post(this.cast.secretariat, `/api/applications/${application}/conditions/1/fulfilments`, { comment: 'Contrat de travail reçu.' }));
  }

  /** The day from which a decision under this call may be notified, while it is still to come. */
  heldBackUntil(call: string | null): CivilDate | undefined {
    const until = this.embargoes.get(call ?? '');
    return until !== undefined && this.world.today < until ? until : undefined;
  }

  private async holdBack({ id, closesOn }: Call): Promise<void> {
    const on = this.world.diary.workingDay(addDays(closesOn, embargoDays), 0);
    await this.world.api.post(this.cast.secretariat, `/api/calls/${id}/publications`, { on });
    this.embargoes.set(`call/${id}`, on);
  }

  private async ask(call: Call, centre: Centre): Promise<void> {
    const { api } = this.world;
    const { id } = await api.post<{ id: string }>(centre.person, `/api/calls/${call.id}/questions`, { text: 'Les actions menées avec un partenaire étranger comptent-elles ?' });
    this.on(addDays(this.world.today, 2), 56, 'secretariat answers a question', async () => void (await api.put(this.cast.secretariat, `/api/calls/${call.id}/questions/${id}/answer`, {
      answer: { fr: 'Oui, si elles profitent à des entreprises françaises.' }, publishAs: { fr: 'Les actions avec un partenaire étranger comptent-elles ?' },
    })));
  }

  private async extend({ id, closesOn }: Call, centre: Centre): Promise<void> {
    await this.world.api.post(this.cast.authority, `/api/calls/${id}/extensions`, { pole: centre.pole, to: addDays(closesOn, 7), reason: 'Incendie des locaux du centre.' });
  }

  private async writeToAll({ id }: Call): Promise<void> {
    const { api } = this.world;
    const mailing = await api.post<{ id: string; files: number }>(this.cast.secretariat, '/api/mailings', {
      list: `/api/applications?call=${id}`, subject: { fr: 'Calendrier des expertises' }, text: { fr: 'Les experts travailleront sur votre dossier ({{pole}}) dans les semaines qui viennent.' },
    });
    await api.post(this.cast.secretariat, `/api/mailings/${mailing.id}/confirmation`, { files: mailing.files });
  }

  private async answerThreads(): Promise<void> {
    const { api } = this.world;
    for (const { link } of await api.all<Incoming>(this.cast.secretariat, '/api/messages?toAnswer=true')) await api.post(this.cast.secretariat, link, { text: 'Votre question est prise en compte ; les pièces demandées suffisent.' });
  }

  private async payFees({ id }: Call): Promise<void> {
    const { api } = this.world;
    for (const fee of await api.all<{ id: string; totalCents: number }>(this.cast.secretariat, `/api/fees?state=due&call=${id}`)) await api.post(this.cast.secretariat, `/api/fees/${fee.id}/approval`, { totalCents: fee.totalCents });
    await api.post(this.cast.secretariat, '/api/fees/exports', { call: id });
  }

  private on(day: CivilDate, minute: number, what: string, act: () => Promise<unknown>): void {
    const { diary } = this.world;
    this.world.plan(diary.at(diary.workingDay(day, 0), minute), what, async () => void (await act()));
  }
}
