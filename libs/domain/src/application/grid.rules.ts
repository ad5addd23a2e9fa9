import { compare, fraction } from '../appraisal/fraction.js';
import { refuse, type Refusal } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import type { ApplicationFile } from './application.notices.js';
import { reaches } from './panel.js';

/**
 * Why the grid does not allow to propose a label for this file; nothing when it does. Total and criteria are compared with their
 * thresholds exactly. Refusals: `below-threshold` (the total), `below-criterion` (with the criteria), `below-group` (with the groups).
 */
export function belowGrid({ data }: ApplicationFile, { threshold }: Pick<Terms['application'], 'threshold'>): Refusal | undefined {
  const result = data.result ?? null;
  // A file that began when marks stayed with their experts knows totals alone.
  if (!result) return reaches(data.appraisals, threshold) ? undefined : refuse('below-threshold', { threshold });
  if (compare(result.total, fraction(result.threshold)) < 0) return refuse('below-threshold', { threshold: result.threshold });
  const below = result.criteria.filter(({ reached, group }) => !reached && group === undefined).map(({ code }) => code);
  const groups = (result.groups ?? []).filter(({ met, atLeast }) => met < atLeast).map(({ code }) => code);
  if (groups.length > 0) return refuse('below-group', { groups, list: groups.join(', ') });
  return below.length > 0 ? refuse('below-criterion', { criteria: below, list: below.join(', ') }) : undefined;
}
