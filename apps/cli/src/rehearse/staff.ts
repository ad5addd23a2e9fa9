import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import { key } from './address.js';
import type { Cast, Centre, Person } from './cast.js';
import { Chance } from './chance.js';
import type { Agent, Decision, Task } from './desk.js';
import { conditionFrom, Sessions } from './committee.js';
import { type Network, signatory } from './network.js';
import type { Office } from './office.js';
import { reportOf } from './traits.js';
import type { World } from './world.js';

/** An application as the staff read it. */
interface File {
  readonly data: {
    readonly kind: 'initial' | 'renewal';
    readonly silence: { readonly suspensions: readonly unknown[] };
    readonly appraisals: readonly { readonly expert: string; readonly state: 'writing' | 'submitted' | 'lost'; readonly total: number | null }[];
    readonly proposed: 'award' | 'conditional-award' | 'refuse' | null;
    readonly agenda: object | null;
    readonly decision: object | null;
    readonly objections: readonly { readonly expert: string; readonly state: string }[];
  };
  readonly timeline: { readonly ahead: readonly { readonly kind: string; readonly mark: string; readonly on: CivilDate }[] };
}

const reasons = { reasonsInLaw: 'Cahier des charges du label.', reasonsInFact: 'Les éléments du dossier ne répondent pas aux exigences du cahier des charges.' };

const lackPieces: readonly string[] = ['forgets-pieces', 'silent-on-pieces', 'posts-pieces'];

/** What secretariat and authority have in common. */
abstract class StaffAgent implements Agent {
  abstract readonly name: string;

  constructor(protected readonly world: World, readonly holder: Person, protected readonly centres: readonly Centre[]) {}

  abstract decide(task: Task): Promise<Decision> | Decision;

  protected chance(task: Task, what: string): Chance {
    return new Chance(this.world.seed, this.name, what, task.pole?.name ?? '', this.world.today.slice(0, 4));
  }

  protected read(task: Task): Promise<File> {
    return this.world.api.get<File>(this.holder, `/api/applications/${key(task.subject)}`);
  }

  protected centreOf(task: Task): Centre | undefined {
    return this.centres.find((one) => one.name === task.pole?.name);
  }

  /** Does it some days from now. */
  protected in(days: number, what: string, path: string, body: object, alone?: true): Decision {
    const { api, diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, days)), what, act: async () => void (await api.post(this.holder, path, body)), ...(alone && { alone }) };
  }
}

/** The secretariat: opens calls, reviews files and reports, staffs panels, notifies decisions. */
export class Secretariat extends StaffAgent {
  readonly name = 'secretariat';
  readonly query = '?everybodys=true';
  /** How many files each expert has had. */
  private readonly load = new Map<string, number>();

  private readonly sessions: Sessions;
  /** Files declared inadmissible; one that an appeal reopens is not turned away twice. */
  private readonly turnedAway = new Set<string>();

  constructor(world: World, private readonly cast: Cast, private readonly office: Office, private readonly network: Network) {
    super(world, cast.secretariat, cast.centres);
    this.sessions = new Sessions(world, cast, (pole) => this.centres.find(({ name }) => name === pole)?.traits);
  }

  /** Opens the yearly call at the scheme's usual dates. */
  async openCall(year: string): Promise<{ id: string; opensOn: CivilDate; closesOn: CivilDate }> {
    const { api, scheme } = this.world;
    const { opens, closes } = usualCall(scheme);
    const call = await api.post<{ id: string; opensOn: CivilDate; closesOn: CivilDate }>(this.holder, '/api/calls', {
      scheme: scheme.code, title: { fr: `Appel à candidatures ${year}`, en: `Call for applications ${year}` }, opensOn: `${year}-${opens}`, closesOn: `${year}-${closes}`,
    });
    this.world.own.add(`call/${call.id}`);
    return call;
  }

