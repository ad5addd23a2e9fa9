import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/civil-date.js';
import type { By } from '../procedure/role.js';
import { lastTold, lifeUntil, publicLife, publicStatusOn, publicStatuses, type PublicEntry } from './public-life.js';

const term = { startsOn: '2027-07-01', endsOn: '2030-06-30' };
const entry = (type: string, act: string, on: string, { by = 'authority', ...facts }: { by?: By; [fact: string]: string | undefined } = {}): PublicEntry => ({ type, act, by, on, facts: facts as Record<string, string> });
const activated = entry('activated', 'countersignContract', '2027-06-12');
const expired = entry('expired', 'expiry', '2030-06-30', { by: 'clock' });
const suspended = [entry('notice-served', 'serveNotice', '2028-02-01'), entry('suspended', 'suspend', '2028-03-10')];
const on = (entries: readonly PublicEntry[], day: string) => publicStatusOn(term, [activated, ...entries], day)?.status;

describe('the public life of a label', () => {
  it('is nobody’s business before both signatures', () => {
    expect(publicStatusOn(term, [], '2028-01-01')).toBeUndefined();
    expect(publicStatusOn(term, [entry('contract-signed', 'signContract', '2027-06-01')], '2028-01-01')).toBeUndefined();
    expect(publicLife(term, [])).toEqual([]);
  });

  it('begins with its first day and ends with its last one, before the clock has said so and after', () => {
    for (const entries of [[], [expired]]) {
      expect(['2027-06-30', '2027-07-01', '2030-06-30', '2030-07-01'].map((day) => on(entries, day))).toEqual(['upcoming', 'valid', 'valid', 'expired']);
    }
    // Signed after its first day: in force from the signatures on.
    expect(publicStatusOn(term, [entry('activated', 'signContract', '2027-09-01')], '2027-08-31')?.status).toBe('upcoming');
  });

  it('shows no notice, but the suspension that follows, and its end', () => {
    expect(['2028-02-01', '2028-03-09', '2028-03-10', '2029-01-01'].map((day) => on(suspended, day))).toEqual(['valid', 'valid', 'suspended', 'suspended']);
    expect(on([...suspended, entry('reinstated', 'reinstate', '2028-05-02')], '2028-05-02')).toBe('valid');
    // The limit is the last day of the suspension.
    const limit = [...suspended, entry('suspension-limit-reached', 'suspension-limit', '2028-09-10', { by: 'clock' })];
    expect(['2028-09-10', '2028-09-11', '2031-01-01'].map((day) => on(limit, day))).toEqual(['suspended', 'withdrawn', 'withdrawn']);
  });

  it('ends after the last day that the holder named, or with the day of a withdrawal', () => {
    const renounced = entry('renounced', 'renounce', '2028-04-02', { by: 'applicant', on: '2028-04-02' });
    expect(['2028-04-02', '2028-04-03'].map((day) => on([renounced], day))).toEqual(['valid', 'renounced']);
    expect(on([...suspended, entry('withdrawn', 'withdraw', '2028-06-01', { on: '2028-06-01' })], '2028-06-01')).toBe('withdrawn');
    expect(on([entry('transferred', 'transfer', '2028-06-01', { by: 'procedure', on: '2028-12-31' })], '2028-12-31')).toBe('valid');
  });

  it('moves its end by an extension only; one that comes after the end leaves the days between without a label', () => {
    const inTime = entry('extended', 'extend', '2030-05-01', { endsOn: '2030-12-31' });
    expect(['2030-07-01', '2030-12-31', '2031-01-01'].map((day) => on([inTime], day))).toEqual(['valid', 'valid', 'expired']);
    const late = [expired, entry('extended', 'extend', '2030-08-15', { endsOn: '2030-12-31' })];
    expect(publicLife(term, [activated, ...late])).toEqual([
      { status: 'upcoming', from: '2027-06-12', to: '2027-06-30' }, { status: 'valid', from: '2027-07-01', to: '2030-06-30' }, { status: 'expired', from: '2030-07-01', to: '2030-08-14' },
      { status: 'valid', from: '2030-08-15', to: '2030-12-31' }, { status: 'expired', from: '2031-01-01', to: null },
    ]);
    expect(publicStatusOn(term, [activated, ...late], '2030-07-10')?.endsOn).toBe('2030-06-30');
  });

  it('of an imported label begins where its term began', () => {
    expect(publicStatusOn(term, [entry('imported', 'importLabel', '2028-01-10', { by: 'secretariat' })], '2027-07-01')?.status).toBe('valid');
  });

  it('was last told when it changed in the public’s eyes: neither by a notice nor by its end', () => {
    const dropped = entry('notice-dropped', 'dropNotice', '2028-03-01');
    const [notice, suspension] = [suspended[0] as PublicEntry, suspended[1] as PublicEntry];
    const manager = entry('particulars-changed', 'recordChange', '2028-04-01', { by: 'procedure', what: 'manager' });
    const rename = entry('particulars-changed', 'recordChange', '2028-04-01', { by: 'procedure', what: 'rename' });
    const last = (...entries: PublicEntry[]) => lastTold(term, [activated, ...entries])?.type;
    expect([last(), last(notice), last(notice, dropped), last(manager), last(expired)]).toEqual(Array.from({ length: 5 }, () => 'activated'));
    expect([last(notice, suspension), last(...suspended, notice), last(notice, dropped, rename)]).toEqual(['suspended', 'suspended', 'particulars-changed']);
    expect(last(...suspended, entry('reinstated', 'reinstate', '2028-05-02'), notice)).toBe('reinstated');
    expect(last(expired, entry('extended', 'extend', '2030-08-15', { endsOn: '2030-12-31' }))).toBe('extended');
  });

  it('is told up to a day: what is to come is when the present period will end, and a suspension ends with its own limit', () => {
    const life = publicLife(term, [activated, ...suspended]);
    const last = (day: string, limit?: string) => lifeUntil(life, day, limit).at(-1);
    expect(lifeUntil(life, '2028-03-09')).toEqual([
      { status: 'upcoming', from: '2027-06-12', to: '2027-06-30', willEndOn: null }, { status: 'valid', from: '2027-07-01', to: null, willEndOn: '2028-03-09' },
    ]);
    expect(last('2028-03-10', '2028-09-10')).toEqual({ status: 'suspended', from: '2028-03-10', to: null, willEndOn: '2028-09-10' });
    expect(last('2030-03-10', '2030-09-10')?.willEndOn).toBe('2030-06-30');
    expect(last('2030-07-01')).toEqual({ status: 'expired', from: '2030-07-01', to: null, willEndOn: null });
    expect(lifeUntil(life, '2027-06-11')).toEqual([]);
  });

  it('is one unbroken line of periods that agrees with each day', () => {
    const day = fc.integer({ min: -30, max: 1500 }).map((n) => addDays('2027-07-01', n));
    const some = fc.array(fc.tuple(fc.constantFrom(...suspended, expired, entry('reinstated', 'reinstate', ''), entry('extended', 'extend', '', { endsOn: '2031-03-31' }), entry('withdrawn', 'withdraw', '')), day), { maxLength: 6 })
      .map((list) => [activated, ...list.map(([one, at]) => ({ ...one, on: at }))]);
    fc.assert(fc.property(some, day, (entries, at) => {
      const life = publicLife(term, entries);
      life.slice(1).forEach((period, i) => expect(period.from).toBe(addDays(life[i]?.to ?? '', 1)));
      const period = life.find(({ from, to }) => from <= at && (to === null || at <= to));
      if (period) expect(publicStatusOn(term, entries, at)?.status).toBe(period.status);
      for (const { status } of life) expect(publicStatuses).toContain(status);
    }));
  });
});
