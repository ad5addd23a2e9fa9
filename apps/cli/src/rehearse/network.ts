import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { key } from './address.js';
import type { Cast, Centre, Person } from './cast.js';
import type { Agent, Decision, Task } from './desk.js';
import { Holder } from './holder.js';
import type { World } from './world.js';

export const signatory = { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur général des entreprises' };
const measure = { signatory, reasonsInLaw: 'Contrat de labellisation, article 2.', reasonsInFact: 'Les rapports annuels n’ont pas été remis aux dates du contrat, malgré une mise en demeure.' };

interface Money {
  readonly instalments: readonly { readonly id: string; readonly cents: number; readonly state: string; readonly allowedActions: readonly string[] }[];
  readonly recoveries: readonly { readonly n: number; readonly cents: number; readonly allowedActions: readonly string[] }[];
  readonly agreements: readonly { readonly n: number; readonly settledOn: string | null; readonly defaulted: readonly number[] }[];
  readonly pendingBank: { readonly n: number; readonly holderDiffers: boolean } | null;
}

/** The labels of a network: what secretariat and authority do for them beyond their reports. */
export class Network {
  /** Days on which a list of payments goes to the bank. */
  private readonly runs = new Set<CivilDate>();
  /** Centres whose first label is in force. */
  private readonly begun = new Set<Centre>();

  /** `tellAccountant`: there is something to approve, of which no mail tells. */
  constructor(private readonly world: World, private readonly cast: Cast, private readonly tellAccountant: () => void) {}

  /** Somebody has signed; once both have, what will happen to this first label of the centre is planned. */
  async begins(label: string, centre: Centre): Promise<void> {
    const { api } = this.world;
    const { status, data: { startsOn, endsOn } } = await api.get<{ status: string; data: { startsOn: CivilDate; endsOn: CivilDate } }>(this.cast.authority, `/api/labels/${label}`);
    if (status !== 'active' || this.begun.has(centre)) return;
    this.begun.add(centre);
    new Holder(this.world, centre).plans(label, startsOn);
    const { later } = centre.traits;
    const authority = (days: number, what: string, act: () => Promise<unknown>): void => this.on(addDays(startsOn, days), 40, `authority ${what} ${centre.name}`, act);
    if (later === 'amends') this.on(addDays(startsOn, 300), 41, `secretariat amends the contract of ${centre.name}`, () => api.post(this.cast.secretariat, `/api/labels/${label}/amendments`, { wording: 'Le programme d’actions est étendu à un second atelier.' }));
    if (later === 'suspended' || later === 'suspended-for-good') authority(900, 'announces a suspension to', () => api.post(this.cast.authority, `/api/labels/${label}/notices`, { intent: 'suspension', reasonsInLaw: measure.reasonsInLaw, reasonsInFact: measure.reasonsInFact }));
    if (later === 'fraud') authority(600, 'announces a withdrawal to', () => api.post(this.cast.authority, `/api/labels/${label}/notices`, { intent: 'withdrawal', reasonsInLaw: measure.reasonsInLaw, reasonsInFact: 'Des actions déclarées n’ont pas eu lieu.' }));
    if (later === 'extended') authority(700, 'extends', () => api.post(this.cast.authority, `/api/labels/${label}/extensions`, { ...measure, reasonsInFact: 'Travaux dans les locaux du pôle.', endsOn: addDays(endsOn, 181), decidedOn: this.world.today }));
    if (later === 'merges') this.merge(label, centre, startsOn);
  }

  /** Money is prepared, and the old contact called, by the secretariat. */
  async prepare(task: Task): Promise<Decision> {
    const { api } = this.world;
    const at = `/api/financings/${key(task.subject)}`;
    const { instalments, recoveries, pendingBank } = await api.get<Money>(this.cast.secretariat, at);
    if (task.acts.includes('noteCallBack') && pendingBank) return this.in(2, 'calls a centre back', async () => {
      await api.post(this.cast.secretariat, `${at}/bank-details/call-back`, { n: pendingBank.n, contact: 'Accueil du centre', note: 'Appelé au numéro du dossier de candidature : il confirme.' });
      this.tellAccountant();
    });
    const due = instalments.filter(({ allowedActions }) => allowedActions.includes('prepareInstalment'));
    if (due.length > 0) return this.in(3, 'prepares payments', async () => {
      for (const { id, cents } of due) await api.post(this.cast.secretariat, `${at}/instalments/${id}/preparation`, { cents });
      this.tellAccountant();
    });
    const owed = recoveries.find(({ allowedActions }) => allowedActions.includes('recordRecovery'));
    return owed ? this.in(20, 'records what was paid back', () => api.post(this.cast.secretariat, `${at}/recoveries/${owed.n}/receipts`, { cents: owed.cents })) : 'ignore';
  }

  /** A second person approves, and confirms bank details; a list goes to the bank at the beginning of the month. */
  async approve(task: Task): Promise<Decision> {
    const { api } = this.world;
    const at = `/api/financings/${key(task.subject)}`;
    const { instalments, pendingBank } = await api.get<Money>(this.cast.accountant, at);
    if (task.acts.includes('confirmBankDetails') && pendingBank) return this.in(2, 'confirms bank details', () => api.post(this.cast.accountant, `${at}/bank-details/confirmation`, { n: pendingBank.n, holderDiffers: pendingBank.holderDiffers }));
    const prepared = instalments.filter(({ allowedActions }) => allowedActions.includes('approveInstalment'));
    if (prepared.length === 0) return 'ignore';
    return this.in(2, 'approves payments', async () => {
      for (const { id, cents } of prepared) await api.post(this.cast.accountant, `${at}/instalments/${id}/approval`, { cents });
      this.planRun();
    });
  }

  /** The authority asks back what was paid for years that did not come, and settles what no report will settle. */
  async settle(task: Task): Promise<Decision> {
    const { api } = this.world;
    const at = `/api/financings/${key(task.subject)}`;
    const { recoveries, agreements } = await api.get<Money>(this.cast.authority, at);
    const found = recoveries.find(({ allowedActions }) => allowedActions.includes('demandRecovery'));
    if (found) return this.in(8, 'asks money back', () => api.post(this.cast.authority, `${at}/recoveries/${found.n}/demand`, {}));
    const open = agreements.find(({ settledOn, defaulted }) => settledOn === null && defaulted.length > 0);
    return open ? this.in(15, 'closes an agreement', () => api.post(this.cast.authority, `${at}/agreements/${open.n}/closure`, { reasons: 'Le rapport de la période n’a jamais été remis.' })) : 'ignore';
  }

  /** What the authority decides on a label, once its holder was heard. */
  measures(task: Task, centre: Centre | undefined): Decision {
    const { api } = this.world;
    const label = `/api/labels/${key(task.subject)}`;
    if (task.acts.includes('countersignAmendment')) return this.in(5, 'countersigns an amendment', () => api.post(this.cast.authority, `${label}/amendments/1/countersignature`, { capacity: signatory.capacity }));
    if (task.acts.includes('suspend')) return this.in(6, 'suspends', () => api.post(this.cast.authority, `${label}/suspensions`, measure));
    if (task.acts.includes('withdraw')) return this.in(6, 'withdraws', () => api.post(this.cast.authority, `${label}/withdrawals`, measure));
    if (task.acts.includes('reinstate') && centre?.traits.later === 'suspended') return this.in(50, 'lifts a suspension', () => api.post(this.cast.authority, `${label}/reinstatements`, { reason: 'Le rapport est remis.' }));
    return 'ignore';
  }

  private planRun(): void {
    const { diary, today } = this.world;
    const first = diary.workingDay(`${addDays(`${today.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, 0);
    if (this.runs.has(first)) return;
    this.runs.add(first);
    this.world.plan(diary.at(first, 45), 'accountant orders payments', () => this.order());
  }

  /** The list of the month; the bank sends one of the first back. */
  private async order(): Promise<void> {
    const { api, diary, today } = this.world;
    const { lines, totalCents } = await api.get<{ lines: number; totalCents: number }>(this.cast.accountant, '/api/payment-runs/preview');
    if (lines === 0) return;
    const { id } = await api.post<{ id: string }>(this.cast.accountant, '/api/payment-runs', { lines, totalCents });
    const on = diary.workingDay(today, 3);
    this.world.plan(diary.at(on, 45), 'bank answers', async () => void (await api.post(this.cast.accountant, `/api/payment-runs/${id}/answers`, { on, rejected: [] })));
  }

  /** Two centres become one: the label goes with the pole that is left. */
  private merge(label: string, centre: Centre, startsOn: CivilDate): void {
    const into = this.cast.centres.find(({ traits }) => traits.destiny === 'steady' && traits.later !== 'closes');
    if (!into || into === centre) return;
    const body = { what: 'merger', into: into.pole, why: 'Traité de fusion.', effectiveOn: addDays(startsOn, 620) };
    this.on(addDays(startsOn, 560), 42, `${centre.name} merges`, () => this.world.api.post(centre.person, `/api/labels/${label}/changes`, body));
  }

  private in(days: number, what: string, act: () => Promise<unknown>): Decision {
    const { diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, days)), what, act: async () => void (await act()), thenLooks: true };
  }

  private on(day: CivilDate, minute: number, what: string, act: () => Promise<unknown>): void {
    const { diary } = this.world;
    this.world.plan(diary.at(diary.workingDay(day, 0), minute), what, async () => void (await act()));
  }
}

/** The second person of the secretariat: whoever prepares a payment does not approve it. */
export class Accountant implements Agent {
  readonly name = 'accountant';
  readonly query = '?everybodys=true';

  constructor(readonly holder: Person, private readonly network: Network) {}

  decide(task: Task): Promise<Decision> | Decision {
    return task.acts.includes('approveInstalment') || task.acts.includes('confirmBankDetails') ? this.network.approve(task) : 'ignore';
  }
}
