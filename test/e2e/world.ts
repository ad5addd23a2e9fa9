import { Temporal } from 'temporal-polyfill';
import { demoAccounts } from '../../apps/cli/src/stack/oidc-accounts.js';
import type { CaughtMail } from '../../apps/cli/src/stack/mail-store.js';
import * as people from '../../libs/persistence/src/people/people.commands.js';
import { grantedRoles } from '../../libs/domain/src/procedure/granted-role.js';
import { mails, runningSpace, type RunningSpace } from '../stack/stack.js';
import { inDatabase } from '../stack/tell.js';
import { Applicant, Authority, Committee, Expert, Operator, Secretariat, type Stage } from './people.js';

/** `2027-03-31 23:59:59` in Paris as an instant. */
export function paris(local: string): string {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime('Europe/Paris').toInstant().toString({ fractionalSecondDigits: 3 });
}

/** A running Estampille with the people of the demonstration, the staff and the experts signed in, and its stepped clock. */
export class World implements Stage {
  readonly amelie = new Applicant(this, 'amelie.martin');
  readonly bruno = new Applicant(this, 'bruno.petit');
  readonly claire = new Applicant(this, 'claire.durand');
  readonly diane = new Expert(this, 'expert1');
  readonly etienne = new Expert(this, 'expert2');
  readonly fatima = new Expert(this, 'expert3');
  readonly secretariat = new Secretariat(this, 'secretariat');
  readonly committee = new Committee(this, 'committee');
  readonly authority = new Authority(this, 'authority');
  readonly operator = new Operator(this, 'operator');
  /** Mails of earlier test files are none of ours. */
  private readonly since = new Date().toISOString();

  private constructor(readonly space: RunningSpace) {}

  /** @param start in Paris */
  static async open(name: string, start: string): Promise<World> {
    return World.on(await runningSpace(name, { clock: { mode: 'stepped', start: paris(start) } }));
  }

  /** The same on a space that runs already. The first operator is made on the machine, as the command line does; everybody else over HTTP. */
  static async on(space: RunningSpace, { ensurePerson } = people): Promise<World> {
    const world = new World(space);
    await inDatabase(space, (db) => ensurePerson(db, { email: world.operator.email, name: world.operator.name, roles: ['operator'] }));
    await world.operator.signIn();
    for (const account of demoAccounts) {
      const roles = grantedRoles.filter((role) => account.roles.includes(role));
      if (roles.length > 0 && account.sub !== world.operator.account) await world.operator.creates({ email: account.email, name: `${account.givenName} ${account.familyName}`, roles });
    }
    await Promise.all([world.secretariat, world.committee, world.authority, world.diane, world.etienne, world.fatima].map((one) => one.signIn()));
    return world;
  }

  /** Lets time pass until this moment in Paris; everything that comes until then has happened. */
  async goesTo(local: string): Promise<void> {
    await this.operator.movesClock(paris(local));
  }

  async confirms(pole: string, person: string): Promise<void> {
    const { status } = await this.secretariat.post(`/api/poles/${pole}/members/${person}/confirmation`, { reason: 'Arrêté de nomination' });
    // Confirmed for another pole of the structure already; a build from before there were confirmations.
    if (![201, 409, 404].includes(status)) throw new Error(`The representative was not confirmed: ${status}`);
  }

  /** Lets everything happen that is under way: acts, messages, mails. */
  async settles(): Promise<void> {
    const { body } = await this.operator.get('/api/clock');
    await this.operator.movesClock(body.now);
  }

  /** Mails of this world that were caught since it began, oldest first. Other tests may run beside it, with the same people. */
  async caught(to?: string): Promise<CaughtMail[]> {
    const all = await mails({ since: this.since, ...(to === undefined ? {} : { to }) });
    return all.filter(({ from }) => !from.includes('+') || from.includes(`+${this.space.name}@`));
  }

  async close(): Promise<void> {
    await this.space.stop();
  }
}
