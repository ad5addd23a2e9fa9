import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, Player, type PlayedAct, rowsNeverTaken } from '../procedure/testing.js';
import { account, accept, beginning, correct, late, refusalOf, returned, runWith, storyOf, submit, told, validate, wholeTerms } from './monitoring.factory.js';
import { monitoringProcedure } from './monitoring.procedure.js';

const run = (acts: PlayedAct[], until?: string) => runWith(wholeTerms, acts, until);
const appraised = (n: number, on: string, total: number): PlayedAct => told('appraisalSubmitted', on, { n, total, from: `appraisal/1/${n}` });
const staff = (on: string): PlayedAct => ({ name: 'staffMidTerm', by: 'secretariat', on, facts: { expert: 'e-1' } });
const years = [2028, 2029, 2030].flatMap((year, i) => [submit(`${year}-07-10`), validate(`${year}-07-20`), account(`${year}-10-01`, i + 1), accept(`${year}-10-15`, i + 1)]);

const plays = {
  whole: run(years),
  never: run([], '2032-01-10'),
  settles: run([submit('2028-07-10'), validate('2028-07-20'), submit('2029-07-10'), validate('2029-07-20'), submit('2030-07-10'), validate('2030-07-20'), account('2030-08-01', 3), returned('2030-08-05', 3), account('2030-08-20', 3), account('2030-08-20', 1), account('2030-08-20', 2), accept('2030-10-01', 3)]),
  neverReviewed: run([account('2028-08-01')], '2028-12-01'),
  lateUnreviewed: run([late('submitLateReport', '2028-11-05')], '2029-01-10'),
  late: run([late('submitLateReport', '2028-11-05'), late('returnLateReport', '2028-11-06'), told('labelSuspended', '2028-11-07'), late('submitLateReport', '2028-11-08'), late('validateLateReport', '2028-11-09'), told('labelReinstated', '2028-12-01')]),
  midTerm: run([submit('2028-07-10'), validate('2028-07-20'), staff('2028-07-25'), told('appraisalLost', '2028-08-01', { n: 101, cause: 'declined' }), staff('2028-08-02'), appraised(102, '2028-09-01', 5000)]),
  unstaffed: run([submit('2028-07-10'), validate('2028-07-20')], '2028-11-10'),
  cutShort: run([told('labelEnded', '2028-03-10', { cause: 'withdrawn', on: '2028-03-10' }), submit('2028-04-01'), validate('2028-04-10')]),
  endedBefore: run([told('labelEnded', '2027-06-25', { cause: 'renounced', on: '2027-06-25' })]),
  endedDue: run([told('labelEnded', '2028-08-10', { cause: 'renounced', on: '2028-08-10' }), submit('2028-08-12'), validate('2028-08-20')], '2028-08-25'),
  endedEarlyAfterOpening: run([submit('2028-07-10'), validate('2028-07-10'), told('labelEnded', '2028-07-20', { cause: 'renounced', on: '2028-06-30' })]),
  extended: run([...years, told('labelExtended', '2030-11-01', { endsOn: '2030-12-31', report: true, instalment: false })]),
  surveyed: run([told('surveyClosed', '2028-09-01', { n: 1, runBy: 'secretariat', sent: 20, answered: 8, mean: 431 })]),
};