  decide(task: Task): Promise<Decision> | Decision {
    const file = `/api/applications/${key(task.subject)}`;
    if (task.kind === 'session') return this.sessions.hold(task);
    if (task.kind === 'financing') return this.network.prepare(task);
    if (task.kind === 'change') return this.reviewChange(task);
    if (task.acts.includes('validateFinancialReport')) return this.reviewAccounts(task);
    if (task.acts.includes('recordFee')) return this.recordFee(file);
    if (task.acts.includes('recordOpinion') && !task.acts.includes('staff')) return this.recordOpinion(file);
    if (task.acts.includes('decideObjection')) return this.decideObjection(task, file);
    if (task.acts.includes('answerDueDate')) return this.in(1, 'gives an expert time', `/api/appraisals/${key(task.subject)}/due-date-answer`, { accepted: true });
    switch (`${task.kind}.${task.status}`) {
      case 'application.submitted':
        return this.review(task, file);
      case 'application.admissible':
        return this.centreOf(task)?.traits.destiny === 'moot' ? this.closes(file) : this.staff(task, file);
      case 'application.under_appraisal':
      case 'application.divergent':
        return this.staff(task, file);
      case 'application.consensus':
        return this.in(5, 'writes the consensus report', `${file}/consensus`, { outcome: 'favourable', majorityView: 'Les experts s’accordent sur l’essentiel.' });
      case 'application.in_committee':
        return this.toCommittee(task);
      case 'appeal.lodged':
        return this.in(4, 'takes up an appeal', `/api/appeals/${key(task.subject)}/reviews`, { reviewer: this.cast.appealAuthority.id });
      case 'application.decision_proposed':
        return this.decision(task, file);
      case 'monitoring.under_review':
        return this.reviewReport(task);
      case 'call.closed':
        return this.in(150, 'publishes the results', `/api/calls/${key(task.subject)}/publication`, {});
      default:
        return 'ignore';
    }
  }

  private async review(task: Task, file: string): Promise<Decision> {
    const { destiny } = this.centreOf(task)?.traits ?? { destiny: 'steady' };
    const { data } = await this.read(task);
    const days = this.chance(task, `reviews ${data.silence.suspensions.length}`).int(3, 13);
    const first = data.kind === 'initial';
    if (first && destiny === 'ineligible' && !this.turnedAway.has(task.subject)) {
      this.turnedAway.add(task.subject);
      return this.in(days, 'declares inadmissible', `${file}/inadmissibility`, reasons);
    }
    if (first && data.silence.suspensions.length === 0 && lackPieces.includes(destiny)) return this.askForPieces(task, file, days);
    return this.in(days, 'admits', `${file}/admission`, {});
  }

  /** The fee has come. */
  private recordFee(file: string): Decision {
    const [amount] = this.world.scheme.application.fee?.amounts ?? [];
    return amount ? this.in(4, 'records a fee', `${file}/fee-payment`, { amount: amount.code }) : 'ignore';
  }

  /** One of the bodies that were asked has answered. */
  private async recordOpinion(file: string): Promise<Decision> {
    const { opinions } = await this.world.api.get<{ opinions: { from: string; sense: string | null }[] }>(this.holder, file);
    const awaited = opinions.find(({ sense }) => sense === null);
    if (!awaited) return 'ignore';
    return this.in(6, 'records an opinion', `${file}/opinions`, { from: awaited.from, sense: 'favourable', text: 'Savoir-faire reconnu.' });
  }

