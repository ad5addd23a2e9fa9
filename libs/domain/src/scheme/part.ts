import type { Scheme } from './shape/scheme.js';

/** What a label may go without. */
export type Part = 'committee' | 'financing' | 'monitoring' | 'survey';

/**
 * A part of a scheme that may be left out, for whoever works on a file that exists only where it is there: a monitoring's report form,
 * an agreement's costs. Whoever may meet a scheme without it looks at `scheme[part]` instead.
 * @throws RangeError when the scheme has no such part: a fault of the program
 */
export function partOf<P extends Part>(scheme: Pick<Scheme, P | 'code'>, part: P): NonNullable<Scheme[P]> {
  const found = scheme[part];
  if (found === undefined) throw new RangeError(`The scheme ${scheme.code} has no ${part}`);
  return found as NonNullable<Scheme[P]>;
}
