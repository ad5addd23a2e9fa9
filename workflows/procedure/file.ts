import {
  allHandlersFinished, ApplicationFailure, condition, continueAsNew, defineQuery, defineSignal, defineUpdate, setCurrentDetails, setHandler, workflowInfo,
} from '@temporalio/workflow';
import type { Act } from '../../libs/domain/src/procedure/act.js';
import { deadlineAct, deadlineId, isArmed, type Deadline } from '../../libs/domain/src/procedure/deadline.js';
import { decide, rowsFor } from '../../libs/domain/src/procedure/decide.js';
import { isRefusal } from '../../libs/domain/src/procedure/decision.js';
import { apply, asOfNow, blank } from '../../libs/domain/src/procedure/fold.js';
import type { Procedure, Standing } from '../../libs/domain/src/procedure/procedure.js';
import type { Outcome, RefusedOutcome } from '../../libs/domain/src/procedure/record.js';
import { record, refuseMessage } from '../activities.js';
import { queries, signals, updates, type FileStart, type Tick } from './procedure.messages.js';
import { Waiting } from './wait.js';

/** An act that waits for its turn; a command's sender waits for the answer. */
interface Queued {
  readonly act: Act;
  answer?: Outcome;
}

/**
 * A subject's file, open in its workflow. Acts are only queued by the handlers; the story takes one act or one due deadline
 * at a time: decides it on a copy with a pure rule, records it, folds what was recorded, answers. Nothing interleaves.
 */
export class File<S extends string, D, T> {
  private standing: Standing<S, D>;
  private readonly queue: Queued[] = [];
  private readonly waiting: Waiting;
  private readonly terms: T;
  /** From an act's taking to its answer. */
  private busy = false;
  private asked = false;
  /** This run was started on a file that had ended, for an act that its table still takes. */
  private readonly begunAgain: boolean;

  constructor(private readonly procedure: Procedure<S, D, T>, private readonly start: FileStart) {
    this.standing = start.standing ? asOfNow(procedure, start.standing as Standing<S, D>) : blank(procedure, start.subject);
    this.terms = start.terms as T;
    this.waiting = new Waiting(start.clock);
    for (const act of start.inbox ?? []) this.queue.push({ act });
    this.begunAgain = this.isOver();
    this.listen();
  }

  get status(): S {
    return this.standing.status;
  }

  get data(): D {
    return this.standing.data;
  }

  is(...statuses: S[]): boolean {
    return statuses.includes(this.standing.status);
  }

  /**
   * Takes the act that opens the file. False when it was refused and nothing else waits: nothing has begun, and the workflow ends,
   * because an Update-with-Start starts a workflow for an act that is then refused too.
   */
  async begins(): Promise<boolean> {
    while (this.standing.seq === 0) {
      await this.takeOne();
      if (this.standing.seq > 0 || this.queue.length > 0) continue;
      await condition(() => this.queue.length > 0 || allHandlersFinished());
      if (this.queue.length === 0) return false;
    }
    return true;
  }

  /** Takes the acts and deadlines of a phase, in their order, until the file's status leaves it. A phase already left passes at once. */
  async during(...phase: S[]): Promise<void> {
    while (this.is(...phase)) await this.takeOne();
  }

  /**
   * Takes what still comes (moved dates, appeals' limits) until the status is an ended one and no deadline is armed. What arrives in
   * the last moment gets its answer before the workflow closes; what it reopens goes on.
   */
  async untilEnded(): Promise<void> {
    if (this.begunAgain) await this.actThatBeginsAgain();
    do {
      while (!this.isOver() || this.queue.length > 0) await this.takeOne();
      await condition(() => this.queue.length > 0 || allHandlersFinished());
    } while (this.queue.length > 0);
  }

  /** Begun again after its end, the file waits for the act that this was done for: it comes with the start. Refused, the file has ended once more. */
  private async actThatBeginsAgain(): Promise<void> {
    await condition(() => this.queue.length > 0, '1 minute');
  }

  private isOver(): boolean {
    return this.is(...this.procedure.ended) && this.nextDeadline() === undefined;
  }

  /** Continues as a new run when the queue is empty: a yearly milestone, and whenever the history suggests it. */
  async turnPage(): Promise<void> {
    // A tick's handler ends only when what is due has been taken: that goes first, like acts.
    await condition(() => this.queue.length > 0 || this.dueDeadline() !== undefined || allHandlersFinished());
    if (this.dueDeadline() || this.queue.some((q) => 'command' in q.act.source)) return;
    await continueAsNew<(start: FileStart) => Promise<void>>({ ...this.start, standing: this.standing as Standing, inbox: this.queue.map((q) => q.act) });
  }

  private listen(): void {
    setHandler(defineUpdate<Outcome, [Act]>(updates.act), (act) => this.answerTo(act), { validator: (act) => this.filter(act) });
    setHandler(defineUpdate<string, [Tick]>(updates.tick), (tick) => this.onTick(tick), { validator: (tick: Tick) => this.refuseTickUnlessStepped(tick) });
    setHandler(defineSignal<[Act]>(signals.message), (act) => {
      const known = this.queue.some((q) => sameSource(q.act, act));
      if (!known) this.queue.push({ act });
    });
    setHandler(defineSignal(signals.renew), () => { this.asked = true; });
    setHandler(defineQuery<Standing>(queries.standing), () => this.standing as Standing);
  }

