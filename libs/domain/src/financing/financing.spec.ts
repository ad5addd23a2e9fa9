import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import type { Facts } from '../procedure/act.js';
import { isRefusal } from '../procedure/decision.js';
import { fold } from '../procedure/fold.js';
import { faultsOf, play, Player, rowsNeverTaken, type Play, type PlayedAct } from '../procedure/testing.js';
import type { FinancingTerms } from '../scheme/terms.js';
import { cut, entitlement, proRata } from './amounts.js';
import type { FinancingData } from './financing.data.js';
import { financingProcedure } from './financing.procedure.js';
import type { FinancingStatus } from './financing.status.js';
import { instalmentStates, instalmentTransitions, sentStates } from './instalment.table.js';
import { paidUnder } from './settlement.js';

const terms: FinancingTerms = {
  agreement: 'yearly', maximum: 5_000_000, rate: 80, period: 'P1Y', term: 'P3Y', recovery: 'P30D', recoveryReminders: ['-P7D', 'P7D'],
  instalments: [
    { code: 'advance', percent: 30, when: 'contract-signed' },
    { code: 'interim', percent: 40, when: 'report-validated' },
    { code: 'balance', percent: 30, when: 'financial-report-validated' },
  ],
};
const oneYear = { award: 'award/1', call: 'call/1', pole: 'p', structure: 's', startsOn: '2027-05-01', endsOn: '2028-04-30' };
const threeYears = { ...oneYear, endsOn: '2030-04-30' };

type Who = PlayedAct['by'];
const act = (by: Who, name: string, on: string, facts: Facts = {}): PlayedAct => ({ by, name, on, facts, content: true });
const told = (name: string, on: string, facts: Facts = {}) => act('procedure', name, on, facts);
const begin = (facts: Facts = oneYear, on = '2027-04-20') => told('begin', on, facts);
const bank = (n: number, on: string): PlayedAct[] => [
  act('applicant', 'proposeBankDetails', on, { last4: '1234' }), act('secretariat', 'noteCallBack', on, { n }), act('authority', 'confirmBankDetails', on, { n }),
];
const toApproval = (instalment: string, cents: number, on: string): PlayedAct[] => [
  act('secretariat', 'prepareInstalment', on, { instalment, cents }), act('authority', 'approveInstalment', on, { instalment, cents }),
];
const exported = (instalment: string, cents: number, on: string, run = 'r1') => told('exportInstalment', on, { instalment, cents, run, by: 'x' });
const paid = (instalment: string, cents: number, on: string): PlayedAct[] => [...toApproval(instalment, cents, on), exported(instalment, cents, on), act('secretariat', 'recordExecution', on, { instalment })];
const start = [begin(), ...bank(1, '2027-04-21')];

function run(acts: readonly PlayedAct[], own: FinancingTerms = terms): Play<FinancingStatus, FinancingData> {
  return play(financingProcedure, own, acts);
}
function refusals({ verdicts }: Play<FinancingStatus, FinancingData>): string[] {
  return verdicts.flatMap((v) => (isRefusal(v) ? [v.refused.code] : []));
}
const states = ({ file }: Play<FinancingStatus, FinancingData>) => Object.fromEntries(file.data.instalments.map((one) => [one.id, `${one.state} ${one.cents}`]));

