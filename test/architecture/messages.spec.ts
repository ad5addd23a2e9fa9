import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '../../libs/domain/src/calendar/types.js';
import { addDays } from '../../libs/domain/src/calendar/civil-date.js';
import { deadlineAct, isArmed } from '../../libs/domain/src/procedure/deadline.js';
import type { Facts } from '../../libs/domain/src/procedure/act.js';
import { decide } from '../../libs/domain/src/procedure/decide.js';
import type { Procedure } from '../../libs/domain/src/procedure/procedure.js';
import { Player } from '../../libs/domain/src/procedure/testing.js';
import { procedures } from '../../libs/domain/src/procedures.js';
import { parseScheme } from '../../libs/domain/src/scheme/parse.js';
import { termsOf } from '../../libs/domain/src/scheme/terms.js';
import { anyId, usual } from '../factories/usual-acts.js';
import { type Step, waysOf } from '../factories/ways.js';

const file = join(import.meta.dirname, '..', 'factories', 'schemes', 'every-option.yaml');
const parsed = parseScheme(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { scheme } = parsed;

const appeal = `appeal/${anyId}/1`;

/** Beside the usual ones: an appeal of each kind, with each of its ends. */
function messagesOf({ kind, transitions }: Procedure, on: CivilDate, standing: Player<string, unknown, unknown>['file']): { name: string; facts: Facts }[] {
  const named = [...new Set(transitions.filter((t) => t.by.includes('procedure')).map((t) => t.act))];
  const sent = named.flatMap((name) => (usual[kind]?.[name]?.(on, standing) ?? [{}]).map((facts) => ({ name, facts })));
  if (kind !== 'application') return sent;
  const ends = ['upheld', 'dismissed', 'impliedly-dismissed', 'cancelled'].map((outcome) => ({ name: 'appealSettled', facts: { appeal, outcome } }));
  return [...sent, ...ends, ...contested.map((against) => lodged(on, against))];
}

const contested = ['refusal', 'inadmissibility', 'implied-rejection'];
const lodged = (on: CivilDate, against: string) => ({ name: 'appealLodged', facts: { appeal, against, lodgedOn: on, dueOn: addDays(on, 60) } });

/**
 * A message that a rule throws at would be tried again for ever, and its workflow would take nothing else: wherever a file stands, what other
 * procedures tell it is taken or refused. Messages and statuses come from the tables: a new row is tried without a word here.
 */
describe('what procedures tell each other', () => {
  it.each(Object.values(procedures).map((procedure) => [procedure.kind, procedure] as const))('never makes a rule of %s throw', (kind, procedure) => {
    const terms = termsOf(scheme)[kind];
    const day = '2027-03-01';
    for (const [status, way] of waysOf(procedure, terms, day)) {
      for (const silent of kind === 'application' ? [false, true] : [false]) {
        // Each message alone, then each after an appeal of each kind was heard of.
        for (const before of kind === 'application' ? [undefined, ...contested] : [undefined]) {
          const player = walked(procedure, terms, way, silent);
          const on = addDays(lastDay(player) || day, 1);
          if (before) player.take({ ...lodged(on, before), by: 'procedure', on });
          for (const { name, facts } of messagesOf(procedure, on, player.file)) {
            const act = { name, by: 'procedure' as const, at: `${on}T11:00:00.000Z`, on, source: { message: 'm' }, facts: { from: 'test/1', ...facts } };
            const thrown = attempt(() => decide(procedure, player.file, act, terms));
            expect({ status, silent, before, name, facts, thrown }).toMatchObject({ thrown: undefined });
          }
        }
      }
    }
  });
});

function attempt(what: () => unknown): string | undefined {
  try {
    what();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** The file at the end of the way; `silent`: silence has counted as a rejection before anything else happened. */
function walked(procedure: Procedure, terms: unknown, way: readonly Step[], silent: boolean): Player<string, unknown, unknown> {
  const player = new Player(procedure, terms);
  for (const [i, step] of way.entries()) {
    if (silent && i === 1) player.passTimeUntil(`${addDays(lastDay(player), 100)}T11:00:00.000Z`);
    if ('act' in step) player.take(step.act);
    else player.passTimeUntil(player.file.deadlines.find((d) => isArmed(d) && deadlineAct(d) === step.until)?.firesAt ?? '');
  }
  return player;
}

function lastDay({ entries }: Player<string, unknown, unknown>): CivilDate {
  return entries.at(-1)?.on ?? '2027-03-01';
}
