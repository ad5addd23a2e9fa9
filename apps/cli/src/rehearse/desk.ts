import type { CivilDate, Instant } from '../../../../libs/domain/src/calendar/types.js';
import type { Holder } from './api.js';
import { later } from './diary.js';
import type { World } from './world.js';

/** One task as `GET /api/me/tasks` tells it. */
export interface Task {
  readonly subject: string;
  readonly kind: string;
  readonly status: string;
  readonly role: string;
  readonly acts: readonly string[];
  readonly pole: { readonly id: string; readonly name: string } | null;
  readonly call: string | null;
  readonly dueOn: CivilDate | null;
  readonly link: string;
}

/** What somebody makes of a task: an act at a moment, nothing at all (until it changes), or another look some days later. */
export type Decision = Planned | 'ignore' | { readonly lookOn: CivilDate };

interface Planned {
  readonly at: Instant;
  readonly what: string;
  readonly act: () => Promise<void>;
  /** Something of their own follows from it, of which no mail tells them. */
  readonly thenLooks?: true;
  /** It rests on what others do at the same moment, or draws a number that they share. */
  readonly alone?: true;
}

/** Somebody who reads their tasks and decides. */
export interface Agent {
  /** Without random ids: moments that fall together come in the order of names. */
  readonly name: string;
  readonly holder: Holder;
  /** Does one thing at a time; an office does many. */
  readonly oneAtATime?: true;
  /** The query of the task list. */
  readonly query?: string;
  decide(task: Task): Decision | Promise<Decision>;
}

/** The minute of a day, from 09:00, at which everybody looks at their tasks. */
const looksAt = 0;
/** An act that is refused again and again is given up, so that a rehearsal ends. */
const PATIENCE = 3;

/** An agent's desk: when they next look at their tasks, what they plan to do, what they leave lying. */
export class Desk {
  private lookAt: Instant | undefined;
  private readonly planned = new Set<string>();
  private readonly left = new Set<string>();
  private readonly tried = new Map<string, number>();

  /** `poles`: those of the agent's scheme; who works for two schemes has a desk for each. */
  constructor(private readonly world: World, readonly agent: Agent, private readonly poles: ReadonlySet<string>) {}

  /** Looks at the tasks in the morning of this day, or of the next working one; an earlier look stands. */
  lookOn(day: CivilDate): void {
    const { diary, schedule, now } = this.world;
    let at = diary.at(diary.workingDay(day, 0), looksAt);
    if (at <= now) at = diary.at(diary.workingDays(day, 1), looksAt);
    if (this.lookAt !== undefined && this.lookAt > now && this.lookAt <= at) return;
    this.lookAt = at;
    schedule.add({ at, name: `${this.agent.name} looks`, looks: true, touches: [this.agent.name], run: () => (this.lookAt === at ? this.look() : Promise.resolve()) });
  }

  private async look(): Promise<void> {
    const { agent, world } = this;
    const tasks = await world.api.all<Task>(agent.holder, `/api/me/tasks${agent.query ?? ''}`);
    for (const task of tasks.filter((one) => this.isOfScheme(one)).sort(byWords)) {
      const key = `${task.subject}/${task.role}`;
      const question = [key, task.status, task.acts.join(), task.dueOn].join('/');
      if (this.planned.has(key) || this.left.has(question)) continue;
      const decision = await agent.decide(task);
      if (decision === 'ignore') this.left.add(question);
      else if ('lookOn' in decision) this.lookOn(decision.lookOn);
      else this.plan(key, decision, task.pole?.name);
    }
  }

  private isOfScheme({ pole, subject }: Task): boolean {
    return pole ? this.poles.has(pole.id) : this.world.own.has(subject);
  }

  private plan(key: string, { at, what, act, thenLooks, alone }: Planned, pole: string | undefined): void {
    const { agent, world } = this;
    const attempt = `${key}/${what}`;
    const times = (this.tried.get(attempt) ?? 0) + 1;
    if (times > PATIENCE) return;
    this.planned.add(key);
    world.plan(at, `${agent.name} ${what}`, async () => {
      this.planned.delete(key);
      this.tried.set(attempt, times);
      await act();
      this.tried.delete(attempt);
      if (thenLooks) this.lookSoon();
    }, alone || pole === undefined ? undefined : [pole, ...(agent.oneAtATime ? [agent.name] : [])]);
  }

  private lookSoon(): void {
    const at = later(this.world.now, 60_000);
    this.lookAt = at;
    this.world.schedule.add({ at, name: `${this.agent.name} looks`, looks: true, touches: [this.agent.name], run: () => this.look() });
  }
}

/** By date and words: subjects are named by random ids, which must not decide who comes first. */
function byWords(a: Task, b: Task): number {
  const words = (t: Task): string => [t.dueOn ?? '9', t.kind, t.pole?.name ?? '', t.role, t.status, t.acts.join()].join('/');
  return words(a) < words(b) ? -1 : words(a) > words(b) ? 1 : 0;
}