describe('monitoring with accounts, surveys and an appraisal at mid-term', () => {
  it('holds together: every moment has its row, every row its rule', () => {
    expect(faultsOf(monitoringProcedure, ['report-due.formal-notice', 'correction-due.formal-notice', 'financial-report-due.default'])).toEqual([]);
    const plain = { ...wholeTerms };
    delete plain.financialReportDue;
    const withoutAccounts = [
      runWith(plain, [submit('2028-07-10'), correct('2028-07-11')], '2028-12-31'), runWith(plain, [], '2032-01-10'), runWith(plain, years),
      runWith(plain, [told('labelEnded', '2027-06-25', { cause: 'renounced', on: '2027-06-25' })]),
      runWith(plain, [submit('2028-07-10')], '2028-09-15'),
    ];
    expect(rowsNeverTaken(monitoringProcedure, [...Object.values(plays), ...withoutAccounts])).toEqual([]);
  });

  it('tells payments and surveys what they wait for', () => {
    expect(plays.whole.messages.map((m) => `${m.to.replace(/00000000-0000-4000-8000-000000000001/, 'K')} ${m.act} ${JSON.stringify(m.facts['accepted'] ?? m.facts['n'])}`)).toEqual([
      'survey/K/1 begin 1', 'survey/K/2 begin 2', 'financing/K reportValidated 1', 'financing/K financialReportValidated 90000',
      'survey/K/3 begin 3', 'financing/K reportValidated 2', 'financing/K financialReportValidated 90000',
      'financing/K reportValidated 3', 'financing/K financialReportValidated 90000',
    ]);
    expect(plays.never.messages.map((m) => m.act)).toEqual(['begin', 'begin', 'periodDefaulted', 'financialReportDefaulted', 'begin', 'periodDefaulted', 'financialReportDefaulted', 'periodDefaulted', 'financialReportDefaulted']);
    expect(plays.whole.messages[0]).toMatchObject({ facts: { award: 'award/1', call: 'call/1', pole: 'p-1', from: '2027-07-01', to: '2028-06-30' }, start: { kind: 'survey' } });
  });
});

describe('the account of a period', () => {
  it('is due six months after it, without touching the yearly report', () => {
    const { file } = run([submit('2028-07-10'), validate('2028-07-20')]);
    expect(file).toMatchObject({ status: 'open', data: { periods: [{ financial: { state: 'awaited', dueOn: '2029-01-02' } }, { n: 2 }] } });
    expect(run([submit('2028-07-10'), account('2028-07-12', 1, 5)]).file).toMatchObject({ status: 'under_review', data: { periods: [{ financial: { state: 'submitted', spent: 5, late: false } }] } });
  });

  it('keeps monitoring open until the last one has its outcome', () => {
    expect(plays.whole.file).toMatchObject({ status: 'closed', deadlines: [] });
    expect(storyOf(plays.whole).slice(-3)).toEqual(['2030-10-01 financial-report-submitted', '2030-10-15 financial-report-validated', '2030-10-15 monitoring-closed']);
    expect(plays.settles.file.status).toBe('settling');
  });

  it('is reminded of, put on notice, then in default, period after period', () => {
    expect(storyOf(plays.never).filter((line) => /financial|closed|settling/.test(line))).toEqual([
      '2028-06-30 financial-report-awaited', '2029-01-02 financial-report-overdue', '2029-02-01 financial-report-defaulted',
      '2029-06-30 financial-report-awaited', '2029-12-31 financial-report-overdue', '2030-01-30 financial-report-defaulted',
      '2030-06-30 financial-report-awaited', '2030-10-29 settling-begun', '2030-12-30 financial-report-overdue', '2031-01-29 financial-report-defaulted', '2031-01-29 monitoring-closed',
    ]);
    expect(run([account('2029-06-01')]).file.data.periods[0]?.financial).toMatchObject({ state: 'submitted', late: true });
  });

  it('goes to and fro: each return gives a date, and the deadline belongs to the earliest awaited', () => {
    const back = run([account('2028-09-01'), returned('2028-09-10', 1, { limitOn: '2028-09-20' })]);
    expect(back.file.data.periods[0]?.financial).toMatchObject({ state: 'returned', corrections: 1, dueOn: '2028-09-20', spent: 100_000 });
    expect(back.file.deadlines.filter((d) => d.kind === 'financial-report-due' && d.mark === '').map((d) => d.on)).toEqual(['2028-09-20']);
    const outOfTurn = run([submit('2028-07-10'), validate('2028-07-20'), submit('2029-07-10'), validate('2029-07-12'), account('2029-07-13', 2), returned('2029-07-14', 2, { limitOn: '2029-08-01' })]);
    expect(outOfTurn.file.data.periods.map((p) => p.financial?.state)).toEqual(['defaulted', 'returned', undefined]);
    const first = run([submit('2028-07-01'), validate('2028-07-02'), { name: 'moveDeadline', by: 'secretariat', on: '2028-07-03', facts: { kind: 'financial-report-due', to: '2029-12-01' }, content: true }, submit('2029-07-10'), validate('2029-07-12'), account('2029-07-13', 2), returned('2029-07-14', 2, { limitOn: '2029-08-01' })]);
    expect(first.file.data.periods.slice(0, 2).map((p) => [p.financial?.state, p.financial?.dueOn])).toEqual([['awaited', '2029-12-01'], ['returned', '2029-08-01']]);
    expect(first.file.deadlines.find((d) => d.kind === 'financial-report-due' && d.mark === '')?.on).toBe('2029-12-01');
    const two = run([submit('2028-07-10'), validate('2028-07-20'), account('2028-12-01'), submit('2029-07-10'), validate('2029-07-12')]);
    expect(two.file.deadlines.filter((d) => d.mark === '' && d.kind.startsWith('financial')).map((d) => `${d.kind} ${d.on}`).sort()).toEqual(['financial-report-due 2029-12-31', 'financial-review-due 2028-12-31']);
  });

  it.each([
    ['report-missing', [{ name: 'submitFinancialReport', by: 'applicant', on: '2028-09-01', facts: { n: 1, spent: 1 } }]],
    ['financial-report-not-awaited', [account('2028-05-01')]],
    ['financial-report-not-awaited', [account('2028-09-01'), account('2028-09-02')]],
    ['financial-report-not-awaited', [account('2028-09-01', 7)]],
    ['amount-not-in-cents', [account('2028-09-01', 1, 1.5)]],
    ['no-financial-report', [accept('2028-09-01')]],
    ['no-financial-report', [returned('2028-09-01')]],
    ['accepted-too-much', [account('2028-09-01'), accept('2028-09-02', 1, 100_001)]],
    ['amount-not-in-cents', [account('2028-09-01'), accept('2028-09-02', 1, -1)]],
    ['date-in-the-past', [account('2028-09-01'), returned('2028-09-02', 1, { limitOn: '2028-09-01' })]],
    ['period-not-defaulted', [late('submitLateReport', '2028-09-01')]],
    ['period-not-defaulted', [late('submitLateReport', '2028-11-05'), late('submitLateReport', '2028-11-06')]],
    ['no-late-report', [late('validateLateReport', '2028-11-05')]],
    ['mid-term-not-asked', [staff('2028-09-01')]],
    ['mid-term-staffed', [submit('2028-07-10'), validate('2028-07-20'), staff('2028-07-25'), staff('2028-07-26')]],
    ['appraisal-not-awaited', [appraised(101, '2028-07-25', 1)]],
    ['label-has-ended', [told('labelEnded', '2028-03-10', { cause: 'withdrawn', on: '2028-03-10' }), told('labelExtended', '2028-03-11', { endsOn: '2032-01-01', report: true })]],
    ['date-unchanged', [told('labelExtended', '2028-03-11', { endsOn: '2030-06-30', report: true })]],
  ] as [string, PlayedAct[]][])('refuses %s', (code, acts) => {
    expect(refusalOf(run(acts))).toBe(code);
  });
});

