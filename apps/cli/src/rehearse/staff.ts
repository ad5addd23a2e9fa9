import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import type { Scheme } from '../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Cast, Centre, Person } from './cast.js';
import { key } from './centre.js';
import { Chance } from './chance.js';
import type { Agent, Decision, Task } from './desk.js';
import { reportOf } from './traits.js';
import type { World } from './world.js';

/** An application as the staff read it. */
interface File {
  readonly data: {
    readonly kind: 'initial' | 'renewal';
    readonly silence: { readonly suspensions: readonly unknown[] };
    readonly appraisals: readonly { readonly expert: string; readonly state: 'writing' | 'submitted' | 'lost'; readonly total: number | null }[];
    readonly proposed: 'award' | 'refuse' | null;
  };
}

const reasons = { reasonsInLaw: 'Cahier des charges du label.', reasonsInFact: 'Les éléments du dossier ne répondent pas aux exigences du cahier des charges.' };

/** What secretariat, committee and authority have in common. */
abstract class StaffAgent implements Agent {
  abstract readonly name: string;
  abstract readonly minute: number;

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
  protected in(days: number, what: string, path: string, body: object): Decision {
    const { api, diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, days), this.minute), what, act: async () => void (await api.post(this.holder, path, body)) };
  }
}

/** The secretariat: opens calls, reviews files and reports, staffs panels, notifies decisions. */
export class Secretariat extends StaffAgent {
  readonly name = 'secretariat';
  readonly minute = 5;
  readonly query = '?everybodys=true';
  /** How many files each expert has had. */
  private readonly load = new Map<string, number>();

  constructor(world: World, private readonly cast: Cast) {
    super(world, cast.secretariat, cast.centres);
  }

  /** Opens the yearly call at the scheme's usual dates. */
  async openCall(year: string): Promise<{ id: string; opensOn: CivilDate; closesOn: CivilDate }> {
    const { api, scheme } = this.world;
    const { opens, closes } = usualCall(scheme);
    return api.post(this.holder, '/api/calls', {
      scheme: scheme.code, title: { fr: `Appel à candidatures ${year}`, en: `Call for applications ${year}` }, opensOn: `${year}-${opens}`, closesOn: `${year}-${closes}`,
    });
  }

  decide(task: Task): Promise<Decision> | Decision {
    const file = `/api/applications/${key(task.subject)}`;
    switch (`${task.kind}.${task.status}`) {
      case 'application.submitted':
        return this.review(task, file);
      case 'application.admissible':
      case 'application.under_appraisal':
        return this.staff(task, file);
      case 'application.decision_proposed':
        return this.in(this.chance(task, 'notifies').int(1, 4), 'notifies', `${file}/notification`, { channel: 'e-mail' });
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
    if (first && destiny === 'ineligible') return this.in(days, 'declares inadmissible', `${file}/inadmissibility`, reasons);
    if (first && data.silence.suspensions.length === 0 && (destiny === 'forgets-pieces' || destiny === 'silent-on-pieces')) {
      return this.in(days, 'asks for pieces', `${file}/pieces-requests`, { pieces: [{ label: 'Comptes signés du dernier exercice', question: 'accounts' }] });
    }
    return this.in(days, 'admits', `${file}/admission`, {});
  }

  /** Names the experts who have had the fewest files, none of them twice on one file. */
  private async staff(task: Task, file: string): Promise<Decision> {
    const { api, diary, scheme, today } = this.world;
    const at = diary.at(diary.workingDay(today, this.chance(task, 'staffs').int(1, 4)), this.minute);
    return {
      at, what: 'staffs the panel',
      act: async () => {
        const { appraisals } = (await this.read(task)).data;
        const wanted = scheme.panel.experts - appraisals.filter((a) => a.state !== 'lost').length;
        const named = this.leastLoaded(appraisals.map((a) => a.expert)).slice(0, wanted);
        await api.post(this.holder, `${file}/panel`, { experts: named.map((one) => one.id) });
        for (const { id } of named) this.load.set(id, (this.load.get(id) ?? 0) + 1);
      },
    };
  }

  private leastLoaded(without: readonly string[]): Person[] {
    const load = ({ id }: Person): number => this.load.get(id) ?? 0;
    return this.cast.experts.filter((one) => !without.includes(one.id)).sort((a, b) => load(a) - load(b));
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

/** The committee: proposes by what the experts found. */
export class Committee extends StaffAgent {
  readonly name = 'committee';
  readonly minute = 15;

  async decide(task: Task): Promise<Decision> {
    if (`${task.kind}.${task.status}` !== 'application.in_committee') return 'ignore';
    const { appraisals } = (await this.read(task)).data;
    const totals = appraisals.flatMap(({ total }) => (total === null ? [] : [total]));
    const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length / 100;
    const outcome = mean >= this.world.scheme.grid.threshold ? 'award' : 'refuse';
    return this.in(this.chance(task, 'sits').int(6, 15), 'proposes', `/api/applications/${key(task.subject)}/proposal`, { outcome, reasons: 'Proposition du comité.' });
  }
}

/** The authority: signs decisions and contracts. */
export class Authority extends StaffAgent {
  readonly name = 'authority';
  readonly minute = 25;

  async decide(task: Task): Promise<Decision> {
    const days = this.chance(task, task.kind).int(3, 14);
    if (task.kind === 'award') return this.in(days, 'countersigns', `/api/labels/${key(task.subject)}/contract-countersignature`, { capacity: 'Directeur général' });
    if (`${task.kind}.${task.status}` !== 'application.decision_proposed') return 'ignore';
    const { proposed } = (await this.read(task)).data;
    const { diary, today } = this.world;
    const signedOn = diary.workingDay(today, days);
    return this.in(days, 'signs', `/api/applications/${key(task.subject)}/signature`, {
      outcome: proposed, signedOn, signatory: { firstName: 'Karim', surname: 'Haddad', capacity: 'Directeur général des entreprises' }, ...(proposed === 'refuse' ? reasons : {}),
    });
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
