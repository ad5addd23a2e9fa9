import { addDays } from '../../libs/domain/src/calendar/civil-date.js';
import type { CivilDate } from '../../libs/domain/src/calendar/types.js';
import { deadlineAct, isArmed } from '../../libs/domain/src/procedure/deadline.js';
import type { Procedure, Standing } from '../../libs/domain/src/procedure/procedure.js';
import { Player, type PlayedAct } from '../../libs/domain/src/procedure/testing.js';
import { usual } from './usual-acts.js';

/** One step of the way to a status: an act, or waiting until a moment that the file waits for has come. */
export type Step = { readonly act: PlayedAct } | { readonly until: string };

type Walker = Player<string, unknown, unknown>;

/** Enough for every table; a search that grows past it has lost its way. */
const enough = 6_000;

/** Every status of a table, the one before the first entry included. */
export function statusesOf({ initial, transitions }: Procedure): string[] {
  return [...new Set([initial.status, ...transitions.flatMap((t) => [...t.from, t.to])])].filter((status) => status !== 'same');
}

/**
 * A way to every status of a procedure, found by trying what its table allows from the first entry on, a day or two between two
 * steps. A status without a way is one that the usual acts don't reach: give them the facts that its rule wants.
 */
export function waysOf(procedure: Procedure, terms: unknown, first: CivilDate): ReadonlyMap<string, readonly Step[]> {
  const ways = new Map<string, readonly Step[]>([[procedure.initial.status, []]]);
  const wanted = statusesOf(procedure).length;
  const seen = new Set<string>();
  const open: (readonly Step[])[] = [[]];
  for (let way = open.shift(); way && ways.size < wanted && seen.size < enough; way = open.shift()) {
    const from = walk(procedure, terms, way);
    for (const step of stepsFrom(procedure, from.file, from.entries.at(-1)?.on, first)) {
      const next = [...way, step];
      const there = walk(procedure, terms, next);
      const place = placeOf(there);
      if (there.file.seq === from.file.seq || seen.has(place)) continue;
      seen.add(place);
      // A status seen for the first time is where to look on from.
      if (ways.has(there.file.status)) open.push(next);
      else open.unshift(next);
      if (!ways.has(there.file.status)) ways.set(there.file.status, next);
    }
  }
  return ways;
}

/** Two ways lead to the same place when status, armed moments and data are the same, whenever and how often it happened. */
function placeOf({ file }: Walker): string {
  const undated = JSON.stringify(file.data, (_key, value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? 'date' : value));
  return [file.status, ...file.deadlines.filter(isArmed).map(deadlineAct), undated].join(' ');
}

function walk(procedure: Procedure, terms: unknown, way: readonly Step[]): Walker {
  const player = new Player(procedure, terms);
  for (const step of way) {
    if ('act' in step) player.take(step.act);
    else player.passTimeUntil(player.file.deadlines.find((d) => isArmed(d) && deadlineAct(d) === step.until)?.firesAt ?? '');
  }
  return player;
}

function stepsFrom(procedure: Procedure, file: Standing, last: CivilDate | undefined, first: CivilDate): Step[] {
  const on = last === undefined ? first : addDays(last, 2);
  const rows = procedure.transitions.filter((t) => t.from.includes(file.status));
  const acts = new Map(rows.flatMap((t) => t.by.filter((by) => by !== 'clock').map((by) => [`${t.act} ${by}`, { name: t.act, by }] as const)));
  const taken = [...acts.values()].flatMap(({ name, by }) => (usual[procedure.kind]?.[name]?.(on, file) ?? [{}]).map((facts): Step => ({ act: { name, by, on, facts, content: true } })));
  const waits = file.deadlines.filter((d) => isArmed(d) && d.mark !== 'reminder').map((d): Step => ({ until: deadlineAct(d) }));
  return [...taken, ...waits];
}
