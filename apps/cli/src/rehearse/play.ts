import type { Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Stepper } from '../../../../libs/temporal/src/stepper.js';
import type { Cohort } from './cohort.js';
import type { Found, Mailbox } from './mailbox.js';
import type { Timeline } from './timeline.js';

/** Hears how far the play is. */
export type Hear = (now: Instant, acts: number) => void;

/** A mail and the Clock's instant at which it came. */
export interface Mailed extends Omit<Found, 'text'> {
  readonly at: Instant;
}

/** What the play goes through, besides the journals. */
export interface Played {
  readonly mails: readonly Mailed[];
  /** Instants at which something came by itself. */
  readonly moments: number;
}

/** Plays the life of cohorts: people act when they planned to, deadlines come in between, mails make people look at their tasks. */
export class Play {
  private readonly mails: Mailed[] = [];
  private moments = 0;

  constructor(private readonly time: Timeline, private readonly cohorts: readonly Cohort[], private readonly stepper: Stepper, private readonly mailbox: Mailbox) {}

  /** Plays to the end of the timeline. */
  async run(hear: Hear): Promise<Played> {
    const { time, stepper } = this;
    for (const cohort of this.cohorts) cohort.planCalls();
    for (;;) {
      const event = time.schedule.peek();
      const moment = await stepper.next();
      const next = event && !(moment !== undefined && moment < event.at) ? event.at : moment;
      if (next === undefined || next > time.end) break;
      time.now = next;
      if (event?.at !== next) await this.letCome(next);
      else if (event.looks) await this.together();
      else await this.act(next);
      hear(next, time.acts);
    }
    await stepper.advanceTo(time.end);
    time.now = time.end;
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
    await Promise.all(this.time.schedule.takeTogether().map((event) => event.run()));
  }

  /** Something has happened: mails are read. */
  private async follow(): Promise<void> {
    for (const mail of await this.mailbox.fresh()) {
      this.mails.push({ to: mail.to, subject: mail.subject, messageId: mail.messageId, at: this.time.now });
      for (const cohort of this.cohorts) cohort.mailTo(mail);
    }
    for (const cohort of this.cohorts) cohort.follow();
  }
}
