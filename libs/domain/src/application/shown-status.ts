import type { Outcome } from '../procedure/record.js';
import type { By } from '../procedure/role.js';

/** The status as an applicant is told it: a proposed or signed decision is not theirs to know before its notification. */
export function statusForApplicant(status: string): string {
  return status === 'decision_proposed' ? 'in_committee' : status;
}

/** What became of an act, as whoever took it may know: a refusal names the status, and an applicant's one tells nothing of a decision. */
export function outcomeFor(by: By, outcome: Outcome): Outcome {
  if (by !== 'applicant' || outcome.is !== 'refused' || typeof outcome.params['status'] !== 'string') return outcome;
  return { ...outcome, params: { ...outcome.params, status: statusForApplicant(outcome.params['status']) } };
}
