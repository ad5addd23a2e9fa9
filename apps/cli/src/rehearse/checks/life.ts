import type { Instant } from '../../../../../libs/domain/src/calendar/types.js';
import { apply, blank } from '../../../../../libs/domain/src/procedure/fold.js';
import type { Standing } from '../../../../../libs/domain/src/procedure/procedure.js';
import { kindOf } from '../../../../../libs/domain/src/procedure/subject.js';
import { procedures } from '../../../../../libs/domain/src/procedures.js';
import type { WholeSubject } from '../../../../../libs/persistence/src/procedure/whole.queries.js';

/** A subject's journal folded anew, entry by entry. */
export interface Life extends WholeSubject {
  readonly standing: Standing;
  /** The status after each entry, and when it began. */
  readonly statuses: readonly { readonly at: Instant; readonly status: string }[];
}

/** @throws RangeError when an entry is not in the table of its procedure */
export function lifeOf(subject: WholeSubject): Life {
  const procedure = procedures[kindOf(subject.row.id)];
  let standing = blank(procedure, subject.row.id);
  const statuses = subject.entries.map((entry) => {
    standing = apply(procedure, standing, entry);
    return { at: entry.recordedAt, status: standing.status };
  });
  return { ...subject, standing, statuses };
}

/** Every status that was held at that instant: several when it changed just then. */
export function statusesAt({ statuses }: Pick<Life, 'statuses'>, instant: Instant): string[] {
  const before = statuses.filter(({ at }) => at < instant).at(-1);
  return [...(before ? [before.status] : []), ...statuses.filter(({ at }) => at === instant).map(({ status }) => status)];
}