describe('a report after its default', () => {
  it('is taken, returned, and validated; the default stays', () => {
    expect(plays.late.file.data.periods[0]).toMatchObject({ outcome: 'defaulted', outcomeOn: '2028-10-30', lateReport: { state: 'validated', submittedOn: '2028-11-08', settledOn: '2028-11-09' } });
    expect(plays.late.messages.filter((m) => m.to.startsWith('financing')).map((m) => m.act)).toEqual(['periodDefaulted', 'reportValidated']);
    expect(plays.late.notices.map((n) => n.template)).toContain('monitoring.late-report-while-suspended');
    expect(plays.late.file.data.suspendedOn).toBeNull();
  });

  it('is taken even when monitoring is over', () => {
    const over = run([late('submitLateReport', '2032-02-01', 3), late('validateLateReport', '2032-02-05', 3)]);
    expect(over.file).toMatchObject({ status: 'closed', deadlines: [], data: { periods: [{}, {}, { lateReport: { state: 'validated' } }] } });
  });
});

describe('the end of a label', () => {
  it('cuts the period short, and a last report is due two months later', () => {
    expect(storyOf(plays.cutShort)).toEqual(['2027-06-20 period-opened', '2028-03-10 financial-report-awaited', '2028-03-10 period-cut-short', '2028-04-01 report-submitted', '2028-04-10 report-validated', '2028-04-10 settling-begun']);
    expect(plays.cutShort.file.data.periods).toMatchObject([{ from: '2027-07-01', to: '2028-03-10', dueOn: '2028-05-10', financial: { dueOn: '2028-09-11' } }]);
    expect(plays.cutShort.notices.map((n) => n.template)).toContain('monitoring.last-report');
  });

  it('before its first day asks for nothing', () => {
    expect(plays.endedBefore.file).toMatchObject({ status: 'closed', deadlines: [] });
  });

  it('while a report is awaited leaves it due, and adds the days since', () => {
    expect(plays.endedDue.file.data.periods).toMatchObject([{ to: '2028-06-30' }, { from: '2028-07-01', to: '2028-08-10' }]);
    expect(plays.endedDue.file.status).toBe('report_due');
  });
});

