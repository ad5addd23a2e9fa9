import { lastInstantOf } from '../calendar/instants.js';
import type { CivilCalendar, CivilDate, Instant } from '../calendar/types.js';
import type { Act, ActSource, ContentRef, Facts } from './act.js';
import { armDeadline } from './arm.js';
import { decide } from './decide.js';
import { deadlineAct, deadlineId, isArmed, type Deadline } from './deadline.js';
import { isRefusal, type Decision, type Message, type Notice, type Refusal } from './decision.js';
import { type Entry, momentOf } from './entry.js';
import { apply, blank } from './fold.js';
import type { Procedure, Standing } from './procedure.js';
import type { By } from './role.js';

/** An act as a test writes it: on a civil date, at noon unless `at` says otherwise. */
export interface PlayedAct {
  readonly name: string;
  readonly by: By;
  readonly on: CivilDate;
  readonly at?: Instant;
  readonly facts?: Facts;
  /** Who acts; the role's own name otherwise. */
  readonly actor?: string;
  /** True gives the act some content. */
  readonly content?: ContentRef | true;
}

/** What came of a play: the file as it stands, its journal, and all that was told, in order. */
export interface Play<S extends string, D> {
  readonly file: Standing<S, D>;
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  readonly messages: readonly Message[];
  /** One an act, in order. */
  readonly verdicts: readonly (Decision | Refusal)[];
}

export interface PlayOptions {
  readonly subject?: string;
  readonly calendar?: CivilCalendar;
  /** Deadlines go on coming until this date is over, after the last act. */
  readonly until?: CivilDate;
}

const ordinaryDays: CivilCalendar = { zone: 'Europe/Paris', holidays: { country: 'FR' }, closedPeriods: [] };

/** Gives a procedure acts in their order, as its workflow and its record would: deadlines that come before an act go first. */
export function play<S extends string, D, T>(procedure: Procedure<S, D, T>, terms: T, acts: readonly PlayedAct[], options: PlayOptions = {}): Play<S, D> {
  const player = new Player(procedure, terms, options);
  const verdicts = acts.map((act) => player.take(act));
  if (options.until) player.passTimeUntil(lastInstantOf(options.until, player.calendar.zone));
  const { file, entries, notices, messages } = player;
  return { file, entries, notices, messages, verdicts };
}

/** A play that goes on one act at a time, for tests that look in between. */
export class Player<S extends string, D, T> {
  file: Standing<S, D>;
  readonly entries: Entry[] = [];
  readonly notices: Notice[] = [];
  readonly messages: Message[] = [];
  readonly calendar: CivilCalendar;

  constructor(private readonly procedure: Procedure<S, D, T>, private readonly terms: T, options: PlayOptions = {}) {
    this.calendar = options.calendar ?? ordinaryDays;
    this.file = blank(procedure, options.subject ?? `${procedure.kind}/00000000-0000-4000-8000-000000000001`);
  }

  take(played: PlayedAct): Decision | Refusal {
    const at = played.at ?? `${played.on}T11:00:00.000Z`;
    this.passTimeUntil(at);
    return this.decideAndRecord({
      name: played.name, by: played.by, on: played.on, at, source: this.sourceOf(played), facts: played.facts ?? {},
      ...(played.content ? { content: played.content === true ? { id: `content-${this.file.seq}`, hash: 'hash' } : played.content } : {}),
    });
  }

  /** Lets every deadline come that fires up to `instant`. */
  passTimeUntil(instant: Instant): void {
    for (let due = this.next(); due && due.firesAt <= instant; due = this.next()) {
      const act: Act = { name: deadlineAct(due), by: 'clock', at: due.at, on: due.on, source: { deadline: deadlineId(due) }, facts: {} };
      const verdict = this.decideAndRecord(act);
      if (isRefusal(verdict)) throw new RangeError(`The clock was refused: ${act.name} in ${this.file.status}: ${verdict.refused.code}`);
    }
  }

  private next(): Deadline | undefined {
    return this.file.deadlines.find(isArmed);
  }

  private sourceOf({ by, name, actor }: PlayedAct): ActSource {
    const id = `${name}-${this.entries.length}`;
    return by === 'procedure' ? { message: id } : by === 'clock' ? { deadline: id } : { command: id, actor: actor ?? by };
  }

  private decideAndRecord(act: Act): Decision | Refusal {
    const verdict = decide(this.procedure, this.file, act, this.terms);
    if (isRefusal(verdict)) return verdict;
    for (const draft of verdict.entries) {
      const { type, content, disarm = [] } = draft;
      const drawn: Facts = draft.draw ? { [draft.draw.as]: `${draft.draw.prefix}${this.entries.length + 1}` } : {};
      const entry: Entry = {
        seq: this.file.seq + 1, type, ...momentOf(draft, act, this.calendar.zone), act: act.name, by: act.by, source: act.source,
        facts: { ...draft.facts, ...drawn }, ...(content ? { content } : {}),
        armed: (draft.arm ?? []).flatMap((spec) => armDeadline(spec, this.calendar, act.at)), disarmed: disarm,
      };
      this.file = apply(this.procedure, this.file, entry);
      this.entries.push(entry);
    }
    this.notices.push(...(verdict.notices ?? []));
    this.messages.push(...(verdict.messages ?? []));
    return verdict;
  }
}

/** What is wrong with a procedure's data, as sentences; an empty list when it holds together. */
export function faultsOf<S extends string, D, T>(procedure: Procedure<S, D, T>, clockActs: Iterable<string> = []): string[] {
  const { transitions, deadlines, rules } = procedure;
  const takes = (act: string, status: S) => transitions.some((t) => t.act === act && t.by.includes('clock') && t.from.includes(status));
  const missing = [...Object.keys(deadlines), ...clockActs].flatMap((act) => {
    const during = deadlines[act.split('.')[0] ?? '']?.during ?? [];
    return during.filter((status) => !takes(act, status)).map((status) => `${act} may come in ${status}, and no row takes it`);
  });
  const acts = new Set(transitions.map((t) => t.act));
  return [
    ...missing,
    ...[...acts].filter((act) => !rules[act]).map((act) => `${act} has rows and no rule`),
    ...Object.keys(rules).filter((act) => !acts.has(act)).map((act) => `${act} has a rule and no row`),
    ...ambiguous(transitions),
  ];
}

/** The fold finds a row by act, entry and status: two such rows would hide each other. */
function ambiguous(transitions: Procedure['transitions']): string[] {
  const keys = transitions.flatMap((t) => t.from.map((status) => `${t.act} → ${t.entry} from ${status}`));
  return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key} stands twice`);
}

/** The rows `act → entry` of the table that none of these plays brought about; a phase's spec asks for an empty list. */
export function rowsNeverTaken<S extends string, D, T>(procedure: Procedure<S, D, T>, plays: readonly Pick<Play<S, D>, 'entries'>[]): string[] {
  const taken = new Set(plays.flatMap((p) => p.entries.map((e) => `${e.act} → ${e.type}`)));
  return [...new Set(procedure.transitions.map((t) => `${t.act} → ${t.entry}`))].filter((row) => !taken.has(row));
}