  private askForPieces(task: Task, file: string, days: number): Decision {
    const { api, diary, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, days)), what: 'asks for pieces',
      act: async () => {
        await api.post(this.holder, `${file}/pieces-requests`, { pieces: [{ label: 'Comptes signés du dernier exercice', question: 'accounts' }] });
        const centre = this.centreOf(task);
        const limit = (await this.read(task)).timeline.ahead.find(({ kind, mark }) => kind === 'pieces-due' && mark === '')?.on;
        if (centre?.traits.destiny === 'posts-pieces' && limit) this.office.entersPost(centre, key(task.subject), limit);
      },
    };
  }

  /** What the file asked for has come to nothing: the authority closes it. */
  private closes(file: string): Decision {
    const { api, diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, 6)), what: 'has the authority close a file', act: async () => void (await api.post(this.cast.authority, `${file}/closings`, { reasonsInFact: 'Le centre a cessé son activité : la demande est devenue sans objet.' })) };
  }

  /** What is signed is notified; what is not goes to the authority. */
  private async decision(task: Task, file: string): Promise<Decision> {
    const heldBack = this.office.heldBackUntil(task.call);
    if (task.acts.includes('notify') && heldBack !== undefined) return { lookOn: heldBack };
    if (task.acts.includes('notify')) return this.in(this.chance(task, 'notifies').int(1, 4), 'notifies', `${file}/notification`, { channel: 'e-mail' }, true);
    if (!task.acts.includes('sendForSignature')) return 'ignore';
    const { proposed } = (await this.read(task)).data;
    return this.in(1, 'sends for signature', `${file}/signature-requests`, { ...(proposed === 'refuse' ? reasons : {}), ...(proposed === 'conditional-award' ? { conditions: [conditionFrom(this.world.today)] } : {}) });
  }

  private async decideObjection(task: Task, file: string): Promise<Decision> {
    const open = (await this.read(task)).data.objections.find(({ state }) => state === 'open');
    return open ? this.in(2, 'decides an objection', `${file}/expert-objections/${open.expert}/decision`, { accepted: true, reason: 'Lien récent.' }) : 'ignore';
  }

  /** What is on an agenda waits for its session; what a session put off comes to the next. */
  private async toCommittee(task: Task): Promise<Decision> {
    const { data } = await this.read(task);
    if (!this.world.scheme.committee) return this.proposes(task, data.appraisals);
    return data.agenda === null ? this.sessions.take(task) : { lookOn: addDays(this.world.today, 7) };
  }

  /** Where no committee sits, the secretariat proposes what the appraisals say. */
  private proposes({ acts, subject }: Task, appraisals: File['data']['appraisals']): Decision {
    if (!acts.includes('propose')) return 'ignore';
    const total = Math.max(...appraisals.map((one) => one.total ?? 0));
    return this.in(5, 'proposes', `/api/applications/${key(subject)}/proposal`, { outcome: total >= this.world.scheme.grid.threshold * 100 ? 'award' : 'refuse' });
  }

  /** Names the experts who have had the fewest files, none of them twice on one file. */
  private async staff(task: Task, file: string): Promise<Decision> {
    const { api, diary, scheme, today } = this.world;
    const at = diary.at(diary.workingDay(today, this.chance(task, 'staffs').int(1, 4)));
    return {
      at, what: 'staffs the panel', alone: true,
      act: async () => {
        const { appraisals } = (await this.read(task)).data;
        const wanted = task.status === 'divergent' ? 1 : scheme.panel.experts - appraisals.filter((a) => a.state !== 'lost').length;
        const { ranked } = await api.get<{ ranked: { expert: { id: string } }[] }>(this.holder, `${file}/suggestions`);
        const named = this.leastLoaded(ranked.map(({ expert }) => expert.id)).slice(0, wanted);
        await api.post(this.holder, `${file}/panel`, { experts: named.map((one) => one.id) });
        for (const { id } of named) this.load.set(id, (this.load.get(id) ?? 0) + 1);
      },
    };
  }

  private leastLoaded(among: readonly string[]): Person[] {
    const load = ({ id }: Person): number => this.load.get(id) ?? 0;
    return this.cast.experts.filter((one) => among.includes(one.id)).sort((a, b) => load(a) - load(b));
  }

  /** A light change is accepted, another proposed to the authority. */
  private reviewChange(task: Task): Decision {
    const change = `/api/changes/${key(task.subject)}`;
    if (task.acts.includes('accept')) return this.in(5, 'accepts a change', `${change}/acceptances`, {});
    return task.acts.includes('propose') ? this.in(5, 'proposes a change', `${change}/proposals`, { outcome: 'accept', reasons: 'Les pièces sont en règle.' }) : 'ignore';
  }

  /** Some of what was spent is not eligible. */
  private async reviewAccounts(task: Task): Promise<Decision> {
    const { api, diary, today } = this.world;
    const monitoring = `/api/monitorings/${key(task.subject)}`;
    const reports = await api.get<{ period: number; financial: { state: string }; report: { spending: { spent: number }[] } | null }[]>(this.holder, `${monitoring}/financial-reports`);
    const open = reports.find(({ financial }) => financial.state === 'submitted');
    if (!open) return 'ignore';
    const declared = (open.report?.spending ?? []).reduce((sum, { spent }) => sum + spent, 0);
    const accepted = Math.floor((declared * this.chance(task, `accounts ${open.period}`).int(85, 100)) / 100);
    return {
      at: diary.at(diary.workingDay(today, this.chance(task, 'accounts').int(5, 25))), what: 'validates accounts', thenLooks: true,
      act: async () => void (await api.post(this.holder, `${monitoring}/financial-report-validations`, { period: open.period, accepted })),
    };
  }

  private async reviewReport(task: Task): Promise<Decision> {
    const monitoring = `/api/monitorings/${key(task.subject)}`;
    const { periods } = await this.world.api.get<{ periods: { n: number; corrections: number }[] }>(this.holder, monitoring);
    const { n = 1, corrections = 0 } = periods.at(-1) ?? {};
    const centre = this.centreOf(task);
    const returned = centre !== undefined && corrections === 0 && reportOf(this.world.seed, centre.traits, centre.no, n).returned;
    const days = this.chance(task, `report ${n} ${corrections}`).int(5, 25);
    if (returned) return this.in(days, 'returns a report', `${monitoring}/correction-requests`, { reasons: 'Les justificatifs des indicateurs manquent.' });
    return this.in(days, 'validates a report', `${monitoring}/validations`, {});
  }
}

