import type { DoneOutcome, Outcome, RefusedOutcome } from '../procedure/record.js';
import type { By } from '../procedure/role.js';

/** What an applicant does not learn: how the experts differ, and a proposed or signed decision before its notification. */
const shownAs: Readonly<Record<string, string>> = {
  divergent: 'under_appraisal', third_review: 'under_appraisal', consensus: 'under_appraisal', on_reserve: 'in_committee', decision_proposed: 'in_committee',
};

/** The status as an applicant is told it. */
export function statusForApplicant(status: string): string {
  return shownAs[status] ?? status;
}

/** The statuses that an applicant means by one that they were told; none for one that they are never told. */
export function statusesShownAs(status: string): string[] {
  if (status in shownAs) return [];
  return [status, ...Object.keys(shownAs).filter((one) => shownAs[one] === status)];
}

/** An outcome as it is told. */
export type Told = RefusedOutcome | (Omit<DoneOutcome, 'seq'> & Partial<Pick<DoneOutcome, 'seq'>>);

/** What became of an act, as whoever took it may know: it names the status as the applicant is told it, and not the place in the journal, which would count hidden entries. */
export function outcomeFor(by: By, outcome: Outcome): Told {
  if (by !== 'applicant') return outcome;
  if (outcome.is === 'done') {
    const { seq: _seq, ...told } = outcome;
    return { ...told, status: statusForApplicant(told.status) };
  }
  if (typeof outcome.params['status'] !== 'string') return outcome;
  return { ...outcome, params: { ...outcome.params, status: statusForApplicant(outcome.params['status']) } };
}
