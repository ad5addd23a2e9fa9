import type { Facts } from './act.js';
import { type Deadline, dueOf } from './deadline.js';
import type { Notice } from './decision.js';

/**
 * The facts of a notice, with the civil dates of the deadlines that it names (`notice.dates`).
 * @param deadlines those of the subject after this decision; a kind that is not among them leaves its fact out.
 */
export function datedFacts(notice: Pick<Notice, 'facts' | 'dates'>, deadlines: readonly Deadline[]): Facts {
  const dates = Object.entries(notice.dates ?? {}).flatMap(([fact, kind]) => {
    const due = dueOf(deadlines, kind);
    return due ? [[fact, due.on] as const] : [];
  });
  return { ...notice.facts, ...Object.fromEntries(dates) };
}
