import { describe, expect, it } from '@jest/globals';
import { procedures } from '../procedures.js';
import { asksOf } from './asks.js';
import { conditions, ofRights } from './offered.js';

const asks = asksOf(Object.values(procedures));
const lines = (kind: string, status: string) => asks.filter((a) => a.kind === kind && a.status === status).map((a) => `${a.role}: ${a.act ?? '–'} (${a.deadlines.join(', ')})`);

// Of a file whose implied rejection must be explained.
const reasonsAsked = ['secretariat: giveReasons (reasons-due)', 'authority: giveReasons (reasons-due)'];

// Of a label whose account is awaited, or waits for its review; of a late report; of the appraisal at mid-term.
const account = 'applicant: submitFinancialReport (financial-report-due)';
const reviews = [
  'secretariat: returnLateReport (late-review-due)', 'secretariat: validateLateReport (late-review-due)', 'secretariat: returnFinancialReport (financial-review-due)', 'secretariat: validateFinancialReport (financial-review-due)',
  'secretariat: staffMidTerm (mid-term-due)',
];

/** What of a subject's data a path looks at: its beginning, or all that it names of the whole. */
function dataIn(path = ''): string[] {
  const names = path.startsWith('$ ?') ? [...path.matchAll(/@\.(\w+)/g)] : [...path.matchAll(/^\$\.(\w+)/g)];
  if (path !== '' && names.length === 0) throw new Error(`no data in ${path}`);
  return names.map(([, name = '']) => name);
}

describe('what the procedures ask of people', () => {
  it.each([
    ['application', 'submitted', ['secretariat: requestPieces (review-due)', 'secretariat: recordFee (fee-due)', 'secretariat: admit (review-due)', 'secretariat: declareInadmissible (review-due)', 'secretariat: decideObjection (review-due)', ...reasonsAsked]],
    ['application', 'incomplete', ['applicant: supplyPieces (pieces-due, fee-due)', 'secretariat: recordFee (fee-due)', 'secretariat: decideObjection ()', ...reasonsAsked]],
    ['application', 'withdrawn', []],
    ['application', 'closed_without_action', []],
    ['appraisal', 'invited', ['expert: declare (answer-due)', 'expert: decline (answer-due)']],
    ['appraisal', 'declared', ['expert: accept (answer-due)', 'expert: decline (answer-due)', 'secretariat: answerDueDate ()']],
    ['appraisal', 'accepted', ['expert: recordVisit (visit-due)', 'expert: submitScores (score-due)', 'secretariat: answerDueDate ()']],
    ['award', 'awaiting_contract', ['applicant: signContract (contract-due)', 'authority: countersignContract ()']],
    ['award', 'active', ['applicant: signAmendment (amendment-due)', 'authority: countersignAmendment (amendment-due)']],
    ['monitoring', 'open', [account, ...reviews]],
    ['monitoring', 'overdue', ['applicant: submitReport (report-due, correction-due, notice-limit)', account, ...reviews]],
    ['monitoring', 'under_review', [account, 'secretariat: requestCorrection (review-due)', 'secretariat: validateReport (review-due)', ...reviews]],
    ['financing', 'frozen', ['applicant: proposeBankDetails ()', 'secretariat: recordExecution ()', 'secretariat: recordRecovery ()', 'secretariat: noteCallBack ()', 'secretariat: confirmBankDetails ()', 'authority: closeAgreement ()', 'authority: demandRecovery ()', 'authority: confirmBankDetails ()']],
    ['financing', 'settled', []],
    ['renewal', 'not_due', []],
    ['renewal', 'window_open', ['applicant: – (lapse)', 'applicant: createApplication (lapse)']],
    ['renewal', 'submitted', []],
    ['appeal', 'lodged', ['secretariat: review ()']],
    ['appeal', 'under_review', ['authority: decide (appeal-due)']],
    ['appeal', 'dismissed', []],
    ['survey', 'listing', ['applicant: launch (launch-due, listing-limit)', 'secretariat: launch (listing-limit)']],
    ['survey', 'open', []],
  ])('%s, %s', (kind, status, expected) => {
    expect(lines(kind, status)).toEqual(expected);
  });

  it('names only acts, statuses and data that exist', () => {
    for (const { kind, act, status, unless, when, fewer } of conditions) {
      const procedure = procedures[kind];
      expect(procedure.transitions.some((t) => t.act === act && (status === undefined || t.from.includes(status)))).toBe(true);
      for (const path of [unless, when, fewer?.of]) for (const name of dataIn(path)) expect(procedure.initial.data).toHaveProperty(name);
    }
    for (const { kind, deadline } of ofRights) expect(procedures[kind].deadlines).toHaveProperty([deadline]);
  });
});
