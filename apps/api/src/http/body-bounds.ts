import { Problem } from './problem.js';

/** The deepest form that is asked of anybody has 14 levels; the largest, some hundred values. */
const deepest = 20;
const most = 10_000;

/**
 * Refuses a parsed body of more than 20 levels or 10 000 values, before anything walks it by recursion or validates each of its
 * elements: a megabyte of `{}` is small to send and takes a minute to validate.
 * @throws Problem 413 `too-large`
 */
export function boundBody(body: unknown): void {
  let seen = 0;
  for (let level = [body], depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > deepest || seen > most) throw new Problem(413, 'too-large');
    const below: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      const inner: unknown[] = Object.values(one);
      if (seen + below.length + inner.length > most) throw new Problem(413, 'too-large');
      for (const value of inner) below.push(value);
    }
    level = below;
  }
}