/** Each by its name; together they take every row of the table. */
const plays = {
  year: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('reportValidated', '2028-07-10', { n: 1 }), ...paid('1-interim', 2_000_000, '2028-07-12'),
    told('financialReportValidated', '2028-11-02', { n: 1, accepted: 5_500_000 }), ...paid('1-balance', 900_000, '2028-11-05')]),
  recovered: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 1_000_000 }),
    act('authority', 'demandRecovery', '2028-11-10', { n: 1 }), act('secretariat', 'recordRecovery', '2028-11-20', { n: 1, cents: 200_000 }), act('secretariat', 'recordRecovery', '2029-02-20', { n: 1, cents: 500_000 })]),
  waived: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportDefaulted', '2028-11-02', { n: 1 }), act('authority', 'closeAgreement', '2028-12-01', { agreement: 1 }), act('authority', 'waiveRecovery', '2028-12-10', { n: 1 })]),
  suspended: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), told('labelSuspended', '2027-05-03'), exported('1-advance', 1_500_000, '2027-05-04'),
    act('secretariat', 'prepareInstalment', '2027-05-04', { instalment: '1-advance', cents: 1_500_000 }), told('labelReinstated', '2027-08-01'), exported('1-advance', 1_500_000, '2027-08-02')]),
  withdrawn: run([begin(threeYears), ...bank(1, '2027-04-21'), ...paid('1-advance', 1_500_000, '2027-05-02'), told('labelEnded', '2027-06-15', { cause: 'withdrawn', on: '2027-06-15' }),
    act('authority', 'demandRecovery', '2027-07-01', { n: 1 }), act('secretariat', 'recordRecovery', '2027-07-20', { n: 1, cents: 869_864 }), told('financialReportValidated', '2027-12-20', { n: 1, accepted: 500_000 })]),
  rejected: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), exported('1-advance', 1_500_000, '2027-05-03'), act('secretariat', 'recordRejection', '2027-05-06', { instalment: '1-advance', code: 'AC04' }),
    ...toApproval('1-advance', 1_500_000, '2027-05-07'), ...bank(2, '2027-05-08'), act('secretariat', 'prepareInstalment', '2027-05-09', { instalment: '1-advance', cents: 1_500_000 }),
    act('authority', 'returnInstalment', '2027-05-10', { instalment: '1-advance' }), act('applicant', 'proposeBankDetails', '2027-05-11', { last4: '9999' }), act('secretariat', 'refuseBankDetails', '2027-05-12', { n: 3 })]),
  extended: run([begin(), told('labelExtended', '2028-03-01', { endsOn: '2028-10-31', report: false, instalment: true }), told('reportValidated', '2029-01-01', { n: 1 })]),
  reopened: run([begin({ ...oneYear, asOf: '2027-06-01' }), told('labelExtended', '2028-05-10', { endsOn: '2029-04-30', report: true, instalment: true })]),
  threeYears: run([begin(threeYears), told('labelExtended', '2029-06-01', { endsOn: '2030-10-31', report: true, instalment: false })]),
  endedUnpaid: run([begin({ ...threeYears, startsOn: '2027-05-01' }), told('labelEnded', '2027-04-25', { cause: 'renounced', on: '2027-04-25' })]),
  // The label ends while the bank has the advance, which it then sends back: what was to be recovered was never received.
  backInTime: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), exported('1-advance', 1_500_000, '2027-05-03'), told('labelEnded', '2027-06-15', { cause: 'withdrawn', on: '2027-06-15' }), act('secretariat', 'recordRejection', '2027-06-16', { instalment: '1-advance', code: 'AC04' })]),
  nothingLeft: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), exported('1-advance', 1_500_000, '2027-05-03'), act('authority', 'closeAgreement', '2027-06-15', { agreement: 1 }), act('authority', 'demandRecovery', '2027-06-15', { n: 1 }), act('secretariat', 'recordRejection', '2027-06-16', { instalment: '1-advance', code: 'AC04' })]),
  // The same, but the debt was waived in between; nobody had received what was waived.
  waivedThenBack: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), exported('1-advance', 1_500_000, '2027-05-03'), told('labelEnded', '2027-06-15', { cause: 'withdrawn', on: '2027-06-15' }), act('authority', 'waiveRecovery', '2027-06-16', { n: 1 }), act('secretariat', 'recordRejection', '2027-06-17', { instalment: '1-advance', code: 'AC04' })]),
  defaultedThenLate: run([begin(), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 5_500_000 }), told('reportValidated', '2028-12-02', { n: 1 })]),
  defaultedUnspent: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 1_875_000 }), told('reportValidated', '2028-12-02', { n: 1 })]),
  defaultedWithDebt: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 0 }), told('reportValidated', '2028-12-02', { n: 1 })]),
  expiredSuspended: run([...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), told('labelSuspended', '2028-03-01'), told('labelExpired', '2028-04-30', { on: '2028-04-30' }), exported('1-advance', 1_500_000, '2028-05-02'), act('secretariat', 'recordExecution', '2028-05-03', { instalment: '1-advance' }),
    told('financialReportValidated', '2028-11-02', { n: 1, accepted: 1_875_000 })]),
  expiredSettled: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('labelSuspended', '2028-03-01'), told('financialReportValidated', '2028-03-02', { n: 1, accepted: 1_875_000 }), told('labelExpired', '2028-04-30', { on: '2028-04-30' })]),
  expiredWithNothing: run([begin({ ...oneYear, asOf: '2027-05-02' }), told('labelSuspended', '2028-03-01'), told('labelExtended', '2028-03-02', { endsOn: '2028-06-30', report: false, instalment: true }), told('labelExpired', '2028-06-30', { on: '2028-06-30' })]),
  expiredUnopened: run([begin({ ...threeYears, asOf: '2028-06-01' }), told('labelSuspended', '2028-07-01'), told('labelExpired', '2028-07-02')]),
  reopenedFrozen: run([begin({ ...oneYear, asOf: '2027-06-01' }), told('labelSuspended', '2028-03-01'), told('labelExtended', '2028-03-02', { endsOn: '2029-04-30', report: true, instalment: true })]),
  reinstatedSettled: run([begin({ ...oneYear, asOf: '2027-06-01' }), told('labelSuspended', '2028-03-01'), told('labelReinstated', '2028-03-02'), told('labelExtended', '2028-03-03', { endsOn: '2029-04-30', report: true, instalment: true })]),
  exact: run([...start, ...paid('1-advance', 1_500_000, '2027-05-02'), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 1_875_000 })]),
  closedUnspent: run([begin(), act('authority', 'closeAgreement', '2028-12-01', { agreement: 1 })]),
  closedInPart: run([begin(threeYears), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 500_000 }), act('authority', 'closeAgreement', '2031-12-01', { agreement: 1 })], { ...terms, agreement: 'whole-term' }),
  endedInMidYear: run([begin(), told('labelEnded', '2027-10-30', { cause: 'terminated', on: '2027-10-30' })], { ...terms, instalments: [{ code: 'advance', percent: 100, when: 'contract-signed' }] }),
};