  private async answerTo(act: Act): Promise<Outcome> {
    const queued: Queued = { act };
    this.queue.push(queued);
    await condition(() => queued.answer !== undefined);
    return queued.answer as Outcome;
  }

  /** A first filter without a trace in history. It judges only a file at rest: an act before it in the queue may change the status. */
  private filter(act: Act): void {
    // A file that has not begun takes its act, so that a refusal ends the workflow.
    if (this.standing.seq === 0) return;
    if (this.busy || this.queue.length > 0 || act.name === 'moveDeadline') return;
    if (rowsFor(this.procedure, this.standing.status, act).length > 0) return;
    const verdict = decide(this.procedure, this.standing as Standing<S, D>, act, this.terms);
    if (isRefusal(verdict)) throw ApplicationFailure.nonRetryable(verdict.refused.code, 'Refused', { ...verdict.refused });
  }

  private refuseTickUnlessStepped({ instant }: Tick): void {
    if (this.start.clock.mode !== 'stepped') throw ApplicationFailure.nonRetryable(`Only a stepped clock ticks (to ${instant})`, 'NotStepped');
  }

  /** Answers with the status once everything that `instant` brings has been taken. */
  private async onTick({ instant }: Tick): Promise<string> {
    this.waiting.reach(instant);
    await condition(() => !this.busy && this.queue.length === 0 && !this.dueDeadline());
    return this.standing.status;
  }

  private nextDeadline(): Deadline | undefined {
    return this.standing.deadlines.find(isArmed);
  }

  private dueDeadline(): Deadline | undefined {
    const next = this.nextDeadline();
    return next && this.waiting.hasCome(next.firesAt) ? next : undefined;
  }

  private async takeOne(): Promise<void> {
    if (this.queue.length === 0 && (this.asked || workflowInfo().continueAsNewSuggested)) await this.turnPage();
    await this.waiting.until(this.nextDeadline()?.firesAt, () => this.queue.length > 0 || this.asked);
    const turn = this.whoseTurn();
    if (!turn) return;
    this.busy = true;
    if ('act' in turn) {
      turn.answer = await this.take(turn.act);
      this.queue.splice(this.queue.indexOf(turn), 1);
    } else {
      await this.takeDeadline(turn);
    }
    this.busy = false;
  }

  /** The earliest goes first: a deadline that had passed when an act was received goes before that act, however late the machine. */
  private whoseTurn(): Queued | Deadline | undefined {
    const first = this.queue.reduce<Queued | undefined>((earliest, q) => (earliest && earliest.act.at <= q.act.at ? earliest : q), undefined);
    const next = this.nextDeadline();
    if (first && !(next && next.firesAt <= first.act.at)) return first;
    return first ? next : this.dueDeadline();
  }

  private async takeDeadline(due: Deadline): Promise<void> {
    const act: Act = { name: deadlineAct(due), by: 'clock', at: due.at, on: due.on, source: { deadline: deadlineId(due) }, facts: {} };
    await this.take(act);
  }

  /** Decides, records and folds one act; decides again after adopting what the database was ahead with. */
  private async take(act: Act): Promise<Outcome> {
    for (;;) {
      const verdict = decide(this.procedure, this.standing, act, this.terms);
      if (isRefusal(verdict)) return this.refused(act, { is: 'refused', code: verdict.refused.code, params: verdict.refused.params ?? {} });
      const answer = await record({ subject: this.standing.subject, seq: this.standing.seq, act, decision: verdict });
      if (answer.is === 'refused') return answer.outcome;
      if (answer.is === 'not-yet') return this.waitAWhile();
      for (const entry of answer.entries) if (entry.seq > this.standing.seq) this.standing = apply(this.procedure, this.standing, entry);
      this.tell();
      if (answer.is === 'recorded') return answer.outcome;
    }
  }

  private async refused(act: Act, outcome: RefusedOutcome): Promise<Outcome> {
    // The clock is never refused by the rules: that would be a deadline nobody answers for.
    if ('deadline' in act.source) throw new RangeError(`${this.standing.subject}: ${act.name} was refused in ${this.standing.status}`);
    if ('message' in act.source) await refuseMessage({ message: act.source.message, outcome });
    return outcome;
  }

  /** What was received in time is on its way, or the Clock is a moment behind: wait for the next arrival, and look again now and then. */
  private async waitAWhile(): Promise<Outcome> {
    const before = this.queue.length;
    await condition(() => this.queue.length > before, '2 seconds');
    return { is: 'refused', code: 'not-yet', params: {} };
  }

  /** What Temporal's own page shows of this file. */
  private tell(): void {
    const next = this.nextDeadline();
    setCurrentDetails(`**${this.standing.status}** · ${this.standing.seq} entries${next ? ` · next: ${deadlineAct(next)} on ${next.on}` : ''}`);
  }
}

function sameSource(a: Act, b: Act): boolean {
  return 'message' in a.source && 'message' in b.source && a.source.message === b.source.message;
}

/** Opens a subject's file: registers every handler before anything is awaited. */
export function openFile<S extends string, D, T>(procedure: Procedure<S, D, T>, start: FileStart): File<S, D, T> {
  return new File(procedure, start);
}