describe('an extension', () => {
  it('adds a period only if the decision says so', () => {
    const silent = run([told('labelExtended', '2029-01-01', { endsOn: '2030-12-31', report: false })]);
    expect(silent.file.data).toMatchObject({ extendedTo: '2030-12-31', extensions: [] });
    const asked = run([told('labelExtended', '2028-01-01', { endsOn: '2030-12-31', report: true }), ...years]);
    expect(asked.file).toMatchObject({ data: { extensions: [{ from: '2030-07-01', to: '2030-12-31' }] } });
    expect(asked.file.data.periods.map((p) => `${p.from}/${p.to}`)).toEqual(['2027-07-01/2028-06-30', '2028-07-01/2029-06-30', '2029-07-01/2030-06-30', '2030-07-01/2030-12-31']);
  });

  it('after the end opens monitoring again', () => {
    expect(plays.extended.file).toMatchObject({ status: 'open', data: { periods: [{}, {}, {}, { n: 4, from: '2030-07-01', to: '2030-12-31' }] } });
  });
});

describe('a label taken over in its midst', () => {
  it('begins with the period that runs, and nothing of the past', () => {
    const begun = runWith(wholeTerms, [], '2029-03-15', { ...beginning, on: '2029-03-10', facts: { ...beginning.facts, asOf: '2029-03-10' } });
    expect(begun.file).toMatchObject({ status: 'open', data: { periods: [{ n: 2, from: '2028-07-01', to: '2029-06-30', dueOn: '2029-08-30' }] } });
    expect(begun.notices.map((n) => n.template)).toEqual(['monitoring.period-opened']);
    expect(begun.entries).toHaveLength(1);
  });
});

describe('the appraisal at mid-term', () => {
  it('is asked after the period that the scheme names, once, and replaced by another expert when one is lost', () => {
    expect(plays.midTerm.file.data.midTerm).toEqual({ state: 'appraised', named: 2, expert: 'e-1', total: 5000, appraisedOn: '2028-09-01' });
    expect(plays.midTerm.messages.filter((m) => m.to.startsWith('appraisal')).map((m) => `${m.to.split('/').at(-1)} ${m.act}`)).toEqual(['101 invite', '102 invite', '102 reveal']);
    expect(plays.midTerm.messages.find((m) => m.act === 'invite')?.facts).toMatchObject({ client: plays.midTerm.file.subject, expert: 'e-1', n: 101 });
    expect(plays.midTerm.notices.map((n) => n.template)).toContain('monitoring.mid-term-below-threshold');
  });

  it('is called off with the label', () => {
    const off = run([submit('2028-07-10'), validate('2028-07-20'), staff('2028-07-25'), told('labelEnded', '2028-08-01', { cause: 'withdrawn', on: '2028-08-01' })]);
    expect(off.messages).toContainEqual(expect.objectContaining({ to: expect.stringMatching(/^appraisal\/.*\/101$/), act: 'cancel' }));
    expect(off.file.data.midTerm).toBeNull();
    const unnamed = run([submit('2028-07-10'), validate('2028-07-20'), told('labelEnded', '2028-08-01', { cause: 'withdrawn', on: '2028-08-01' })]);
    expect(unnamed.file.deadlines.map((d) => d.kind)).not.toContain('mid-term-due');
  });
});

