import { addDays, parseDate } from '../../../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../../../libs/domain/src/calendar/types.js';
import { key } from './address.js';
import type { Cast, Person } from './cast.js';
import { Chance } from './chance.js';
import type { Decision, Task } from './desk.js';
import type { CentreTraits } from './traits.js';
import type { World } from './world.js';

interface CalledMember {
  readonly id: string;
  readonly name: string;
  readonly chair: boolean;
  readonly voting: boolean;
  readonly themes: readonly string[] | null;
  readonly presence: string | null;
  readonly proxyTo: string | null;
}

interface AgendaFile {
  readonly application: string;
  readonly pole: { readonly name: string };
  readonly themes: readonly string[];
  readonly awardable: boolean;
  readonly recused: readonly { readonly id: string }[];
  readonly result: object | null;
}

interface Session {
  readonly id: string;
  readonly status: string;
  readonly data: { readonly on: CivilDate; readonly reconvened: boolean };
  readonly members: readonly CalledMember[];
  readonly files: readonly AgendaFile[];
}

/** Sessions are held on Thursdays, at ten; what is nearer than this waits for the next one. */
const thursday = 4;
const days = 8;
const time = '10:00';
const reasons = 'Les actions engagées et le programme ne répondent pas aux critères du cahier des charges.';

/** The sessions of the committee, as the secretariat holds them: members come, give proxies, leave the room, vote. */
export class Sessions {
  /** Sessions that are called and take files, by their day. */
  private readonly called = new Map<CivilDate, string>();
  /** Files that the committee has put off once. */
  private readonly deferred = new Set<string>();

  constructor(private readonly world: World, private readonly cast: Cast, private readonly traitsOf: (pole: string) => CentreTraits | undefined) {}

