import { byInstant, deadlineId, type Deadline } from './deadline.js';
import type { Entry } from './entry.js';
import type { Procedure, Standing } from './procedure.js';

/** A subject before its first entry. */
export function blank<S extends string, D, T>(procedure: Procedure<S, D, T>, subject: string): Standing<S, D> {
  return { subject, seq: 0, status: procedure.initial.status, deadlines: [], data: procedure.initial.data };
}

/** A standing as an older build left it, with what this build has added to its data since. */
export function asOfNow<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>): Standing<S, D> {
  return { ...file, data: { ...procedure.initial.data, ...file.data } };
}

/** Folds one recorded entry into a standing: status by the table, deadlines by what the entry armed and ended, data by the procedure. */
export function apply<S extends string, D, T>(procedure: Procedure<S, D, T>, file: Standing<S, D>, entry: Entry): Standing<S, D> {
  if (entry.seq !== file.seq + 1) throw new RangeError(`${file.subject}: entry ${entry.seq} does not follow ${file.seq}`);
  const status = statusAfter(procedure, file.status, entry);
  return {
    subject: file.subject,
    seq: entry.seq,
    status,
    deadlines: deadlinesAfter(procedure, file.deadlines, entry, status),
    data: procedure.evolve(file.data, entry),
  };
}

/** A subject's standing is this, of its whole journal. */
export function fold<S extends string, D, T>(procedure: Procedure<S, D, T>, subject: string, entries: readonly Entry[]): Standing<S, D> {
  return entries.reduce((file, entry) => apply(procedure, file, entry), blank(procedure, subject));
}

/** Entries that every procedure has, and that leave its status as it is. */
export const kernelEntries = ['deadline-moved', 'deadline-reminded'] as const;

function statusAfter<S extends string, D, T>(procedure: Procedure<S, D, T>, status: S, entry: Entry): S {
  if ((kernelEntries as readonly string[]).includes(entry.type)) return status;
  const row = procedure.transitions.find((t) => t.entry === entry.type && t.act === entry.act && t.from.includes(status));
  if (!row) throw new RangeError(`${procedure.kind}: no transition for ${entry.act} → ${entry.type} from ${status}`);
  return row.to === 'same' ? status : row.to;
}

function deadlinesAfter<S extends string, D, T>(procedure: Procedure<S, D, T>, before: readonly Deadline[], entry: Entry, status: S): Deadline[] {
  const replaced = new Set([...entry.disarmed, ...entry.armed.map((d) => d.kind)]);
  const fired = 'deadline' in entry.source ? entry.source.deadline : undefined;
  const kept = before.filter((d) => !replaced.has(d.kind)).map((d) => (deadlineId(d) === fired ? { ...d, passed: true as const } : d));
  return [...kept, ...entry.armed]
    .filter((d) => procedure.deadlines[d.kind]?.during.includes(status) ?? false)
    .sort(byInstant);
}
