import { addDays } from '../calendar/civil-date.js';
import type { Act } from './act.js';
import { isRefusal, refuse, type Verdict } from './decision.js';
import { type Deadline, deadlineId, dueOf, isArmed, type Mark } from './deadline.js';
import { textFact } from './facts.js';
import type { Procedure, Standing, Transition } from './procedure.js';
import type { Role } from './role.js';

/** The rows of the table that this act may take from here, by whoever is behind it. */
export function rowsFor<S extends string, D, T>(procedure: Procedure<S, D, T>, status: S, act: Pick<Act, 'name' | 'by'>): Transition<S>[] {
  return procedure.transitions.filter((t) => t.act === act.name && t.from.includes(status) && t.by.includes(act.by));
}

/**
 * Decides an act on a file. The table says whether it may be taken now and by whom; the procedure's rule says what follows.
 * Refusals: `unknown-act`, `not-now` (with the present status), `not-yours`, and those of the rules.
 * @throws RangeError when a rule brings an entry that the table does not have: a fault of the program.
 */
export function decide<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, act: Act, terms: T): Verdict {
  if (act.name === 'moveDeadline') return moveDeadline(procedure, file, act);
  const reminder = reminderBehind(file, act);
  if (reminder) return remind(procedure, file, reminder);
  const rows = rowsFor(procedure, file.status, act);
  if (rows.length === 0) return refuseByTable(procedure, file, act);
  const rule = procedure.rules[act.name];
  if (!rule) throw new RangeError(`${procedure.kind}: no rule for ${act.name}`);
  const verdict = rule(file, act, terms);
  if (isRefusal(verdict)) return verdict;
  const stray = verdict.entries.find((e) => !rows.some((r) => r.entry === e.type));
  if (stray) throw new RangeError(`${procedure.kind}: ${act.name} may not bring ${stray.type} from ${file.status}`);
  return verdict;
}

function reminderBehind<S extends string, D>(file: Standing<S, D>, act: Act): Deadline | undefined {
  const { source } = act;
  if (!('deadline' in source)) return undefined;
  return file.deadlines.find((d) => deadlineId(d) === source.deadline && d.mark === 'reminder');
}

function refuseByTable<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, act: Act): Verdict {
  const named = procedure.transitions.filter((t) => t.act === act.name);
  if (named.length === 0) return refuse('unknown-act', { act: act.name });
  if (!named.some((t) => t.by.includes(act.by))) return refuse('not-yours', { act: act.name });
  return refuse('not-now', { act: act.name, status: file.status });
}

/** Moves an armed deadline, and its marks with it. The old date stays in the journal. */
function moveDeadline<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, act: Act): Verdict {
  const kind = textFact(act.facts, 'kind');
  const to = textFact(act.facts, 'to');
  const armed = file.deadlines.filter((d) => d.kind === kind);
  const due = armed.find((d) => d.mark === '');
  if (!due || !armed.some(isArmed)) return refuse('no-such-deadline', { kind });
  if (act.by !== 'procedure' && !procedure.deadlines[kind]?.movableBy.includes(act.by as Role)) return refuse('not-yours', { act: 'moveDeadline' });
  if (to < act.on) return refuse('date-in-the-past', { to });
  // One that stands on the eve of what it brings is spoken of by the day that begins.
  const begins = procedure.deadlines[kind]?.begins?.(file.data) === true;
  const from = begins ? addDays(due.on, 1) : due.on;
  if (to === from) return refuse('date-unchanged', { to });
  if (procedure.deadlines[kind]?.onlyLater && to < due.on) return refuse('deadline-only-later', { on: due.on });
  return {
    entries: [{
      type: 'deadline-moved',
      facts: { kind, from, to },
      ...(act.content ? { content: act.content } : {}),
      arm: [{ kind, rule: { on: procedure.deadlines[kind]?.movedTo?.(file, due.on, to) ?? (begins ? addDays(to, -1) : to) }, marks: marksOf(file, kind) }],
    }],
    notices: procedure.concerned(file, kind).map((audience, i) => ({
      template: `${procedure.kind}.deadline-moved`,
      key: `${file.subject}/${kind}/moved/${file.seq + 1}/${i}`,
      audience,
      facts: { kind, from, to },
      whileStatus: [...(procedure.deadlines[kind]?.during ?? [])],
    })),
  };
}

/** All marks of a kind of deadline, also those already passed: a moved deadline reminds again before its new date. */
function marksOf<S extends string, D>(file: Standing<S, D>, kind: string): Mark[] {
  return file.deadlines.filter((d) => d.kind === kind && d.mark !== '').map((d) => ({ name: d.mark, offset: d.offset }));
}

/** A mark named `reminder` has come: it is told as its kind of deadline says, and leaves the status as it is. */
function remind<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, reminder: Deadline): Verdict {
  const due = dueOf(file.deadlines, reminder.kind);
  const notices = procedure.deadlines[reminder.kind]?.remind?.(file, reminder, due?.on ?? reminder.on) ?? [];
  const whileDeadline = { kind: reminder.kind, on: due?.on ?? reminder.on };
  return { entries: [{ type: 'deadline-reminded', facts: { kind: reminder.kind, offset: reminder.offset } }], notices: notices.map((notice) => ({ ...notice, whileDeadline })) };
}

/** Acts that their own people alone can take: reading and looking are nobody else's. */
const inPerson: readonly string[] = ['readDecision'];

/** The acts of applicants and experts that may be entered for them from this status, with those that are taken only when they were in time. */
export function enterableActs<S extends string, D, T>(procedure: Procedure<S, D, T>, status: S): string[] {
  const named = procedure.transitions.filter((t) => t.from.includes(status) && (t.by.includes('applicant') || t.by.includes('expert'))).map((t) => t.act);
  return [...new Set(named)].filter((act) => !inPerson.includes(act));
}

/** The acts that a caller in `role` may take now; pages show a button for each. */
export function allowedActs<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, role: Role): string[] {
  const named = procedure.transitions.filter((t) => t.from.includes(file.status) && t.by.includes(role) && !t.inTime).map((t) => t.act);
  const movable = file.deadlines.some((d) => isArmed(d) && procedure.deadlines[d.kind]?.movableBy.includes(role));
  return [...new Set(movable ? [...named, 'moveDeadline'] : named)];
}