  /** Puts a file that waits for the committee on the agenda of the next session, which is called when there is none. */
  take(task: Task): Decision {
    const { api, diary, scheme, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, 1)), what: 'puts a file on the agenda', alone: true,
      act: async () => {
        const on = this.nextSession();
        const files = [key(task.subject)];
        const session = this.called.get(on);
        if (session) return void (await api.post(this.cast.secretariat, `/api/sessions/${session}/agenda`, { files }));
        const { id } = await api.post<{ id: string }>(this.cast.secretariat, '/api/sessions', { scheme: scheme.code, on, time, place: 'Salle Colbert', remoteAddress: 'https://visio.example.org/comite', files });
        this.called.set(on, id);
        this.world.own.add(`session/${id}`);
      },
    };
  }

  /** What the secretariat does with a session that it has called. */
  hold(task: Task): Decision {
    const { diary, today } = this.world;
    const path = `/api/sessions/${key(task.subject)}`;
    switch (task.status) {
      case 'convened':
      case 'reconvened':
        return { at: diary.at(task.dueOn ?? today), what: 'holds a session', act: () => this.sit(path) };
      case 'inquorate':
        return this.post('calls the committee again', `${path}/reconvenings`, { on: this.nextThursday(addDays(today, days)), time, place: 'Salle Colbert' });
      case 'deliberated':
        return this.post('circulates the minutes', `${path}/minutes/circulations`, {}, 3);
      default:
        return 'ignore';
    }
  }

  private nextSession(): CivilDate {
    return this.nextThursday(addDays(this.world.today, days));
  }

  private nextThursday(from: CivilDate): CivilDate {
    let on = from;
    while (parseDate(on).dayOfWeek !== thursday || this.world.diary.workingDay(on, 0) !== on) on = addDays(on, 1);
    return on;
  }

  private post(what: string, path: string, body: object, inDays = 1): Decision {
    const { api, diary, today } = this.world;
    return { at: diary.at(diary.workingDay(today, inDays)), what, act: async () => void (await api.post(this.cast.secretariat, path, body)) };
  }

  private async sit(path: string): Promise<void> {
    const { api } = this.world;
    const { secretariat } = this.cast;
    let session = await api.get<Session>(secretariat, path);
    this.called.delete(session.data.on);
    await this.come(path, session);
    await api.post(secretariat, `${path}/openings`, {});
    session = await api.get<Session>(secretariat, path);
    if (session.status !== 'quorate') return;
    const sheet = await this.sheetFor(session);
    for (const file of session.files) if (file.result === null) await this.deal(path, session, file, sheet);
    await this.rank(path);
    await api.post(secretariat, `${path}/closings`, {});
  }

  /** Some are there, some join from afar, one is excused and votes through the chair; now and then hardly anybody comes. */
  private async come(path: string, { data, members }: Session): Promise<void> {
    const { api, seed } = this.world;
    const nobodyComes = !data.reconvened && new Chance(seed, 'session', data.on).happens(0.2);
    const presences = members.map(({ id, name, chair }) => {
      const chance = new Chance(seed, 'session', data.on, name);
      return { member: id, how: chair ? 'on-site' : nobodyComes ? 'absent' : chance.happens(0.6) ? 'on-site' : chance.happens(0.6) ? 'remote' : 'excused' };
    });
    await api.post(this.cast.secretariat, `${path}/presences`, { presences });
    const excused = presences.find(({ how }) => how === 'excused');
    const chair = members.find((member) => member.chair);
    if (excused && chair) await api.post(this.personOf(excused.member), `${path}/proxies`, { to: chair.id });
  }

  /** Where the scheme ranks under a number of labels, there is one less than files worth one. */
  private async rank(path: string): Promise<void> {
    const { api, scheme } = this.world;
    if (!scheme.committee?.rankingUnderBudget) return;
    const { files } = await api.get<Session>(this.cast.secretariat, path);
    const worthy = files.filter(({ result }) => result !== null && ['award', 'conditional-award', 'reserve'].includes((result as { outcome: string }).outcome));
    if (worthy.length > 1) await api.post(this.cast.secretariat, `${path}/rankings`, { places: worthy.length - 1, order: worthy.map(({ application }) => application) });
  }

  /** The signed sheet of a session that votes by show of hands; some sessions vote from afar, each member for themselves. */
  private async sheetFor({ data, files: [first] }: Session): Promise<string | undefined> {
    const fromAfar = new Chance(this.world.seed, 'session', data.on, 'votes from afar').happens(0.3);
    if (fromAfar || this.world.scheme.committee?.secretVote || !first) return undefined;
    return (await this.world.api.upload<{ id: string }>(this.cast.secretariat, `/api/applications/${first.application}/scans`, 'feuille-de-vote')).id;
  }

  private async deal(path: string, session: Session, file: AgendaFile, sheet: string | undefined): Promise<void> {
    const { api, scheme } = this.world;
    const { secretariat } = this.cast;
    const { application } = file;
    const centre = this.traitsOf(file.pole.name);
    if (centre?.destiny === 'divides' && !this.deferred.has(application)) {
      this.deferred.add(application);
      return void (await api.post(secretariat, `${path}/deferrals`, { application, reason: 'Le comité entendra le candidat.' }));
    }
    const conditional = centre?.destiny === 'conditional' && scheme.decision.conditional;
    const outcome = !file.awardable ? 'refuse' : conditional ? 'conditional-award' : 'award';
    const votes = sitting(session, file).map(({ id, name, chair, presence, proxyTo }) => {
      const chance = new Chance(this.world.seed, 'vote', session.data.on, file.pole.name, name);
      const castBy = presence === 'on-site' || presence === 'remote' ? id : (proxyTo ?? id);
      return { member: id, castBy, vote: chair || chance.happens(0.85) ? 'for' : chance.happens(0.5) ? 'against' : 'abstain' };
    });
    const asked = { application, outcome, ...(outcome === 'refuse' ? { reasons } : {}), ...(outcome === 'conditional-award' ? { conditions: [conditionFrom(this.world.today)] } : {}) };
    if (sheet !== undefined) return void (await api.post(secretariat, `${path}/votes`, { ...asked, votes: votes.map(({ member, vote }) => ({ member, vote })), sheet }));
    if (scheme.committee?.secretVote) return void (await api.post(secretariat, `${path}/votes`, { ...asked, tally: tallyOf(votes) }));
    await api.post(secretariat, `${path}/questions`, asked);
    for (const { member, vote, castBy } of votes) await api.post(this.personOf(castBy), `${path}/ballots`, { application, vote, ...(castBy === member ? {} : { member }) });
    await api.post(secretariat, `${path}/votes`, { application });
  }

  private personOf(id: string): Person {
    const person = this.cast.members.find((one) => one.id === id);
    if (!person) throw new Error(`Nobody of the cast is the committee member ${id}.`);
    return person;
  }
}

/** What a centre has to do to keep a label that is awarded under a condition. */
export function conditionFrom(today: CivilDate): { dueOn: CivilDate; text: string } {
  return { dueOn: addDays(today, 200), text: 'Recruter un conseiller à temps plein.' };
}

function tallyOf(votes: readonly { vote: string }[]): Record<string, number> {
  return Object.fromEntries(['for', 'against', 'abstain'].map((choice) => [choice, votes.filter(({ vote }) => vote === choice).length]));
}

/** Who votes on a file: those who are there or represented by somebody who is, and have a part in it. */
function sitting({ members }: Session, file: AgendaFile): CalledMember[] {
  const entitled = members.filter((m) => m.voting && (m.themes === null || m.themes.some((theme) => file.themes.includes(theme))) && !file.recused.some(({ id }) => id === m.id));
  const there = entitled.filter(({ presence }) => presence === 'on-site' || presence === 'remote');
  return entitled.filter((m) => there.includes(m) || there.some(({ id }) => id === m.proxyTo));
}