describe('the financing of a label', () => {
  it('holds together, and every row of its table is reached', () => {
    expect(faultsOf(financingProcedure)).toEqual([]);
    expect(rowsNeverTaken(financingProcedure, Object.values(plays))).toEqual([]);
  });

  it('has one table for its instalments, each state of which is reached', () => {
    const reached = Object.values(plays).flatMap(({ entries }) => entries.map(({ type }) => type));
    expect(instalmentTransitions.filter(({ entry }) => !reached.includes(entry))).toEqual([]);
    expect([...instalmentTransitions.map(({ to }) => to), 'foreseen'].sort()).toEqual(expect.arrayContaining([...instalmentStates].sort()));
    // Money leaves by one row alone.
    expect(instalmentTransitions.filter(({ to }) => to === 'exported')).toEqual([{ entry: 'instalment-exported', from: ['approved'], to: 'exported' }]);
  });

  it('pays an advance, an interim payment and the balance of accepted spending, then is settled', () => {
    expect(refusals(plays.year)).toEqual([]);
    expect(states(plays.year)).toEqual({ '1-advance': 'executed 1500000', '1-interim': 'executed 2000000', '1-balance': 'executed 900000' });
    expect(plays.year.file.status).toBe('settled');
  });

  it('recovers what was paid beyond accepted spending, in parts, with reminders', () => {
    expect(refusals(plays.recovered)).toEqual([]);
    expect(plays.recovered.file).toMatchObject({ status: 'settled', data: { recoveries: [{ cents: 700_000, recovered: 700_000, state: 'recovered', cause: 'balance' }] } });
    expect(plays.recovered.entries.map(({ type }) => type)).toContain('recovery-overdue');
    expect(states(plays.recovered)).toEqual({ '1-advance': 'executed 1500000', '1-interim': 'cancelled 2000000', '1-balance': 'cancelled 1500000' });
  });

  it('sends nothing to the bank while the label is suspended, and what was approved afterwards', () => {
    expect(refusals(plays.suspended)).toEqual(['not-now', 'not-now']);
    expect(states(plays.suspended)['1-advance']).toBe('exported 1500000');
    expect(plays.suspended.file.status).toBe('current');
  });

  it('recovers by days what was paid for the time after the end of the label', () => {
    // 46 of 366 days of the agreement from 1 May 2027 to 30 April 2028: 628,415 of 5,000,000 may be kept.
    const { recoveries, agreements } = plays.withdrawn.file.data;
    expect(agreements[0]).toMatchObject({ ceiling: 628_415, to: '2027-06-15', periods: [1] });
    expect(recoveries[0]).toMatchObject({ cents: 871_585, cause: 'label-ended' });
    expect(recoveries[1]).toMatchObject({ cents: 228_415, cause: 'balance' });
  });

  it('asks nothing back of what the bank sent back', () => {
    expect(plays.backInTime.file.data.recoveries).toMatchObject([{ cents: 0, state: 'dropped' }]);
    expect(states(plays.backInTime)).toMatchObject({ '1-advance': 'due 628415' });
    expect(plays.nothingLeft.file).toMatchObject({ status: 'settled', deadlines: [], data: { recoveries: [{ state: 'dropped' }] } });
  });

  it('pays nobody a second time what was waived of money that the bank then sent back', () => {
    expect(refusals(plays.waivedThenBack)).toEqual([]);
    expect(plays.waivedThenBack.file.data.recoveries).toMatchObject([{ cents: 0, state: 'dropped' }]);
    expect(states(plays.waivedThenBack)).toMatchObject({ '1-advance': 'due 628415' });
  });

  it('holds the balance while a report has defaulted, until it comes or the authority closes the agreement', () => {
    const held = run([begin(), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 5_500_000 })]);
    expect(states(held)['1-balance']).toBe('foreseen 1500000');
    expect(held.file.data.agreements).toMatchObject([{ settledOn: null, defaulted: [1] }]);
    expect(plays.defaultedThenLate.file.data.agreements).toMatchObject([{ settledOn: '2028-12-02', balance: 4_400_000, defaulted: [] }]);
    expect(states(plays.defaultedThenLate)).toMatchObject({ '1-interim': 'cancelled 2000000', '1-balance': 'due 4400000' });
    expect(plays.defaultedUnspent.file.status).toBe('settled');
    const closed = run([begin(), told('periodDefaulted', '2028-10-02', { n: 1 }), told('financialReportValidated', '2028-11-02', { n: 1, accepted: 5_500_000 }), act('authority', 'closeAgreement', '2028-12-01', { agreement: 1 })]);
    expect(closed.file.data.agreements).toMatchObject([{ settledOn: '2028-12-01', balance: 4_400_000 }]);
  });

  it('can be settled though the label expired while it was suspended', () => {
    expect(refusals(plays.expiredSuspended)).toEqual([]);
    expect(plays.expiredSuspended.file).toMatchObject({ status: 'settled', data: { suspended: false } });
    expect(plays.expiredWithNothing.file).toMatchObject({ status: 'settling', deadlines: [] });
    expect(plays.expiredUnopened.file).toMatchObject({ status: 'settled', deadlines: [], data: { agreements: [] } });
    expect(refusals(plays.expiredSettled)).toEqual([]);
  });

  it('remembers a suspension when nothing more was to be paid, and is frozen when an extension opens it again', () => {
    expect(refusals(plays.reopenedFrozen)).toEqual([]);
    expect(plays.reopenedFrozen.file.status).toBe('frozen');
    expect(refusals(plays.reinstatedSettled)).toEqual([]);
    expect(plays.reinstatedSettled.file.status).toBe('current');
  });

  it('is over at once when the label ends before anything was paid or spent', () => {
    expect(states(plays.endedUnpaid)).toEqual({ '1-advance': 'cancelled 1500000', '1-interim': 'cancelled 2000000', '1-balance': 'cancelled 1500000' });
  });

  it('cuts what is due to the days of the label', () => {
    expect(states(plays.endedInMidYear)).toEqual({ '1-advance': 'due 2500000' });
  });

  it('opens each agreement on its first day', () => {
    const player = new Player(financingProcedure, terms);
    player.take(begin(threeYears));
    player.passTimeUntil('2028-05-01T00:00:00.000Z');
    expect(player.file.data.agreements.map(({ n, from }) => [n, from])).toEqual([[1, '2027-05-01'], [2, '2028-05-01']]);
    player.passTimeUntil('2031-05-01T00:00:00.000Z');
    expect(player.file.data.agreements).toHaveLength(3);
    expect(player.file.data.planned).toEqual([]);
  });

  it('is one agreement of the whole term where the scheme says so, and gates each instalment by its own report', () => {
    const whole: FinancingTerms = { ...terms, agreement: 'whole-term', instalments: [
      { code: 'advance', percent: 30, when: 'contract-signed' }, { code: 'second', percent: 40, when: 'report-validated', period: 2 }, { code: 'balance', percent: 30, when: 'financial-report-validated' },
    ] };
    const play = run([begin(threeYears), told('reportValidated', '2028-07-01', { n: 1 }), told('reportValidated', '2029-07-01', { n: 2 }), ...[1, 2, 3].map((n) => told('financialReportValidated', `203${n}-01-10`, { n, accepted: 1_500_000 }))], whole);
    expect(play.file.data.agreements).toMatchObject([{ from: '2027-05-01', to: '2030-04-30', periods: [1, 2, 3], balance: 3_600_000 }]);
    expect(states(play)).toEqual({ '1-advance': 'cancelled 1500000', '1-second': 'cancelled 2000000', '1-balance': 'due 3600000' });
  });

  it('adds an instalment to an extension only when the decision says so', () => {
    expect(plays.extended.file.data.agreements).toMatchObject([{ n: 1 }, { n: 2, from: '2028-05-01', to: '2028-10-31', maximum: 2_520_547, periods: [] }]);
    expect(states(plays.extended)['2-extension']).toBe('due 2520547');
    expect(plays.threeYears.file.data).toMatchObject({ endsOn: '2030-10-31', planned: [] });
    expect(plays.threeYears.file.data.agreements).toHaveLength(3);
  });

  it('leaves what an imported label was paid to where it was paid', () => {
    const play = run([begin({ ...threeYears, asOf: '2028-06-01' }, '2028-06-01')]);
    expect(play.file.data).toMatchObject({ agreements: [], planned: [{ n: 3, from: '2029-05-01' }] });
    expect(play.notices).toEqual([]);
  });
});

