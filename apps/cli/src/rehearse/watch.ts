import type { Centre } from './cast.js';
import { Chance } from './chance.js';
import type { Office } from './office.js';
import type { World } from './world.js';

/** A file as its centre reads it. */
interface OwnFile {
  readonly status: string;
  readonly allowedActions: readonly string[];
}

/** Looks at a file, each some weeks after the one before, before it is left alone. */
const PATIENCE = 14;

const decided: readonly string[] = ['awarded', 'conditionally_awarded', 'refused', 'inadmissible'];
const ended: readonly string[] = ['withdrawn', 'closed_without_action', 'awarded'];
/** Centres that contest a decision that goes against them. */
const contests: readonly string[] = ['contests', 'contests-in-vain', 'ineligible'];

/** A centre looks after its file: opens the decision, contests it, asks for reasons when silence has rejected it. No task asks for any of that. */
export class Watch {
  /** It has opened its decision, and done about it what it will. */
  private noted = false;

  constructor(private readonly world: World, private readonly name: string, private readonly centre: Centre, private readonly office: Office) {}

  over(application: string, looks = 0): void {
    const { diary, schedule, today } = this.world;
    if (looks === PATIENCE) return;
    const at = diary.at(diary.workingDay(today, 25), 0);
    schedule.add({ at, name: `${this.name} looks at its file`, looks: true, touches: [this.name], run: () => this.look(application, looks) });
  }

  private async look(application: string, looks: number): Promise<void> {
    const { status, allowedActions } = await this.world.api.get<OwnFile>(this.centre.person, `/api/applications/${application}`);
    if (decided.includes(status) && !this.noted) return this.takeNote(application, status);
    if (allowedActions.includes('requestReasons') && new Chance(this.world.seed, this.name, 'asks for reasons').happens(0.3)) {
      this.soon('asks for reasons', () => this.post(`/api/applications/${application}/reasons-requests`, {}));
    }
    if (!ended.includes(status)) this.over(application, looks + 1);
  }

  private takeNote(application: string, status: string): void {
    this.noted = true;
    if (status !== 'inadmissible') this.soon('opens the decision', async () => void (await this.world.api.get(this.centre.person, `/api/applications/${application}/decision`)));
    if (status === 'conditionally_awarded') this.office.recordsCondition(this.centre, application);
    const against = status === 'refused' || status === 'inadmissible';
    if (!against || !contests.includes(this.centre.traits.destiny)) return;
    const grounds = 'Le dossier répond aux exigences du cahier des charges, comme le montrent les pièces jointes.';
    this.soon('contests the decision', () => this.post(`/api/applications/${application}/appeals`, { grounds }), 6);
    // Reopened, the file goes on.
    this.over(application, PATIENCE - 6);
  }

  private soon(what: string, act: () => Promise<void>, days = 1): void {
    const { diary, today } = this.world;
    this.world.plan(diary.at(diary.workingDay(today, days)), `${this.name} ${what}`, act, [this.centre.name]);
  }

  private async post(path: string, body: object): Promise<void> {
    await this.world.api.post(this.centre.person, path, body);
  }
}
