import type { CivilDate } from '../calendar/types.js';
import type { Act, Facts } from './act.js';
import type { Deadline } from './deadline.js';
import type { Audience, Notice, Verdict } from './decision.js';
import type { Entry } from './entry.js';
import type { By, Role } from './role.js';
import type { SubjectKind } from './subject.js';

/** One row of a procedure's only table of transitions: this act, by these, from these statuses, may bring this entry, which leads there. */
export interface Transition<Status extends string = string> {
  readonly act: string;
  readonly by: readonly By[];
  readonly from: readonly Status[];
  readonly entry: string;
  /** `same`: the entry leaves the status as it is. */
  readonly to: Status | 'same';
  /** Taken only if its day of effect lies before what time has brought since; the rule says until when. Nobody is offered it. */
  readonly inTime?: true;
}

/** What everybody is told of a kind of deadline: who must act, who may move it, while it holds, and what happens if nobody acts. */
export interface DeadlineKind<Status extends string = string, Data = unknown> {
  readonly actor: By;
  /** Who may move it, with a reason; nobody when empty (a legal period). */
  readonly movableBy: readonly Role[];
  /** Leaving these statuses ends the deadline and its marks. */
  readonly during: readonly Status[];
  /** Code of the sentence that says what happens if nobody acts, e.g. `inadmissible`. */
  readonly otherwise: string;
  /** Whether it stands on the eve of what it brings: people are told the day after, which begins so. */
  readonly begins?: (data: Data) => boolean;
  /** Time that somebody was given: it may be made longer, never shorter. */
  readonly onlyLater?: true;
  /** The date to arm when it is moved, where several dates share one deadline; `to` itself when left out. */
  readonly movedTo?: (file: Standing<Status, Data>, from: CivilDate, to: CivilDate) => CivilDate;
  /** What its marks named `reminder` tell, to whom; `deadline` is the reminder, `due` the date that it reminds of. */
  readonly remind?: (file: Standing<Status, Data>, deadline: Deadline, due: CivilDate) => readonly Notice[];
}

/** Where a subject stands: the fold of its journal, and nothing else. */
export interface Standing<Status extends string = string, Data = unknown> {
  readonly subject: string;
  /** The number of entries recorded. */
  readonly seq: number;
  readonly status: Status;
  /** What is armed, in the order in which it will come. */
  readonly deadlines: readonly Deadline[];
  readonly data: Data;
}

/** Decides one act on a copy: no clock, no chance, no effect. */
export type Rule<Status extends string, Data, Terms> = (file: Standing<Status, Data>, act: Act, terms: Terms) => Verdict;

/** A procedure as data and pure rules: what its workflow, its record, its pages and its tests all read. */
export interface Procedure<Status extends string = string, Data = unknown, Terms = unknown> {
  readonly kind: SubjectKind;
  /** Increased when the shape of Data changes; a carried standing of an older version is migrated by folding the journal again. */
  readonly version: number;
  readonly initial: { readonly status: Status; readonly data: Data };
  readonly transitions: readonly Transition<Status>[];
  /** Statuses from which nothing more is expected: the workflow ends there once no deadline is armed. */
  readonly ended: readonly Status[];
  readonly deadlines: { readonly [kind: string]: DeadlineKind<Status, Data> };
  readonly rules: { readonly [act: string]: Rule<Status, Data, Terms> };
  /** Folds one entry into the data; status and deadlines are folded by `apply`. */
  readonly evolve: (data: Data, entry: Entry) => Data;
  /** Refusals, by code, of which somebody is written: nothing changed, but the attempt is kept. */
  readonly refusals?: { readonly [code: string]: (subject: string, attempt: Attempt) => readonly Notice[] };
  /** Who is told when a deadline is moved. */
  readonly concerned: (file: Standing<Status, Data>, kind: string) => readonly Audience[];
  /** Links that lists filter by, read from the data. */
  readonly links: (data: Data) => Links;
}

/** A person's act that was refused. */
export interface Attempt {
  /** The command's id: each attempt is told once. */
  readonly id: string;
  readonly facts: Facts;
  readonly on: CivilDate;
  /** What the refusal says. */
  readonly params: Facts;
}

/** The columns of the read model that lists filter and rights are checked by. */
export interface Links {
  readonly call?: string;
  readonly pole?: string;
  /** The subject this one hangs on: an appraisal's application, a monitoring's label. */
  readonly parent?: string;
  /** The person whose task this is, when it is one person's: an appraisal's expert. */
  readonly assignee?: string;
}