describe('a survey', () => {
  it('of the period that a label’s end cuts short is told of it; one that has its result, or whose period is over, is not', () => {
    const toSurvey = (played: ReturnType<typeof run>) => played.messages.filter((m) => m.act === 'labelEnded').map((m) => [m.to.split('/').at(-1), m.facts['on']]);
    expect(toSurvey(plays.cutShort)).toEqual([['1', '2028-03-10']]);
    expect(toSurvey(plays.endedBefore)).toEqual([['1', '2027-06-25']]);
    expect(toSurvey(plays.endedDue)).toEqual([]);
    const ends = told('labelEnded', '2028-03-10', { cause: 'withdrawn', on: '2028-03-10' });
    expect(toSurvey(run([told('surveyClosed', '2028-02-01', { n: 1, runBy: 'centre', sent: 9, answered: 3 }), ends]))).toEqual([]);
    const { survey: _survey, ...without } = wholeTerms;
    expect(toSurvey(runWith(without, [ends]))).toEqual([]);
  });

  it('brings its result into the period, the centre’s own beside central ones, in any status', () => {
    const own = run([told('surveyClosed', '2032-01-01', { n: 2, runBy: 'centre', sent: 9, answered: 3 })]);
    expect(plays.surveyed.file.data.periods[0]?.survey).toEqual({ runBy: 'secretariat', sent: 20, answered: 8, mean: 431 });
    expect(own.file).toMatchObject({ status: 'closed', data: { periods: [{}, { survey: { runBy: 'centre', sent: 9, answered: 3, mean: null } }, {}] } });
  });
});

it('never refuses the clock, ends, tells nothing twice, and folds back to itself', () => {
  const act = fc.record({
    name: fc.constantFrom('submitReport', 'requestCorrection', 'validateReport', 'submitFinancialReport', 'returnFinancialReport', 'validateFinancialReport', 'submitLateReport', 'validateLateReport', 'staffMidTerm', 'moveDeadline', 'labelEnded', 'labelExtended', 'appraisalLost', 'appraisalSubmitted'),
    by: fc.constantFrom('applicant' as const, 'secretariat' as const, 'procedure' as const),
    kind: fc.constantFrom('report-due', 'financial-report-due', 'financial-review-due', 'late-review-due', 'mid-term-due'),
    n: fc.integer({ min: 1, max: 4 }), wait: fc.integer({ min: 0, max: 150 }), ahead: fc.integer({ min: -2, max: 300 }),
  });
  fc.assert(fc.property(fc.array(act, { maxLength: 16 }), (acts) => {
    const player = new Player(monitoringProcedure, wholeTerms);
    player.take(beginning);
    let day = '2028-06-01';
    for (const { name, by, kind, n, wait, ahead } of acts) {
      day = addDays(day, wait);
      player.passTimeUntil(`${day}T11:00:00.000Z`);
      const before = player.file;
      const mid = name.startsWith('appraisal') ? 100 + n : n;
      const verdict = player.take({ name, by, on: day, facts: { kind, to: addDays(day, ahead), n: mid, spent: 100, accepted: 90, total: 1, from: 'x/1', expert: 'e', cause: 'withdrawn', on: addDays(day, ahead - 100), endsOn: addDays('2030-06-30', ahead), report: ahead % 2 === 0 }, content: true });
      if (isRefusal(verdict)) expect(player.file).toBe(before);
    }
    player.passTimeUntil('2100-01-01T00:00:00.000Z');
    // Only the secretariat's own reviews may stay open for ever.
    expect(['closed', 'under_review', 'settling']).toContain(player.file.status);
    if (player.file.status === 'settling') expect(player.file.data.periods.some((p) => p.financial?.state === 'submitted')).toBe(true);
    const keys = player.notices.map((n) => `${n.key} ${JSON.stringify(n.audience)}`);
    expect(new Set(keys).size).toBe(keys.length);
    const sent = player.messages.map((m) => m.key);
    expect(new Set(sent).size).toBe(sent.length);
    expect(fold(monitoringProcedure, player.file.subject, player.entries)).toEqual(player.file);
  }));
});