describe('two people', () => {
  const same = (name: string, facts: Facts): PlayedAct => act('secretariat', name, '2027-05-02', facts);

  it('prepare and approve a payment', () => {
    const facts = { instalment: '1-advance', cents: 1_500_000 };
    expect(refusals(run([...start, same('prepareInstalment', facts), same('approveInstalment', facts)]))).toEqual(['same-person']);
  });

  it('call back and confirm bank details, never who proposed them', () => {
    const proposed = [begin(), act('applicant', 'proposeBankDetails', '2027-04-21', { last4: '1234' })];
    expect(refusals(run([...proposed, act('authority', 'confirmBankDetails', '2027-04-22', { n: 1 })]))).toEqual(['call-back-missing']);
    expect(refusals(run([...proposed, act('secretariat', 'noteCallBack', '2027-04-22', { n: 1 }), act('secretariat', 'confirmBankDetails', '2027-04-22', { n: 1 })]))).toEqual(['same-person']);
  });

  it('confirm an account in another name only when they say that they saw it', () => {
    const proposed = [begin(), act('applicant', 'proposeBankDetails', '2027-04-21', { last4: '1234', holderDiffers: true }), act('secretariat', 'noteCallBack', '2027-04-22', { n: 1 })];
    expect(refusals(run([...proposed, act('authority', 'confirmBankDetails', '2027-04-22', { n: 1 })]))).toEqual(['bank-holder-differs']);
    expect(refusals(run([...proposed, act('authority', 'confirmBankDetails', '2027-04-22', { n: 1, holderDiffers: true })]))).toEqual([]);
  });

  it('are never the same as who proposed the account, or entered it from paper', () => {
    const proposed = [begin(), { ...act('applicant', 'proposeBankDetails', '2027-04-21', { last4: '1234' }), actor: 'anna' }];
    const anna = (name: string): PlayedAct => ({ ...act('secretariat', name, '2027-04-22', { n: 1 }), actor: 'anna' });
    expect(refusals(run([...proposed, anna('noteCallBack')]))).toEqual(['same-person']);
    expect(refusals(run([...proposed, act('secretariat', 'noteCallBack', '2027-04-22', { n: 1 }), anna('confirmBankDetails')]))).toEqual(['same-person']);
    expect(refusals(run([...proposed, act('secretariat', 'noteCallBack', '2027-04-22', { n: 1 }), { ...anna('confirmBankDetails'), actor: 'bea' }]))).toEqual([]);
  });

  it('approve a payment to the account that the run lists, and to no other', () => {
    const listed = (n: number): PlayedAct => told('exportInstalment', '2027-05-10', { instalment: '1-advance', cents: 1_500_000, run: 'r1', by: 'x', bank: n });
    // The run was ordered with the first account; before it came, a second was confirmed, and the payment prepared and approved for that.
    const changed = [...start, ...toApproval('1-advance', 1_500_000, '2027-05-02'), ...bank(2, '2027-05-08'), ...toApproval('1-advance', 1_500_000, '2027-05-09')];
    expect(refusals(run([...changed, listed(1)]))).toEqual(['payment-changed']);
    expect(refusals(run([...changed, listed(2)]))).toEqual([]);
  });

  it('pay nobody but the carrier of the day', () => {
    const details = [begin(), act('applicant', 'proposeBankDetails', '2027-04-21', { last4: '1234', structure: 's' }), act('secretariat', 'noteCallBack', '2027-04-21', { n: 1 }), act('authority', 'confirmBankDetails', '2027-04-21', { n: 1 })];
    const facts = { instalment: '1-advance', cents: 1_500_000 };
    expect(refusals(run([...details, same('prepareInstalment', { ...facts, carrier: 'other' })]))).toEqual(['carrier-changed']);
    expect(refusals(run([...details, same('prepareInstalment', { ...facts, carrier: 's' }), act('authority', 'approveInstalment', '2027-05-02', facts), told('exportInstalment', '2027-05-03', { ...facts, run: 'r', by: 'x', carrier: 'other' })]))).toEqual(['carrier-changed']);
  });

  it('have to prepare again what was prepared for other bank details', () => {
    expect(refusals(plays.rejected)).toEqual([]);
    expect(plays.rejected.entries.filter(({ type }) => type === 'preparation-returned')).toHaveLength(2);
    expect(states(plays.rejected)['1-advance']).toBe('due 1500000');
  });

  it('approve the amount that they looked at', () => {
    expect(refusals(run([...start, same('prepareInstalment', { instalment: '1-advance', cents: 1 })]))).toEqual(['payment-changed']);
    expect(refusals(run([begin(), same('prepareInstalment', { instalment: '1-advance', cents: 1_500_000 })]))).toEqual(['bank-details-missing']);
  });
});

