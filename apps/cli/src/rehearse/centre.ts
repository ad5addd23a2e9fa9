import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import { firstLateInstantOf } from '../../../../libs/domain/src/calendar/instants.js';
import type { CivilDate, Instant } from '../../../../libs/domain/src/calendar/types.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { key } from './address.js';
import { fillIn, filesOf } from './answers.js';
import { type Centre, two } from './cast.js';
import { Chance } from './chance.js';
import type { Agent, Decision, Task } from './desk.js';
import { later, notBefore } from './diary.js';
import { Holder } from './holder.js';
import { reportOf } from './traits.js';
import type { Network } from './network.js';
import type { Office } from './office.js';
import { Watch } from './watch.js';
import type { World } from './world.js';

interface Call {
  readonly id: string;
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
}

interface Draft {
  readonly id: string;
  readonly version: number;
  /** What a renewal begins with, to be confirmed. */
  readonly carriedOver: readonly { readonly question: string }[];
}

/** The person who speaks for a centre: applies, supplies, signs, reports, renews, or doesn't. */
export class CentreAgent implements Agent {
  readonly name: string;
  readonly holder: Centre['person'];
  readonly oneAtATime = true;
  private renewing = false;
  private readonly watch: Watch;
  private readonly label: Holder;

  constructor(private readonly world: World, readonly centre: Centre, private readonly office: Office, private readonly network: Network) {
    this.name = `centre ${two(centre.no)}`;
    this.holder = centre.person;
    this.label = new Holder(world, centre);
    this.watch = new Watch(world, this.name, centre, office);
  }

  /** Prepares an application of a call, and submits it when the centre's nature has it so. */
  applyTo(call: Call): void {
    const { diary } = this.world;
    const chance = this.chance('apply', call.opensOn.slice(0, 4));
    const begins = diary.at(diary.workingDay(notBefore(call.opensOn, this.world.today), chance.int(1, 20)));
    this.world.plan(begins, `${this.name} begins its application`, () => this.begin(`/api/calls/${call.id}/applications`, { pole: this.centre.pole }, this.submissionOf(call, chance)), [this.centre.name]);
  }

  async decide(task: Task): Promise<Decision> {
    switch (task.kind) {
      case 'application':
        return task.acts.includes('supplyPieces') ? this.pieces(task) : task.acts.includes('reply') ? this.reply(task) : 'ignore';
      case 'award':
        return task.acts.includes('signContract') ? this.contract(task) : task.acts.includes('signAmendment') ? this.label.signsAmendment(task) : task.acts.includes('giveObservations') ? this.label.observes(task) : 'ignore';
      case 'monitoring':
        return task.acts.includes('submitReport') ? this.report(task) : task.acts.includes('submitFinancialReport') ? this.label.accounts(task) : 'ignore';
      case 'financing':
        return task.acts.includes('proposeBankDetails') ? this.label.bank(task) : 'ignore';
      case 'survey':
        return this.label.survey(task);
      case 'renewal':
        return this.renewal(task);
      default:
        return 'ignore';
    }
  }

  private chance(...about: (string | number)[]): Chance {
    return new Chance(this.world.seed, this.name, ...about);
  }

  private submissionOf({ opensOn, closesOn }: Call, chance: Chance): Instant {
    const { diary } = this.world;
    // The authority gives this one a week more.
    if (this.centre.traits.destiny === 'extended') return diary.at(addDays(closesOn, 3));
    // One second late is late.
    if (this.centre.traits.destiny === 'too-late') return later(firstLateInstantOf(closesOn, diary.calendar.zone), this.centre.no * 1_000);
    if (this.centre.traits.early) return diary.at(diary.workingDay(opensOn, chance.int(25, 50)));
    // In the last days, some of them in the last minutes.
    if (chance.happens(0.2)) return later(firstLateInstantOf(closesOn, diary.calendar.zone), -this.centre.no * 1_000);
    return diary.at(addDays(closesOn, -chance.int(0, 4)));
  }

  private async begin(path: string, body: object, submitAt: Instant): Promise<void> {
    const { api, scheme, today } = this.world;
    const draft = await api.post<Draft>(this.holder, path, body);
    const answers = fillIn(scheme, scheme.application.form, today);
    let { version } = await api.put<Draft>(this.holder, `/api/applications/${draft.id}/draft`, { version: draft.version, answers, confirmed: draft.carriedOver.map(({ question }) => question) });
    for (const question of filesOf(scheme.application.form)) {
      const sent = await api.upload<{ draftVersion?: number }>(this.holder, `/api/applications/${draft.id}/attachments?question=${question}`, question);
      version = sent.draftVersion ?? version;
    }
    this.world.plan(submitAt, `${this.name} submits`, () => this.submit(draft.id, version), [this.centre.name]);
  }

  private async submit(application: string, draftVersion: number): Promise<void> {
    const { world } = this;
    await world.api.post(this.holder, `/api/applications/${application}/submissions`, { draftVersion });
    this.watch.over(application);
    if (this.centre.traits.destiny === 'objects') await this.object(application);
    if (this.centre.traits.destiny !== 'withdraws') return;
    const day = world.diary.workingDay(world.today, this.chance('withdraws').int(20, 35));
    world.plan(world.diary.at(day), `${this.name} withdraws`, () => this.withdraw(application), [this.centre.name]);
  }

