import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { partOf } from '../../../../libs/domain/src/scheme/part.js';
import { key } from './address.js';
import type { Centre } from './cast.js';
import { Chance } from './chance.js';
import type { Decision, Task } from './desk.js';
import { notBefore } from './diary.js';
import { firmList } from './firms.js';
import { ibanOf, otherSiteOf } from './identifiers.js';
import type { World } from './world.js';

interface Period {
  readonly n: number;
  readonly financial: { readonly state: string } | null;
}

/** A centre that holds a label: gives its bank details, has its firms surveyed, accounts for the money, answers a notice. */
export class Holder {
  constructor(private readonly world: World, private readonly centre: Centre) {}

  bank({ subject }: Task): Decision {
    const { api } = this.world;
    const financing = `/api/financings/${key(subject)}`;
    return this.in(this.chance('bank').int(2, 15), 'gives its bank details', async () => {
      const { id } = await api.upload<{ id: string }>(this.centre.person, `${financing}/bank-documents`, 'rib');
      await api.post(this.centre.person, `${financing}/bank-details`, { iban: ibanOf(this.centre.no), holder: this.centre.name, document: id });
    });
  }

  /** The firms of the year are listed and asked; some centres ask them themselves. */
  survey({ subject, dueOn }: Task): Decision {
    const { destiny, later } = this.centre.traits;
    if (destiny === 'silent-reporter') return 'ignore';
    const { api, diary, today } = this.world;
    const survey = `/api/surveys/${key(subject)}`;
    const before = addDays(dueOn ?? today, -this.chance('survey', today.slice(0, 4)).int(20, 60));
    const at = diary.at(notBefore(diary.workingDay(before, 0), diary.workingDay(today, 1)));
    if (later === 'own-survey') {
      const own = { sent: 40, answered: 22, score: 410, outOf: 5, questions: 'Êtes-vous satisfait de l’accompagnement, de 0 à 5 ?', method: 'Par téléphone.' };
      return { at, what: 'declares its own survey', act: async () => void (await api.post(this.centre.person, `${survey}/own-surveys`, own)) };
    }
    return {
      at, what: 'has its firms surveyed',
      act: async () => {
        const { csv, firms } = firmList(this.centre, this.centre.person.email.slice(this.centre.person.email.indexOf('@') + 1));
        await api.send(this.centre.person, `${survey}/firm-imports?apply=true`, 'entreprises.csv', csv, 'text/csv');
        await api.post(this.centre.person, `${survey}/launches`, { firms });
      },
    };
  }

  /** The accounts of a year, some weeks after they are asked for. */
  accounts(task: Task): Decision {
    if (this.centre.traits.destiny === 'silent-reporter') return 'ignore';
    const monitoring = `/api/monitorings/${key(task.subject)}`;
    return this.in(this.chance('accounts', this.world.today.slice(0, 4)).int(15, 70), 'accounts for the money', async () => {
      const { api, scheme } = this.world;
      const { periods } = await api.get<{ periods: Period[] }>(this.centre.person, monitoring);
      const period = periods.find(({ financial }) => financial?.state === 'awaited' || financial?.state === 'returned')?.n;
      const [cost] = partOf(scheme, 'financing').eligibleCosts;
      const spent = this.chance('spent', period ?? 0).int(42_000, 70_000) * 100;
      await api.post(this.centre.person, `${monitoring}/financial-reports`, { period, spending: [{ cost: cost?.code ?? '', spent }] });
    });
  }

  signsAmendment({ subject }: Task): Decision {
    return this.in(6, 'signs an amendment', () => this.world.api.post(this.centre.person, `/api/labels/${key(subject)}/amendments/1/signature`, { capacity: 'Directrice' }));
  }

  observes({ subject }: Task): Decision {
    if (this.centre.traits.later !== 'suspended') return 'ignore';
    return this.in(12, 'answers a notice', () => this.world.api.post(this.centre.person, `/api/labels/${key(subject)}/observations`, { text: 'Le rapport sera remis avant la fin du trimestre.' }));
  }

  /** What the centre itself asks for in the life of its label, which began on this day. */
  plans(label: string, startsOn: CivilDate): void {
    const { traits } = this.centre;
    const ask = (days: number, what: string, body: object): void => this.on(addDays(startsOn, days), what, () => this.world.api.post(this.centre.person, `/api/labels/${label}/changes`, { why: 'Décision de l’assemblée générale.', ...body }));
    const soon = (days: number): CivilDate => addDays(startsOn, days + 40);
    if (traits.later === 'renames') ask(200, 'asks for a new name', { what: 'rename', name: `${this.centre.name} et du design`, effectiveOn: soon(200) });
    if (traits.later === 'moves') ask(260, 'moves', { what: 'move', siret: otherSiteOf(this.centre.siret), effectiveOn: soon(260) });
    if (traits.later === 'closes') ask(500, 'closes', { what: 'closure', effectiveOn: soon(500) });
    if (traits.later === 'renounces') this.on(addDays(startsOn, 430), 'gives its label up', () => this.world.api.post(this.centre.person, `/api/labels/${label}/renunciations`, { reason: 'Le pôle change de métier.' }));
  }

  private chance(...about: (string | number)[]): Chance {
    return new Chance(this.world.seed, this.centre.name, ...about);
  }

  private in(days: number, what: string, act: () => Promise<unknown>): Decision {
    const { diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, days)), what, act: async () => void (await act()) };
  }

  private on(day: CivilDate, what: string, act: () => Promise<unknown>): void {
    const { diary } = this.world;
    this.world.plan(diary.at(diary.workingDay(day, 0)), `${this.centre.name} ${what}`, async () => void (await act()), [this.centre.name]);
  }
}
