/** Names of unique indexes that are also refusal codes: what only the database can know. */
const refusals = new Set(['duplicate-application', 'appeal-open', 'change-open', 'label-number']);

/** The refusal code behind a unique violation that we expect; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const { code, constraint } = e as Error & { code?: string; constraint?: string };
    if (code === '23505' && constraint !== undefined && refusals.has(constraint)) return constraint;
  }
  return undefined;
}
