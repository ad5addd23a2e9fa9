/**
 * What a log may say of an error. A failed query's message and cause hold its values, which may be personal: kept are the error's
 * name, its own words unless it is a query, the stack's places, and the cause's code.
 */
export function withoutValues(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const cause = thrown.cause instanceof Error ? thrown.cause : undefined;
  const isQuery = thrown.constructor.name === 'DrizzleQueryError' || thrown.name === 'DrizzleQueryError' || thrown.message.startsWith('Failed query:');
  return {
    type: thrown.constructor.name,
    message: isQuery ? 'a query failed' : thrown.message,
    places: thrown.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12),
    ...(cause ? { cause: { type: cause.constructor.name, code: 'code' in cause ? cause.code : undefined, constraint: 'constraint' in cause ? cause.constraint : undefined } } : {}),
  };
}
