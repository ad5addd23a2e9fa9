import type { Ranked } from './session.data.js';

/** What there is to give: a number of labels, or a sum with what each file asks. Cents are whole. */
export interface Limit {
  readonly places?: number;
  readonly budgetCents?: number;
  readonly amounts?: { readonly [application: string]: number };
}

export type Placed = { readonly list: readonly Ranked[] } | { readonly tied: readonly string[] };

/**
 * Places ranked files under a limit, in their order: the first that does not fit closes the list, so that nobody is passed over for a cheaper
 * file behind. Those after it are on the reserve list. Equals share a rank; where the limit falls between equals the committee has to part
 * them first (`tied`).
 * @param groups best first; equals together
 * @param order the committee's own order, for equals
 * @param waiting files voted to the reserve list, which take no place
 */
export function placeUnder(limit: Limit, groups: readonly (readonly string[])[], order: readonly string[] = [], waiting: ReadonlySet<string> = new Set()): Placed {
  const list: Ranked[] = [];
  let left = limit.places ?? limit.budgetCents ?? 0;
  let closed = false;
  let reserves = 0;
  const cost = (file: string) => (limit.places === undefined ? (limit.amounts?.[file] ?? 0) : 1);
  for (const group of parted(groups, order)) {
    const asking = group.filter((file) => !waiting.has(file));
    const wanted = asking.reduce((sum, file) => sum + cost(file), 0);
    const fits = !closed && asking.length > 0 && wanted <= left;
    if (!closed && !fits && asking.length > 1 && asking.some((file) => cost(file) <= left)) return { tied: asking };
    const rank = list.length + 1;
    const held = group.filter((file) => !fits || waiting.has(file));
    list.push(...group.map((application) => ({ application, rank, reserve: held.includes(application) ? reserves + 1 : null })));
    reserves += held.length;
    if (fits) left -= wanted;
    else if (asking.length > 0) closed = true;
  }
  return { list };
}

/** Equals that the committee has put in an order stand one by one. */
function parted(groups: readonly (readonly string[])[], order: readonly string[]): (readonly string[])[] {
  return groups.flatMap((group) => (group.every((file) => order.includes(file)) ? [...group].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map((file) => [file]) : [group]));
}
