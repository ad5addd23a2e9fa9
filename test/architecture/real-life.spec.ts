import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** A spec file, and the title, or its beginning, of the test in it. */
type Proof = readonly [file: string, title: string];

/**
 * What real life brings, and the tests that show what becomes of it. Removing or renaming such a test fails here, so that none goes
 * unnoticed. `later`: nothing shows it yet.
 */
const brings: { readonly [what: string]: readonly Proof[] | 'later' } = {
  'late submission by one second': [['test/integration/closing.spec.ts', 'refuses a submission that is late by one second'], ['test/integration/application.spec.ts', 'comes a second late, which is late']],
  'missing piece at the limit': [['test/e2e/branches.spec.ts', 'are in time at 23:59:59 of their last day'], ['test/integration/other-channels.spec.ts', 'was posted in time and is entered after the limit']],
  'two submissions racing': [['test/integration/closing.spec.ts', 'answers two submissions that race']],
  'expert declines': [['test/integration/panel-life.spec.ts', 'an expert declines']],
  'expert is conflicted': [['test/integration/panel-life.spec.ts', 'an expert finds a conflict'], ['test/integration/appraisal.spec.ts', 'closes the file at once to an expert with a conflict']],
  'expert vanishes': [['libs/domain/src/appraisal/appraisal.spec.ts', 'reminds, then escalates, then counts a silent expert as gone'], ['test/integration/panel-life.spec.ts', 'all experts vanish']],
  'expert returns after replacement': [['test/integration/panel-life.spec.ts', 'an expert returns after a replacement']],
  'all experts vanish': [['test/integration/panel-life.spec.ts', 'all experts vanish']],
  'divergent appraisals': [['test/integration/scoring.spec.ts', 'calls a third expert'], ['test/integration/scoring.spec.ts', 'is added up with the two nearest']],
  'tied appraisals': [['test/integration/scoring.spec.ts', 'two files of the same total are parted by the published criteria']],
  'below threshold': [['test/integration/scoring.spec.ts', 'two low totals, however far apart']],
  'applicant withdraws while experts write': [['test/integration/decision.spec.ts', 'stops tasks, timers, appraisals and mails at once'], ['test/e2e/branches.spec.ts', 'ends their tasks and their mails']],
  'session without quorum': [['test/integration/committee.spec.ts', 'does not sit, and is convened again']],
  'member recused so that quorum falls': [['test/integration/committee.spec.ts', 'recused so that the quorum falls']],
  'decision after implied rejection': [['test/integration/decision.spec.ts', 'supersedes it: both stay in the journal']],
  'contract never signed': [['test/e2e/branches.spec.ts', 'that is never signed lapses'], ['test/integration/award.spec.ts', 'lapses when the contract stays unsigned']],
  'mail server down for a day': [['test/integration/real-dates.spec.ts', 'mail server down for a day']],
  'report missing': [['test/integration/monitoring.spec.ts', 'goes from reminders to formal notice to default']],
  'report returned twice': [['test/integration/reports.spec.ts', 'is returned twice, each time with reasons that stay readable']],
  'report late after suspension': [['test/integration/reports.spec.ts', 'is late after suspension: it is taken, reviewed and validated']],
  'payment during suspension': [['test/integration/financing.spec.ts', 'stays where it is: nothing is sent, prepared or approved until the label is reinstated'], ['test/integration/financing-life.spec.ts', 'waits while the label is suspended by the authority']],
  'centre renamed': [['test/integration/changes.spec.ts', 'renamed: nothing changes before']],
  'centre merged': [['test/integration/changes.spec.ts', 'merged: its label ends']],
  'centre closed': [['test/integration/changes.spec.ts', 'closed: its label ends']],
  'renewal submitted on the last day': [['test/integration/renewal-rolling.spec.ts', 'asks for the submission until the label’s last day']],
  'renewal decided after expiry': [['test/integration/renewal-by-call.spec.ts', 'waits for its decision beyond the label’s end'], ['test/integration/monitoring.spec.ts', 'stops reminding of the renewal once its file is in']],
  'appeal on the last franc day': [['test/integration/real-dates.spec.ts', 'appeal on the last franc day'], ['libs/domain/src/appeal/appeal.spec.ts', 'the last second of the last day'], ['libs/domain/src/calendar/deadline.spec.ts', 'two months from']],
  '29 Feb': [['test/integration/real-dates.spec.ts', '29 February'], ['libs/domain/src/application/term.spec.ts', 'from %s to %s']],
  'both clock changes': [['test/integration/real-dates.spec.ts', 'both clock changes'], ['test/integration/offset.spec.ts', 'a call closes by its own timer when its last day is over in Paris, on the day summer time began']],
  'a holiday on a deadline': [['test/integration/real-dates.spec.ts', 'a holiday on a deadline']],
  'the call’s closing date moved while hundreds of drafts are open': [['test/integration/closing.spec.ts', 'is moved while hundreds of drafts are open']],
  'a new scheme version while old files run': [['test/integration/scheme-version.spec.ts', 'a file keeps the version that it began with']],
  'a new release of the code while labels of three years run': [['test/e2e/upgrade.spec.ts', 'goes on: dates that were set come'], ['test/workflows/replay.spec.ts', 'replay on this build']],
};

/** What comes after the award and is not built yet. */
const notYet: string[] = [];

describe('what real life brings', () => {
  it.each(Object.entries(brings).flatMap(([what, proofs]) => (proofs === 'later' ? [] : proofs.map((proof) => [what, ...proof] as const))))('%s: %s, “%s”', (_what, file, title) => {
    expect(titlesIn(file).filter((one) => one.startsWith(title))).not.toEqual([]);
  });

  it('is shown before the award without exception; what comes after it waits by name', () => {
    expect(Object.keys(brings).filter((what) => brings[what] === 'later')).toEqual(notYet);
  });
});

/** Titles of tests that run: of `it`, `it.each`, `step`, and the first words of the rows of a table. */
function titlesIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const named = /^\s*(?:it|step)\(\s*'((?:[^'\\]|\\.)*)'/gm;
  const ofTables = /^.*\)\(\s*'((?:[^'\\]|\\.)*)'/gm;
  const rows = /^\s*\['((?:[^'\\]|\\.)*)',/gm;
  return [named, ofTables, rows].flatMap((one) => [...source.matchAll(one)].map(([, title = '']) => title));
}