describe('what is told', () => {
  it('holds no account beyond its last four digits, and no fact that is not one', () => {
    for (const { entries, notices } of Object.values(plays)) {
      expect(JSON.stringify([entries.map(({ facts }) => facts), notices.map(({ facts }) => facts)])).not.toMatch(/[A-Z]{2}\d{2}[A-Z0-9]{11,30}/);
    }
    expect(plays.rejected.notices.filter(({ audience }) => 'person' in audience).map(({ template }) => template)).toEqual(['financing.bank-details-proposed', 'financing.bank-details-confirmed', 'financing.bank-details-proposed']);
  });
});

describe('the mail about a payment', () => {
  it('says which one it is and for which period', () => {
    const { notices } = run([...start, ...paid('1-advance', 1_500_000, '2027-05-02')]);
    expect(notices.find(({ template }) => template === 'financing.instalment-executed')?.facts).toMatchObject({ payment: { fr: 'avance' }, from: '2027-05-01', to: '2028-04-30' });
  });
});

describe('cents', () => {
  const cents = fc.integer({ min: 0, max: 100_000_000_000 });
  const percents = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }).map((some) => {
    const kept = some.reduce<number[]>((list, one) => [...list, Math.min(one, 100 - list.reduce((a, b) => a + b, 0))], []);
    return [...kept, 100 - kept.reduce((a, b) => a + b, 0)];
  });

  it('are cut without losing or making one', () => {
    fc.assert(fc.property(cents, percents, (amount, parts) => {
      const cutUp = cut(amount, parts);
      expect(cutUp.reduce((a, b) => a + b, 0)).toBe(amount);
      cutUp.forEach((part, at) => expect(part).toBeGreaterThanOrEqual(Math.floor((amount * (parts[at] ?? 0)) / 100) - 1));
      expect(cutUp.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
    }));
  });

  it('never give more than the maximum or the rate, and by days never more than the whole', () => {
    fc.assert(fc.property(cents, fc.integer({ min: 0, max: 100 }), cents, (accepted, rate, maximum) => {
      const given = entitlement(accepted, rate, maximum);
      expect(given <= maximum && given * 100 <= accepted * rate && Number.isInteger(given)).toBe(true);
    }));
    fc.assert(fc.property(cents, fc.integer({ min: -10, max: 800 }), (amount, days) => {
      const kept = proRata(amount, '2027-05-01', '2028-04-30', addDays('2027-05-01', days));
      expect(kept >= 0 && kept <= amount).toBe(true);
      expect(days < 0 ? kept === 0 : days >= 365 ? kept === amount : true).toBe(true);
    }));
  });

  it('that leave never bring what a pole has of an agreement above its ceiling: money sent, less money back', () => {
    const acts = ['pay', 'order', 'execute', 'reject', 'waive', 'demand', 'back', 'end', 'close', 'report', 'account'] as const;
    const step = fc.tuple(fc.constantFrom(...acts, 'order' as const, 'reject' as const, 'waive' as const), fc.nat(2), fc.integer({ min: 0, max: 6_000_000 }));
    fc.assert(fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
      const player = new Player(financingProcedure, terms);
      start.forEach((one) => player.take(one));
      const held = (): number => player.file.data.instalments.filter(({ state }) => sentStates.includes(state)).reduce((sum, { cents: sent }) => sum + sent, 0)
        - player.file.data.recoveries.reduce((sum, { recovered }) => sum + recovered, 0);
      const on = '2027-06-15';
      for (const [what, pick, amount] of steps) {
        const { instalments, recoveries, agreements } = player.file.data;
        const those = (...some: string[]) => instalments.filter(({ state }) => some.includes(state));
        const [one = instalments[pick]] = what === 'reject' || what === 'execute' ? those('exported') : those('due', 'rejected');
        const debt = recoveries[pick % Math.max(1, recoveries.length)];
        const facts = { instalment: one?.id ?? '', cents: one?.cents ?? 0 };
        const before = held();
        const taken: { readonly [name in (typeof acts)[number]]: readonly PlayedAct[] } = {
          order: [...toApproval(facts.instalment, facts.cents, on), exported(facts.instalment, facts.cents, on)],
          pay: paid(facts.instalment, facts.cents, on),
          execute: [act('secretariat', 'recordExecution', on, facts)], reject: [act('secretariat', 'recordRejection', on, { ...facts, code: 'AC04' })],
          waive: [act('authority', 'waiveRecovery', on, { n: debt?.n ?? 0 })], demand: [act('authority', 'demandRecovery', on, { n: debt?.n ?? 0 })],
          back: [act('secretariat', 'recordRecovery', on, { n: debt?.n ?? 0, cents: Math.min(amount, (debt?.cents ?? 0) - (debt?.recovered ?? 0)) })],
          end: [told('labelEnded', on, { cause: 'withdrawn', on })], close: [act('authority', 'closeAgreement', on, { agreement: 1 })],
          report: [told('reportValidated', on, { n: 1 })], account: [told('financialReportValidated', on, { n: 1, accepted: amount })],
        };
        taken[what].forEach((played) => player.take(played));
        if (held() > before) expect(held()).toBeLessThanOrEqual(agreements[0]?.ceiling ?? 0);
      }
      // A date waits exactly while a debt does.
      expect(player.file.deadlines.some(({ kind }) => kind === 'recovery-due')).toBe(player.file.data.recoveries.some(({ state }) => state === 'demanded'));
    }), { numRuns: 500 });
  });

  it('paid, less what is asked back, are never more than an agreement gives, whatever is asked of it in whatever order', () => {
    const wild = fc.array(fc.tuple(fc.constantFrom(...financingProcedure.transitions.map(({ act: name, by }) => ({ name, by })).filter(({ by }) => !by.includes('clock'))), fc.nat(3), fc.nat(6_000_000), fc.nat(40)), { maxLength: 60 });
    fc.assert(fc.property(wild, (asked) => {
      const player = new Player(financingProcedure, terms);
      player.take(begin(threeYears));
      let on = '2027-04-21';
      for (const [{ name, by }, pick, amount, days] of asked) {
        on = addDays(on, days);
        player.passTimeUntil(`${on}T00:00:00.000Z`);
        const { instalments, pendingBank, recoveries } = player.file.data;
        const one = instalments[pick % Math.max(1, instalments.length)];
        const before = player.file;
        const verdict = player.take({ name, by: by[pick % by.length] ?? 'secretariat', on, content: true, facts: {
          instalment: one?.id ?? '', cents: name === 'recordRecovery' ? amount : (one?.cents ?? 0), run: 'r', by: 'x', agreement: pick, accepted: amount, cause: 'withdrawn', on, endsOn: addDays('2030-04-30', amount % 300),
          report: pick > 1, instalmentAdded: true, n: name.includes('Bank') || name === 'noteCallBack' ? (pendingBank?.n ?? 0) : name.includes('ecovery') ? Math.min(pick, recoveries.length) : pick, last4: '1234',
        } });
        if (isRefusal(verdict)) expect(player.file).toBe(before);
      }
      const { data } = player.file;
      for (const { n, ceiling, maximum } of data.agreements) {
        expect(paidUnder(data, n)).toBeLessThanOrEqual(ceiling);
        const sent = data.instalments.filter((i) => i.agreement === n && sentStates.includes(i.state)).reduce((sum, i) => sum + i.cents, 0);
        expect(sent).toBeLessThanOrEqual(maximum);
      }
      for (const { state, preparedBy, approvedBy } of data.instalments) if (sentStates.includes(state)) expect(preparedBy !== null && approvedBy !== null && preparedBy !== approvedBy).toBe(true);
      // Of each instalment, the money left once, or once more after the bank had sent it back.
      for (const { id } of data.instalments) {
        const of = (type: string) => player.entries.filter((e) => e.type === type && e.facts['instalment'] === id).length;
        expect(of('instalment-exported')).toBeLessThanOrEqual(of('instalment-rejected') + 1);
      }
      expect(fold(financingProcedure, player.file.subject, player.entries)).toEqual(player.file);
    }), { numRuns: 200 });
  });
});