  /** Asks that the first expert of the list not see the file. */
  private async object(application: string): Promise<void> {
    const [expert] = await this.world.api.get<{ id: string }[]>(this.holder, '/api/experts/names?q=Expert');
    if (expert) await this.world.api.post(this.holder, `/api/applications/${application}/expert-objections`, { expert: expert.id, reason: 'Il a travaillé pour un centre concurrent.' });
  }

  private async withdraw(application: string): Promise<void> {
    const { allowedActions } = await this.world.api.get<{ allowedActions: string[] }>(this.holder, `/api/applications/${application}`);
    if (allowedActions.includes('withdraw')) await this.world.api.post(this.holder, `/api/applications/${application}/withdrawal`, { reason: 'Le centre renonce à sa candidature.' });
  }

  private pieces({ subject, dueOn }: Task): Decision {
    if (this.centre.traits.destiny === 'silent-on-pieces' || this.centre.traits.destiny === 'posts-pieces') return 'ignore';
    const { api, diary, today } = this.world;
    const wished = diary.workingDay(today, this.chance('pieces').int(3, 24));
    const day = dueOn !== null && wished > dueOn ? dueOn : wished;
    const application = `/api/applications/${key(subject)}`;
    return {
      at: diary.at(day), what: 'supplies pieces',
      act: async () => {
        await this.office.write(this.centre, key(subject), 'Les comptes certifiés suffisent-ils ?');
        const { id } = await api.upload<{ id: string }>(this.holder, `${application}/attachments`, 'pieces');
        await api.post(this.holder, `${application}/pieces`, { attachments: [id] });
      },
    };
  }

  /** Some reply to the appraisal, some let the time pass. */
  private reply({ subject }: Task): Decision {
    if (!this.chance('replies').happens(0.5)) return 'ignore';
    const { api, diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, 4)), what: 'replies', act: async () => void (await api.post(this.holder, `/api/applications/${key(subject)}/reply`, { text: 'Le centre précise son programme.' })) };
  }

  private contract({ subject }: Task): Decision {
    if (this.centre.traits.destiny === 'never-signs') return 'ignore';
    const { api, diary, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, this.chance('contract', today.slice(0, 4)).int(2, 25))), what: 'signs the contract',
      act: async () => {
        await api.post(this.holder, `/api/labels/${key(subject)}/contract-signature`, { capacity: 'Directrice' });
        await this.network.begins(key(subject), this.centre);
      },
    };
  }

  private async report({ subject, status, dueOn }: Task): Promise<Decision> {
    const { api, diary, today, seed } = this.world;
    const { periods } = await api.get<{ periods: { n: number; from: CivilDate }[] }>(this.holder, `/api/monitorings/${key(subject)}`);
    const { n, from } = periods.at(-1) ?? { n: 1, from: today };
    const { daysAfterDue } = reportOf(seed, this.centre.traits, this.centre.no, n);
    if (daysAfterDue === null) return 'ignore';
    const soon = diary.workingDay(today, 1);
    const correction = diary.workingDay(today, this.chance('correction', from).int(4, 20));
    const day = status === 'correction_requested' ? correction : notBefore(diary.workingDay(dueOn ?? today, status === 'report_due' ? daysAfterDue : 2), soon);
    return { at: diary.at(day), what: 'submits its report', thenLooks: true, act: () => this.sendReport(key(subject)) };
  }

  private async sendReport(monitoring: string): Promise<void> {
    const { api, scheme, today } = this.world;
    const { version, period } = await api.get<Draft & { period: number }>(this.holder, `/api/monitorings/${monitoring}/report-draft`);
    const { periods } = await api.get<{ periods: { n: number; from: CivilDate }[] }>(this.holder, `/api/monitorings/${monitoring}`);
    // What is reported happened in its period: dates are written thirty days before the day of writing.
    const written = addDays(periods.find(({ n }) => n === period)?.from ?? today, 30);
    const saved = await api.put<Draft>(this.holder, `/api/monitorings/${monitoring}/report-draft`, { version, answers: fillIn(scheme, partOf(scheme, 'monitoring').reportForm, written) });
    await api.post(this.holder, `/api/monitorings/${monitoring}/reports`, { draftVersion: saved.version });
  }

  /** A renewal begins by itself where the scheme is rolling; otherwise in an open call, and without one the centre looks again later. */
  private async renewal(task: Task): Promise<Decision> {
    if (this.centre.traits.destiny === 'leaves' || this.renewing) return 'ignore';
    const label = key(task.subject);
    const lastDay = task.dueOn ?? this.world.today;
    if (task.acts.includes('createApplication')) return this.renews(`/api/renewals/${label}/applications`, {}, lastDay, 150);
    const { api, own } = this.world;
    const call = (await api.all<Call>(this.holder, '/api/calls?status=open')).find(({ id }) => own.has(`call/${id}`));
    if (!call) return { lookOn: addDays(this.world.today, 14) };
    return this.renews(`/api/calls/${call.id}/applications`, { pole: this.centre.pole, renews: label }, lastDay < call.closesOn ? lastDay : call.closesOn, 30);
  }

  /** Begins soon, and submits within so many days, some on the very last day. */
  private renews(path: string, body: object, lastDay: CivilDate, within: number): Decision {
    const { diary, today } = this.world;
    const chance = this.chance('renews', lastDay);
    const wished = diary.workingDay(today, chance.int(8, within));
    const day = chance.happens(0.1) || wished > lastDay ? lastDay : wished;
    return {
      at: diary.at(diary.workingDay(today, 1)), what: 'begins its renewal',
      act: async () => {
        this.renewing = true;
        await this.begin(path, body, diary.at(day));
      },
    };
  }
}
