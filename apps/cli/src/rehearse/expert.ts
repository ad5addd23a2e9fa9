import { addDays } from '../../../../libs/domain/src/calendar/civil-date.js';
import { key } from './address.js';
import type { Person } from './cast.js';
import { two } from './cast.js';
import { Chance } from './chance.js';
import type { Agent, Decision, Task } from './desk.js';
import { notBefore } from './diary.js';
import { moodOf, type ExpertMood } from './traits.js';
import type { World } from './world.js';

/** What an expert finds in a file, of 100; known by the centre's name. */
export type QualityOf = (poleName: string, expert: number) => number;

/** An expert: answers invitations and scores, late or not at all as the mood of the file has it. */
export class ExpertAgent implements Agent {
  readonly name: string;
  readonly holder: Person;
  readonly oneAtATime = true;
  private readonly moods = new Map<string, ExpertMood>();
  private readonly asked = new Set<string>();

  constructor(private readonly world: World, person: Person, private readonly no: number, private readonly qualityOf: QualityOf) {
    this.name = `expert ${two(no)}`;
    this.holder = person;
  }

  decide(task: Task): Decision {
    const mood = this.moodFor(task);
    return task.status === 'invited' || task.status === 'declared' ? this.answer(task, mood) : this.score(task, mood);
  }

  private moodFor({ subject, pole }: Task): ExpertMood {
    const known = this.moods.get(subject);
    if (known) return known;
    const mood = moodOf(this.world.seed, this.no, Number(pole?.name.slice(0, 2) ?? 0), this.world.today.slice(0, 4));
    this.moods.set(subject, mood);
    return mood;
  }

  private answer({ subject, pole }: Task, mood: ExpertMood): Decision {
    if (mood === 'never-answers') return 'ignore';
    const { api, diary, today } = this.world;
    const appraisal = `/api/appraisals/${key(subject)}`;
    const day = diary.workingDays(today, new Chance(this.world.seed, this.name, 'answers', pole?.name ?? '').int(1, 3));
    const at = diary.at(day);
    if (mood === 'declines') return { at, what: 'declines', act: async () => void (await api.post(this.holder, `${appraisal}/refusal`, { reason: 'Pas disponible.' })) };
    if (mood === 'has-conflict') return { at, what: 'declares a conflict', act: async () => void (await api.post(this.holder, `${appraisal}/declaration`, { conflict: true, conflictKind: 'competitor' })) };
    return {
      at, what: 'accepts', thenLooks: true,
      act: async () => {
        await api.post(this.holder, `${appraisal}/declaration`, { conflict: false });
        await api.post(this.holder, `${appraisal}/undertaking`, {});
        await api.post(this.holder, `${appraisal}/acceptance`);
      },
    };
  }

  private score({ subject, pole, dueOn, acts }: Task, mood: ExpertMood): Decision {
    if (mood === 'never-writes') return 'ignore';
    const { diary, today } = this.world;
    if (acts.includes('recordVisit')) return this.visit(subject);
    const chance = new Chance(this.world.seed, this.name, 'scores', pole?.name ?? '');
    const due = dueOn ?? addDays(today, 21);
    if (mood === 'asks-for-time' && !this.asked.has(subject)) return this.askForTime(subject, addDays(due, 5));
    // Beyond some days an expert counts as gone; a late one is back before that.
    const wished = mood === 'writes-late' ? diary.workingDay(due, chance.int(1, 4)) : diary.workingDay(due, -chance.int(1, 14));
    return { at: diary.at(notBefore(wished, diary.workingDay(today, 1))), what: 'submits scores', act: () => this.submit(subject, pole?.name ?? '', chance) };
  }

  private visit(subject: string): Decision {
    const { api, diary, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, 6)), what: 'visits', thenLooks: true,
      act: async () => void (await api.post(this.holder, `/api/appraisals/${key(subject)}/visit`, { visitedOn: this.world.today, account: 'Atelier en activité.' })),
    };
  }

  private askForTime(subject: string, on: string): Decision {
    const { api, diary, today } = this.world;
    return {
      at: diary.at(diary.workingDay(today, 3)), what: 'asks for time', thenLooks: true,
      act: async () => {
        this.asked.add(subject);
        await api.post(this.holder, `/api/appraisals/${key(subject)}/due-date-proposal`, { on, reason: 'Déplacement imprévu.' });
      },
    };
  }

  private async submit(subject: string, poleName: string, chance: Chance): Promise<void> {
    const { api, scheme } = this.world;
    const { max } = scheme.grid.scale;
    const found = (this.qualityOf(poleName, this.no) / 100) * max;
    const marks = Object.fromEntries(scheme.grid.criteria.map(({ code }) => [code, Math.max(0, Math.min(max, Math.floor(found + chance.real())))]));
    const comments = { overall: 'Avis de l’expert.', ...Object.fromEntries(Object.keys(marks).map((code) => [code, 'Au vu des pièces.'])) };
    await api.post(this.holder, `/api/appraisals/${key(subject)}/scores`, { marks, comments });
  }
}
