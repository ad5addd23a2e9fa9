import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { By } from '../procedure/role.js';
import { awardTransitions, type AwardStatus } from './award.status.js';

/** What the public is told of a label. A label under notice is in force: what may come of a notice is nobody's business yet. */
export const publicStatuses = ['upcoming', 'valid', 'suspended', 'withdrawn', 'renounced', 'terminated', 'transferred', 'expired'] as const;
export type PublicStatus = (typeof publicStatuses)[number];

/** The public's name of a label's status; none before both signatures. */
const told: Readonly<Partial<Record<AwardStatus, PublicStatus>>> = {
  active: 'valid', under_notice: 'valid', suspended: 'suspended', withdrawn: 'withdrawn', renounced: 'renounced', terminated: 'terminated', transferred: 'transferred', expired: 'expired',
};

/** An entry of a label's journal, as far as the register reads it. */
export interface PublicEntry {
  readonly type: string;
  readonly act: string;
  readonly by: By;
  readonly on: CivilDate;
  readonly facts: Facts;
}

/** A time during which the public status was the same; `to` is its last day, null for one whose end is not known. */
export interface PublicPeriod {
  readonly status: PublicStatus;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** What of the journal says what a label was on a day: entries that lead to another status, and those that move its last day. */
const statusEntries: readonly string[] = [...new Set(awardTransitions.filter((t) => (t.to !== 'same' && t.to in told) || t.entry === 'extended').map((t) => t.entry))];

/** All that the register reads of a journal: these, and that the holder changed. */
export const publicEntries: readonly string[] = [...statusEntries, 'particulars-changed'];

/** Facts of the award itself. */
export interface PublicTerm {
  readonly startsOn: CivilDate;
  /** The last day as first decided. */
  readonly endsOn: CivilDate;
}

/** The status on a day and the last day as it was decided then; undefined for a label that is not in force yet by anything that is recorded. */
export function publicStatusOn({ startsOn, endsOn }: PublicTerm, entries: readonly PublicEntry[], day: CivilDate): { status: PublicStatus; endsOn: CivilDate } | undefined {
  const shown = entries.filter((entry) => statusEntries.includes(entry.type));
  if (shown.length === 0) return undefined;
  let status: AwardStatus = 'awaiting_contract';
  let last = endsOn;
  for (const entry of shown.filter((one) => effectiveFrom(one, startsOn) <= day)) {
    const taken = awardTransitions.filter((t) => t.entry === entry.type && t.act === entry.act);
    const row = taken.find((t) => t.from.includes(status)) ?? taken.find((t) => t.to !== 'same');
    if (row && row.to !== 'same') status = row.to;
    if (typeof entry.facts['endsOn'] === 'string' && entry.type === 'extended') last = entry.facts['endsOn'];
  }
  const now = told[status] ?? 'upcoming';
  if (day < startsOn && (now === 'valid' || now === 'upcoming')) return { status: 'upcoming', endsOn: last };
  return { status: (now === 'valid' || now === 'suspended') && day > last ? 'expired' : now, endsOn: last };
}

/** The whole public life in periods, first to last. What is decided for the future is in it. */
export function publicLife(term: PublicTerm, entries: readonly PublicEntry[]): PublicPeriod[] {
  const ends = [term.endsOn, ...entries.flatMap(({ facts }) => (typeof facts['endsOn'] === 'string' ? [facts['endsOn']] : []))];
  const days = [...new Set([term.startsOn, ...ends.map((end) => addDays(end, 1)), ...entries.map((entry) => effectiveFrom(entry, term.startsOn))])].sort();
  const changes: { status: PublicStatus; from: CivilDate }[] = [];
  for (const day of days) {
    const status = publicStatusOn(term, entries, day)?.status;
    if (status && status !== changes.at(-1)?.status) changes.push({ status, from: day });
  }
  return changes.map(({ status, from }, i) => {
    const next = changes[i + 1];
    return { status, from, to: next ? addDays(next.from, -1) : null };
  });
}

/** A period as it is known on a day: those that are over with their last day, the present one without. */
export interface KnownPeriod extends PublicPeriod {
  /** The last day of the present period as it is decided; null for one that is over or goes on without end. A suspension ends with its own limit. */
  readonly willEndOn: CivilDate | null;
}

/** The public life up to a day. What is to come is no fact yet: of the present period it is said when it will end. @param limit of the present suspension, its last day */
export function lifeUntil(life: readonly PublicPeriod[], day: CivilDate, limit?: CivilDate | null): KnownPeriod[] {
  return life.filter(({ from }) => from <= day).map(({ status, from, to }) => {
    if (to !== null && to < day) return { status, from, to, willEndOn: null };
    const ends = status === 'suspended' && limit && (to === null || limit < to) ? limit : to;
    return { status, from, to: null, willEndOn: ends };
  });
}

/** The last entry that changed what the public is told of a label's life: not a notice, nor its end without consequence. */
export function lastTold<Entry extends PublicEntry>(term: PublicTerm, entries: readonly Entry[]): Entry | undefined {
  const lives = ['[]', ...entries.map((_entry, i) => JSON.stringify(publicLife(term, entries.slice(0, i + 1))))];
  return entries.findLast(({ type, facts }, i) => lives[i + 1] !== lives[i] || (type === 'particulars-changed' && isPublicChange(facts['what'])));
}

/** What of a holder the register shows: its name, its place, the structure that carries it. */
export const publicChanges = ['rename', 'move', 'carrier'] as const;

export function isPublicChange(what: unknown): what is (typeof publicChanges)[number] {
  return (publicChanges as readonly unknown[]).includes(what);
}

/** The ends of which `on` is the last day in force. */
const lastDays: readonly string[] = ['renounced', 'terminated', 'transferred'];

/** The first day on which an entry counts: a deadline counts once its day is over, an imported label since its first day. */
function effectiveFrom({ type, by, on, facts }: PublicEntry, startsOn: CivilDate): CivilDate {
  if (type === 'imported') return startsOn;
  if (lastDays.includes(type)) return addDays(typeof facts['on'] === 'string' ? facts['on'] : on, 1);
  return by === 'clock' ? addDays(on, 1) : on;
}
