import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, type PlayedAct } from '../procedure/testing.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { monitoringProcedure } from './monitoring.procedure.js';

const terms: MonitoringTerms = {
  period: 'P1Y', reportDue: 'P2M', reportReminders: ['-P30D', '-P7D', 'P0D', 'P7D'], formalNotice: 'P30D', defaultAfter: 'P30D', review: 'P30D', correction: 'P30D',
};
// Periods end on 30 June; the report of the first is due on 30 August 2028, a Wednesday.
const begin: PlayedAct = {
  name: 'begin', by: 'procedure', on: '2027-06-20',
  facts: { award: 'award/1', call: 'call/1', pole: 'p-1', startsOn: '2027-07-01', endsOn: '2030-06-30' },
};
const submit = (on: string): PlayedAct => ({ name: 'submitReport', by: 'applicant', on, facts: { version: 3 }, content: true });
const correct = (on: string, facts = {}): PlayedAct => ({ name: 'requestCorrection', by: 'secretariat', on, facts, content: true });
const validate = (on: string): PlayedAct => ({ name: 'validateReport', by: 'secretariat', on });
const run = (acts: PlayedAct[], until?: string) => play(monitoringProcedure, terms, [begin, ...acts], until ? { until } : {});
const story = (p: ReturnType<typeof run>) => p.entries.filter((e) => e.type !== 'deadline-reminded').map((e) => `${e.on} ${e.type}`);

const plays = {
  whole: run([
    submit('2028-08-01'), validate('2028-08-20'), submit('2029-08-30'), correct('2029-09-10'), submit('2029-10-01'), validate('2029-10-05'),
    submit('2030-08-01'), validate('2030-08-10'),
  ]),
  never: run([], '2031-12-31'),
  uncorrected: run([submit('2028-08-30'), correct('2028-09-10')], '2028-12-31'),
  reviewedLate: run([submit('2028-08-30'), validate('2029-09-15')], '2029-10-01'),
};

