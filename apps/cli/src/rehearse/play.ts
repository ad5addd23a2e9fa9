import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Stepper } from '../../../../libs/temporal/src/stepper.js';
import type { Cast } from './cast.js';
import { CentreAgent } from './centre.js';
import { Desk } from './desk.js';
import { ExpertAgent } from './expert.js';
import { type Found, Mailbox } from './mailbox.js';
import { Office } from './office.js';
import { AppealAuthority, Authority, callPreparedOn, Secretariat } from './staff.js';
import type { World } from './world.js';

/** Hears how far the play is. */
export type Hear = (now: Instant, acts: number) => void;

/** A mail and the Clock's instant at which it came. */
export interface Mailed extends Found {
  readonly at: Instant;
}

/** What the play goes through, besides the journals. */
export interface Played {
  readonly mails: readonly Mailed[];
  /** Instants at which something came by itself. */
  readonly moments: number;
}

/** Plays a cohort's life: people act when they planned to, deadlines come in between, mails make people look at their tasks. */
export class Play {
  private readonly office: Office;
  private readonly secretariat: Secretariat;
  private readonly secretariatDesk: Desk;
  private readonly desks = new Map<string, Desk>();
  private readonly centres: CentreAgent[];
  private readonly mails: Mailed[] = [];
  private moments = 0;
  private readonly firstYear: string;

  constructor(private readonly world: World, private readonly cast: Cast, private readonly stepper: Stepper, private readonly mailbox: Mailbox) {
    this.firstYear = world.today.slice(0, 4);
    this.office = new Office(world, cast);
    this.secretariat = new Secretariat(world, cast, this.office);
    this.secretariatDesk = new Desk(world, this.secretariat);
    this.desks.set(cast.authority.email, new Desk(world, new Authority(world, cast.authority, cast.centres)));
    this.desks.set(cast.appealAuthority.email, new Desk(world, new AppealAuthority(world, cast.appealAuthority, cast.centres)));
    this.centres = cast.centres.map((centre) => new CentreAgent(world, centre, this.office));
    for (const one of this.centres) this.desks.set(one.holder.email, new Desk(world, one));
    cast.experts.forEach((person, i) => this.desks.set(person.email, new Desk(world, new ExpertAgent(world, person, i + 1, (pole, expert) => this.qualityOf(pole, expert)))));
  }

  /** Plays to the end of the world's span. */
  async run(hear: Hear): Promise<Played> {
    const { world, stepper } = this;
    this.planCalls();
    for (;;) {
      const event = world.schedule.peek();
      const moment = await stepper.next();
      const next = event && !(moment !== undefined && moment < event.at) ? event.at : moment;
      if (next === undefined || next > world.end) break;
      world.now = next;
      if (event?.at !== next) await this.letCome(next);
      else if (event.looks) await this.together();
      else await this.act(next);
      hear(next, world.acts);
    }
    await stepper.advanceTo(world.end);
    world.now = world.end;
    await this.follow();
    return { mails: this.mails, moments: this.moments };
  }

  private async letCome(moment: Instant): Promise<void> {
    this.moments += 1;
    await this.stepper.advanceTo(moment);
    await this.follow();
  }

  private async act(at: Instant): Promise<void> {
    await this.stepper.advanceTo(at);
    await this.together();
    await this.stepper.settle();
    await this.follow();
  }

  /** What happens at one instant and touches nothing in common. */
  private async together(): Promise<void> {
    await Promise.all(this.world.schedule.takeTogether().map((event) => event.run()));
  }

  /** The first call is for everybody; later ones are opened when labels come to their end that are renewed by call. */
  private planCalls(): void {
    const { diary, scheme, today, now } = this.world;
    const first = today.slice(0, 4);
    this.world.plan(now, 'secretariat opens the call', async () => {
      const call = await this.secretariat.openCall(first);
      for (const centre of this.centres) centre.applyTo(call);
      this.office.around(call);
    });
    const last = this.world.end.slice(0, 4);
    for (let year = Number(first) + 1; year <= Number(last); year += 1) {
      const on = callPreparedOn(scheme, year);
      this.world.schedule.add({ at: diary.at(diary.workingDay(on, 0), 1), name: 'secretariat looks at renewals', run: () => this.openIfLabelsEnd(String(year)) });
    }
  }

  private async openIfLabelsEnd(year: string): Promise<void> {
    const { api, now } = this.world;
    const ending = await api.all<{ status: string; mode: string }>(this.cast.secretariat, `/api/renewals?endsBy=${year}-12-31`);
    if (!ending.some(({ status, mode }) => mode === 'by-call' && (status === 'not_due' || status === 'window_open'))) return;
    this.world.plan(now, 'secretariat opens the call', async () => void (await this.secretariat.openCall(year)));
  }

  /** Something has happened: mails are read, and those whose trade it is look at their tasks on their next day. */
  private async follow(): Promise<void> {
    await this.readMail();
    const { today } = this.world;
    this.secretariatDesk.lookOn(addDays(today, 1));
  }

  /** A mail makes its reader look at their tasks the next day. */
  private async readMail(): Promise<void> {
    for (const mail of await this.mailbox.fresh()) {
      this.mails.push({ ...mail, at: this.world.now });
      this.desks.get(mail.to)?.lookOn(addDays(this.world.today, 1));
    }
  }

  private qualityOf(poleName: string, expert: number): number {
    const traits = this.cast.centres.find((one) => one.name === poleName)?.traits;
    // What one of two experts takes for excellent, the other does not.
    if (traits?.destiny === 'divides' && this.world.today.slice(0, 4) === this.firstYear) return expert % 2 === 0 ? 92 : 44;
    return (this.world.today.slice(0, 4) === this.firstYear ? traits?.quality : traits?.laterQuality) ?? 50;
  }
}
