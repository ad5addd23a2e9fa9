import { rank as placesOf, type Place, type Ranked as Scored } from '../application/rank.js';
import type { Act, Facts } from '../procedure/act.js';
import { entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import type { SessionTerms } from '../scheme/terms.js';
import { toFile, type SessionFile } from './convene.rules.js';
import { placeUnder, type Limit } from './ranking.js';
import type { AgendaFile } from './session.data.js';

const worthy: readonly string[] = ['award', 'conditional-award', 'reserve'];

/**
 * The files that are worth a label, ranked under a number of labels or a budget. Facts {places? | budgetCents?, amounts?: {application: cents},
 * order?: equals as the committee parts them, scores: each file's id and consolidated result}. A later vote, a file put off or gone asks for another ranking.
 * Refuses `ranking-off`, `limit-missing`, `amounts-missing`, `scores-missing`, `nothing-to-rank`, `tie-at-the-cut` {applications}, `reserve-list-off`.
 */
export function rank(file: SessionFile, act: Act, terms: SessionTerms): Verdict {
  const { places, budgetCents, amounts, order, scores } = act.facts;
  if (!terms.rankingUnderBudget) return refuse('ranking-off');
  if ((typeof places === 'number') === (typeof budgetCents === 'number')) return refuse('limit-missing');
  const files = worthyOf(file);
  if (files.length === 0) return refuse('nothing-to-rank');
  const known = ((scores ?? []) as unknown as Scored[]).filter(({ id }) => files.includes(id));
  if (known.length < files.length) return refuse('scores-missing');
  const asked = (amounts ?? {}) as { [application: string]: number };
  if (typeof budgetCents === 'number' && files.some((one) => !Number.isInteger(asked[one]))) return refuse('amounts-missing');
  const limit: Limit = typeof places === 'number' ? { places } : { budgetCents: Number(budgetCents), amounts: asked };
  const waiting = new Set(file.data.files.filter(({ result }) => result?.outcome === 'reserve').map(({ application }) => application));
  const placed = placeUnder(limit, groupsOf(placesOf(known, terms.tieBreak)), (order ?? []) as string[], waiting);
  if ('tied' in placed) return refuse('tie-at-the-cut', { applications: placed.tied });
  const beyond = placed.list.filter(({ reserve }) => reserve !== null).length;
  if (beyond > 0 && !terms.reserveList) return refuse('reserve-list-off', { beyond });
  const ranking = { places: typeof places === 'number' ? places : null, budgetCents: typeof budgetCents === 'number' ? budgetCents : null, list: placed.list };
  return { entries: [entry('ranked', act, { ranking: ranking as unknown as Facts })] };
}

function worthyOf({ data }: SessionFile): string[] {
  return data.files.filter(({ result }) => result && worthy.includes(result.outcome)).map(({ application }) => application);
}

/** Equals together, best first. */
function groupsOf(places: readonly Place[]): string[][] {
  return [...new Set(places.map(({ place }) => place))].map((place) => places.filter((one) => one.place === place).map(({ id }) => id));
}

/**
 * The committee has dealt with every file: each hears what is proposed. Refuses `files-open` {open, files: their keys} while one has no result, and `ranking-outdated`
 * while files worth a label have no place under the limit that the session gave itself.
 */
export function close(file: SessionFile, act: Act): Verdict {
  const open = file.data.files.filter(({ result }) => result === null);
  if (open.length > 0) return refuse('files-open', { open: open.length, files: open.map(({ application }) => application.slice('application/'.length)) });
  if (file.data.ranking?.outdated && worthyOf(file).length > 0) return refuse('ranking-outdated');
  return { entries: [entry('deliberated', act)], messages: file.data.files.flatMap((one) => told(file, one)) };
}

function told(file: SessionFile, one: AgendaFile): Message[] {
  const { application, result, motions } = one;
  if (!result) return [];
  if (result.outcome === 'defer') return [toFile(file, application, 'deferred', { cause: result.by })];
  const ranked = file.data.ranking?.list.find((placed) => placed.application === application);
  if (ranked?.reserve ?? result.outcome === 'reserve') return [toFile(file, application, 'reserve', { rank: ranked?.reserve ?? waitingRank(file, application) })];
  const motion = motions.filter(({ adopted }) => adopted).at(-1);
  if (!motion) return [];
  const { tally, secret, conditions, content } = motion;
  return [toFile(file, application, 'propose', {
    outcome: result.outcome, votes: { ...tally }, secret, conditions: conditions.map((c) => ({ ...c })),
    ...(ranked ? { rank: ranked.rank } : {}), ...(content ? { written: { ...content } } : {}),
  })];
}

/** Without a ranking, the reserve list is in the order of the agenda. */
function waitingRank(file: SessionFile, application: string): number {
  return file.data.files.filter(({ result }) => result?.outcome === 'reserve').findIndex((one) => one.application === application) + 1;
}
