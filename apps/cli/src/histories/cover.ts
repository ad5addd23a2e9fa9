/**
 * Chooses few runs that have all steps of all of them: each time the one that brings most that is new, the first of equals.
 * @returns indexes, in the order of the choice
 */
export function cover(runs: readonly { readonly steps: readonly string[] }[]): number[] {
  const missing = new Set(runs.flatMap((run) => run.steps));
  const chosen: number[] = [];
  while (missing.size > 0) {
    let best = 0;
    let most = 0;
    runs.forEach((run, i) => {
      const fresh = new Set(run.steps.filter((step) => missing.has(step))).size;
      if (fresh > most) [best, most] = [i, fresh];
    });
    chosen.push(best);
    for (const step of runs[best]?.steps ?? []) missing.delete(step);
  }
  return chosen;
}