/** The authority: signs decisions and contracts, says why silence rejected. */
export class Authority extends StaffAgent {
  readonly name = 'authority';

  constructor(world: World, holder: Person, centres: readonly Centre[], private readonly network: Network) {
    super(world, holder, centres);
  }

  async decide(task: Task): Promise<Decision> {
    const days = this.chance(task, task.kind).int(3, 14);
    const file = `/api/applications/${key(task.subject)}`;
    if (task.kind === 'award') return task.acts.includes('countersignContract') ? this.countersign(task, days) : this.network.measures(task, this.centreOf(task));
    if (task.kind === 'financing') return this.network.settle(task);
    if (task.kind === 'change') return this.in(days, 'accepts a change', `/api/changes/${key(task.subject)}/acceptances`, {});
    if (task.acts.includes('giveReasons')) return this.in(days, 'gives reasons', `${file}/reasons`, reasons);
    if (`${task.kind}.${task.status}` !== 'application.decision_proposed') return 'ignore';
    const { diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, days)), what: 'signs a list', alone: true, act: () => this.signAll(task) };
  }

  private countersign(task: Task, days: number): Decision {
    const { api, diary, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, days)), what: 'countersigns',
      act: async () => {
        await api.post(this.holder, `/api/labels/${key(task.subject)}/contract-countersignature`, { capacity: signatory.capacity });
        const centre = this.centreOf(task);
        if (centre) await this.network.begins(key(task.subject), centre);
      },
    };
  }

  /** Signs what was sent for signature under the call, as it was prepared: one list, read and confirmed. */
  private async signAll(task: Task): Promise<void> {
    const { api, today } = this.world;
    if ((await this.read(task)).data.decision !== null) return;
    const signature = { signedOn: today, signatory };
    const { id, plan } = await api.post<{ id: string; plan: string }>(this.holder, '/api/batches', { kind: 'signature', call: key(task.call ?? ''), signature });
    await api.post(this.holder, `/api/batches/${id}/confirmation`, { plan });
  }
}

/** Decides what is contested: by the file, and never what it decided itself. */
export class AppealAuthority extends StaffAgent {
  readonly name = 'authority for appeals';

  decide(task: Task): Decision {
    const destiny = this.centreOf(task)?.traits.destiny;
    if (`${task.kind}.${task.status}` !== 'appeal.under_review' || destiny === 'contests-in-vain') return 'ignore';
    return this.in(20, 'decides an appeal', `/api/appeals/${key(task.subject)}/decisions`, { outcome: destiny === 'ineligible' ? 'upheld' : 'dismissed', signatory: { firstName: 'Claire', surname: 'Morel', capacity: 'Secrétaire générale' }, ...reasons });
  }
}

/** When the scheme's calls usually open and close; a scheme need not say it. */
function usualCall({ call }: Scheme): { opens: string; closes: string } {
  return call.usually ?? { opens: '01-15', closes: '03-31' };
}

/** The day on which the call of a year is prepared. */
export function callPreparedOn(scheme: Scheme, year: number): CivilDate {
  return addDays(`${year}-${usualCall(scheme).opens}`, -7);
}
