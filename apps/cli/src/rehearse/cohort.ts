import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { Cast } from './cast.js';
import { CentreAgent } from './centre.js';
import { Desk } from './desk.js';
import { ExpertAgent } from './expert.js';
import { Firms } from './firms.js';
import type { Found } from './mailbox.js';
import { Accountant, Network } from './network.js';
import { Office } from './office.js';
import { AppealAuthority, Authority, callPreparedOn, Secretariat } from './staff.js';
import type { World } from './world.js';

/** The people of one scheme: everybody at a desk of their own, and the calls that they plan. */
export class Cohort {
  private readonly office: Office;
  private readonly secretariat: Secretariat;
  private readonly secretariatDesk: Desk;
  private readonly desks = new Map<string, Desk>();
  private readonly firms: Firms;
  private readonly centres: CentreAgent[];
  private readonly firstYear: string;

  constructor(readonly world: World, readonly cast: Cast) {
    this.firstYear = world.today.slice(0, 4);
    this.office = new Office(world, cast);
    this.firms = new Firms(world, cast.secretariat.email.slice(cast.secretariat.email.indexOf('@') + 1));
    const network = new Network(world, cast, () => this.desks.get(cast.accountant.email)?.lookOn(addDays(world.today, 1)));
    this.secretariat = new Secretariat(world, cast, this.office, network);
    const poles = new Set(cast.centres.map(({ pole }) => pole));
    const desk = (agent: ConstructorParameters<typeof Desk>[1]): Desk => new Desk(world, agent, poles);
    this.secretariatDesk = desk(this.secretariat);
    this.desks.set(cast.authority.email, desk(new Authority(world, cast.authority, cast.centres, network)));
    this.desks.set(cast.appealAuthority.email, desk(new AppealAuthority(world, cast.appealAuthority, cast.centres)));
    this.desks.set(cast.accountant.email, desk(new Accountant(cast.accountant, network)));
    this.centres = cast.centres.map((centre) => new CentreAgent(world, centre, this.office, network));
    for (const one of this.centres) this.desks.set(one.holder.email, desk(one));
    cast.experts.forEach((person, i) => this.desks.set(person.email, desk(new ExpertAgent(world, person, i + 1, (pole, expert) => this.qualityOf(pole, expert)))));
  }

  /** The first call is for everybody; later ones are opened when labels come to their end that are renewed by call. */
  planCalls(): void {
    const { diary, scheme, today, now } = this.world;
    const first = today.slice(0, 4);
    this.world.plan(now, `${this.secretariat.name} opens the call of ${scheme.code}`, async () => {
      const call = await this.secretariat.openCall(first);
      for (const centre of this.centres) centre.applyTo(call);
      this.office.around(call);
    });
    const last = this.world.end.slice(0, 4);
    for (let year = Number(first) + 1; year <= Number(last); year += 1) {
      const on = callPreparedOn(scheme, year);
      this.world.schedule.add({ at: diary.at(diary.workingDay(on, 0), 1), name: `secretariat looks at renewals of ${scheme.code}`, run: () => this.openIfLabelsEnd(String(year)) });
    }
  }

  /** Something has happened: those whose trade it is look at their tasks on their next day. */
  follow(): void {
    // An office does not look at everything every day.
    this.secretariatDesk.lookOn(addDays(this.world.today, 2));
  }

  /** A mail makes its reader look at their tasks the next day; a firm reads what it is asked. */
  mailTo({ to, text }: Found): void {
    this.desks.get(to)?.lookOn(addDays(this.world.today, 1));
    this.firms.hear(to, text);
  }

  private async openIfLabelsEnd(year: string): Promise<void> {
    const { api, now, scheme } = this.world;
    const ending = await api.all<{ status: string; mode: string; pole: { id: string } }>(this.cast.secretariat, `/api/renewals?endsBy=${year}-12-31`);
    const ours = new Set(this.cast.centres.map(({ pole }) => pole));
    if (!ending.some(({ status, mode, pole }) => ours.has(pole.id) && mode === 'by-call' && (status === 'not_due' || status === 'window_open'))) return;
    this.world.plan(now, `secretariat opens the call of ${scheme.code}`, async () => void (await this.secretariat.openCall(year)));
  }

  private qualityOf(poleName: string, expert: number): number {
    const traits = this.cast.centres.find((one) => one.name === poleName)?.traits;
    // What one of two experts takes for excellent, the other does not.
    if (traits?.destiny === 'divides' && this.world.today.slice(0, 4) === this.firstYear) return expert % 2 === 0 ? 92 : 44;
    return (this.world.today.slice(0, 4) === this.firstYear ? traits?.quality : traits?.laterQuality) ?? 50;
  }
}