describe('monitoring of a label', () => {
  it('holds together: every moment has its row', () => {
    expect(faultsOf(monitoringProcedure, ['report-due.formal-notice', 'correction-due.formal-notice'])).toEqual([]);
  });

  it('follows three years of reports to its end', () => {
    expect(story(plays.whole)).toEqual([
      '2027-06-20 period-opened', '2028-06-30 period-ended', '2028-08-01 report-submitted', '2028-08-20 report-validated',
      '2028-08-20 period-opened', '2029-06-30 period-ended', '2029-08-30 report-submitted', '2029-09-10 correction-requested', '2029-10-01 report-submitted', '2029-10-05 report-validated',
      '2029-10-05 period-opened', '2030-06-30 period-ended', '2030-08-01 report-submitted', '2030-08-10 report-validated', '2030-08-10 monitoring-closed',
    ]);
    expect(plays.whole.file).toMatchObject({ status: 'closed', deadlines: [] });
    expect(plays.whole.file.data.periods).toMatchObject([
      { from: '2027-07-01', to: '2028-06-30', dueOn: '2028-08-30', submittedOn: '2028-08-01', late: false, outcome: 'validated' },
      { from: '2028-07-01', to: '2029-06-30', dueOn: '2029-08-30', submittedOn: '2029-08-30', late: false, corrections: 1 },
      { from: '2029-07-01', to: '2030-06-30', dueOn: '2030-08-30', outcomeOn: '2030-08-10' },
    ]);
  });

  it('goes from reminders to formal notice to default, and on to the next period', () => {
    const first = run([], '2028-10-31');
    expect(story(first)).toEqual([
      '2027-06-20 period-opened', '2028-06-30 period-ended', '2028-08-30 report-overdue', '2028-09-29 formal-notice-served',
      '2028-10-30 period-defaulted', '2028-10-30 period-opened',
    ]);
    expect(first.notices.map((n) => n.template.replace('monitoring.', ''))).toEqual([
      'period-opened', 'report-reminder', 'report-reminder', 'report-reminder', 'report-overdue', 'report-overdue-officer', 'report-reminder',
      'formal-notice', 'formal-notice-officer', 'defaulted', 'defaulted-staff', 'defaulted-staff', 'period-opened',
    ]);
    // Each of them names the period that it is about, not the one that opens.
    expect(first.notices.slice(1, -1).map((n) => [n.facts?.['from'], n.facts?.['to']])).toEqual(Array(11).fill(['2027-07-01', '2028-06-30']));
    expect(plays.never.file.status).toBe('closed');
    expect(plays.never.file.data.periods.map((p) => p.outcome)).toEqual(['defaulted', 'defaulted', 'defaulted']);
  });

  it('takes a late report until the default, and says that it is late', () => {
    const at = (on: string) => run([submit(on)]).file;
    expect(at('2028-08-30').data.periods[0]?.late).toBe(false);
    expect(at('2028-08-31')).toMatchObject({ status: 'under_review', data: { periods: [{ late: true }] } });
    expect(at('2028-10-30')).toMatchObject({ status: 'under_review', data: { periods: [{ formalNoticeOn: '2028-09-29' }] } });
    expect(run([submit('2028-10-31')]).verdicts.at(-1)).toMatchObject({ refused: { code: 'not-now' } });
  });

  it('treats a correction that does not come like a report that does not come', () => {
    expect(story(plays.uncorrected).slice(3)).toEqual([
      '2028-09-10 correction-requested', '2028-10-10 correction-overdue', '2028-11-09 formal-notice-served', '2028-12-11 period-defaulted', '2028-12-11 period-opened',
    ]);
    expect(run([submit('2028-08-30'), correct('2028-09-10'), submit('2028-10-20')]).file.status).toBe('under_review');
  });

  it('gives the next report its whole time when the one before was validated late', () => {
    expect(plays.reviewedLate.entries.map((e) => e.type)).toContain('review-overdue');
    expect(plays.reviewedLate.file.status).toBe('report_due');
    expect(plays.reviewedLate.file.data.periods[1]).toMatchObject({ n: 2, to: '2029-06-30', dueOn: '2029-11-15' });
  });

  it('moves the report’s date, also one that has passed, and reminds again', () => {
    const move: PlayedAct = { name: 'moveDeadline', by: 'secretariat', on: '2028-09-05', facts: { kind: 'report-due', to: '2028-09-20' }, content: true };
    expect(run([move], '2028-10-15').file.status).toBe('overdue');
    expect(run([move], '2028-10-21').file.status).toBe('formal_notice');
    expect(run([move, submit('2028-09-20')]).file.data.periods[0]).toMatchObject({ dueOn: '2028-09-20', late: false });
  });

  it.each([
    ['report-missing', [{ name: 'submitReport', by: 'applicant', on: '2028-07-10' }]],
    ['not-now', [submit('2028-06-30')]],
    ['not-yours', [submit('2028-07-10'), { ...validate('2028-07-11'), by: 'applicant' }]],
    ['reasons-missing', [submit('2028-07-10'), { name: 'requestCorrection', by: 'secretariat', on: '2028-07-11' }]],
    ['date-in-the-past', [submit('2028-07-10'), correct('2028-07-11', { limitOn: '2028-07-10' })]],
    ['not-now', [begin]],
  ] as [string, PlayedAct[]][])('refuses %s', (code, acts) => {
    expect(run(acts).verdicts.at(-1)).toMatchObject({ refused: { code } });
  });

  it('never refuses the clock, ends, tells nothing twice, and folds back to itself', () => {
    const act = fc.record({
      name: fc.constantFrom('submitReport', 'requestCorrection', 'validateReport', 'moveDeadline'),
      kind: fc.constantFrom('report-due', 'correction-due', 'notice-limit', 'review-due'),
      by: fc.constantFrom('applicant' as const, 'secretariat' as const),
      wait: fc.integer({ min: 0, max: 150 }),
      ahead: fc.integer({ min: -2, max: 100 }),
    });
    fc.assert(fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      const player = new Player(monitoringProcedure, terms);
      player.take(begin);
      let day = '2028-06-01';
      for (const { name, by, kind, wait, ahead } of acts) {
        day = addDays(day, wait);
        player.passTimeUntil(`${day}T11:00:00.000Z`);
        const before = player.file;
        const verdict = player.take({ name, by, on: day, facts: { kind, to: addDays(day, ahead) }, content: true });
        if (isRefusal(verdict)) expect(player.file).toBe(before);
      }
      player.passTimeUntil('2100-01-01T00:00:00.000Z');
      // Only the secretariat's own review may stay open for ever.
      expect(['closed', 'under_review']).toContain(player.file.status);
      const keys = player.notices.map((n) => n.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(fold(monitoringProcedure, player.file.subject, player.entries)).toEqual(player.file);
    }));
  });
});
