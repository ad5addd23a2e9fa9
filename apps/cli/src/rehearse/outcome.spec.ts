import { describe, expect, it } from '@jest/globals';
import { callProcedure } from '../../../../libs/domain/src/call/call.procedure.js';
import { Player } from '../../../../libs/domain/src/procedure/testing.js';
import { type MonitoringTerms, termsOf } from '../../../../libs/domain/src/scheme/terms.js';
import { parseScheme } from '../../../../libs/domain/src/scheme/parse.js';
import { readFileSync } from 'node:fs';
import { monitoringProcedure } from '../../../../libs/domain/src/monitoring/monitoring.procedure.js';
import type { Procedure, Standing } from '../../../../libs/domain/src/procedure/procedure.js';
import type { Whole, WholeSubject } from '../../../../libs/persistence/src/procedure/whole.queries.js';
import { violationsOf } from './checks/violations.js';
import { count, outcomeOf } from './outcome.js';
import { tableOf } from './table.js';

const parsed = parseScheme(readFileSync('schemes/pole-innovation.yaml', 'utf8'), 'pole-innovation.yaml');
if (!parsed.ok) throw new Error('not a scheme');
const { scheme } = parsed;

/** A subject as a play leaves it, recorded the moment it happened. */
function recorded<S extends string, D, T>({ kind }: Procedure<S, D, T>, player: Player<S, D, T>): WholeSubject {
  const { subject, status, seq, data, deadlines } = player.file as Standing;
  const row = { id: subject, kind, status, seq, data: JSON.parse(JSON.stringify(data)), deadlines } as unknown as WholeSubject['row'];
  return { row, entries: player.entries.map((e) => ({ ...e, recordedAt: e.at })) };
}

function lateReport(): Player<string, unknown, unknown> {
  const player = new Player(monitoringProcedure, termsOf(scheme).monitoring as MonitoringTerms);
  player.take({ name: 'begin', by: 'procedure', on: '2027-07-01', facts: { award: 'award/a', call: 'call/c', pole: 'p', startsOn: '2027-07-01', endsOn: '2030-06-30' } });
  player.take({ name: 'submitReport', by: 'applicant', on: '2028-09-05', content: true });
  player.take({ name: 'validateReport', by: 'secretariat', on: '2028-09-10' });
  return player as unknown as Player<string, unknown, unknown>;
}

const whole = (subjects: WholeSubject[], more: Partial<Whole> = {}): Whole => ({ subjects, notifications: [], refused: [], unsettled: [], ...more });
const judged = (w: Whole): string[] => violationsOf({ whole: w, mails: [], scheme, end: '2031-01-04T08:00:00.000Z', today: '2031-01-04' });

describe('the outcome of a rehearsal', () => {
  it('counts in the order of names', () => {
    expect(Object.entries(count(['b', 'a', 'b']))).toEqual([['a', 1], ['b', 2]]);
  });

  it('tells what was late and by how much', () => {
    const outcome = outcomeOf(whole([recorded(monitoringProcedure as unknown as Procedure<string, unknown, unknown>, lateReport())], {
      refused: [{ subject: 'application/x', act: 'submit', code: 'call-closed', receivedAt: '2027-04-01T00:00:01.000Z' }],
    }));
    expect(outcome).toMatchObject({
      periods: { validated: 1, 'under-way': 1 }, overdue: { 'monitoring.report-due': 1 }, latest: { deadline: 'monitoring.report-due', act: 'submitReport', days: 6 }, tooLate: 1, acts: 2,
    });
    expect(tableOf(outcome, 'en').join('\n')).toMatch(/yearly report \.+ +1/);
    expect(tableOf(outcome, 'fr').join('\n')).toContain('+6 jours');
  });

  it('finds an entry that no table allows, a read model that is no fold, a notice sent after its step', () => {
    const fine = recorded(monitoringProcedure as unknown as Procedure<string, unknown, unknown>, lateReport());
    expect(judged(whole([fine]))).toEqual([]);
    expect(judged(whole([{ ...fine, row: { ...fine.row, status: 'closed' } }]))).toEqual([expect.stringContaining('is not the fold')]);
    const stray = { ...fine, entries: fine.entries.map((e) => (e.type === 'report-submitted' ? { ...e, type: 'report-validated' } : e)) };
    expect(judged(whole([stray]))).toEqual([expect.stringContaining('no transition')]);
    const notice = { key: 'k', subject: fine.row.id, template: 'monitoring.report-reminder', whileStatus: ['report_due'], sentAt: '2028-09-09 08:00:00+00', state: 'sent', createdAt: '2028-09-09 08:00:00+00' };
    const told = (...notifications: object[]): Whole => whole([fine], { notifications: notifications as unknown as Whole['notifications'] });
    expect(judged(told(notice))).toEqual([expect.stringContaining('k was sent at 2028-09-09')]);
    expect(judged(told({ ...notice, sentAt: '2028-08-01 08:00:00+00' }))).toEqual([]);
    expect(judged(told({ ...notice, sentAt: null }, { ...notice, sentAt: null }))).toEqual(['notification k exists twice']);
  });

  it('holds calls to their tables too', () => {
    const player = new Player(callProcedure, termsOf(scheme).call);
    player.take({ name: 'create', by: 'secretariat', on: '2027-01-04', facts: { scheme: 'pole-innovation', version: 1, opensOn: '2027-01-15', closesOn: '2027-03-31', officer: 'o' } });
    player.passTimeUntil('2027-04-02T00:00:00.000Z');
    expect(judged(whole([recorded(callProcedure, player)]))).toEqual([]);
  });
});
