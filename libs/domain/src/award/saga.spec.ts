import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blankAward } from './award.data.js';
import { isStuck, type SagaFacts, sagaOf, sagaSteps, type Step } from './saga.js';

const data = { ...blankAward, number: 'PI-2027-0001', decidedOn: '2027-05-20' };
const nothing: SagaFacts = {
  status: 'awaiting_contract', data, contractDue: '2027-08-02', asks: { contract: true, monitoring: true, financing: true }, received: [],
  begun: { monitoring: 'none', renewal: 'none', financing: 'none' }, credential: false, firstInstalment: null, firstPaidOn: null, bank: 'none', mail: { sent: 0, waiting: 0, late: 0, failed: 0 },
};
const active: SagaFacts = {
  ...nothing, status: 'active', data: { ...data, signedOn: '2027-06-10', countersignedOn: '2027-06-12', activatedOn: '2027-06-12' }, contractDue: null,
  begun: { monitoring: 'done', renewal: 'done', financing: 'done' }, credential: true, firstInstalment: 'executed', firstPaidOn: '2027-07-02', bank: 'in-force', mail: { sent: 2, waiting: 0, late: 0, failed: 0 },
};
const told = (facts: SagaFacts) => Object.fromEntries(sagaOf(facts).map(({ step, state, who, problem }) => [step, [state, who, ...(problem === null ? [] : [problem])].join(' ')]));

describe('the steps of an award', () => {
  it('wait for who has not signed, by the contract’s last day; nothing that follows has begun', () => {
    expect(told(nothing)).toEqual({
      decision: 'done authority', number: 'done procedure', 'contract-signature': 'waiting applicant', 'contract-countersignature': 'waiting authority', register: 'waiting procedure',
      certificate: 'waiting procedure', credential: 'waiting procedure', announcement: 'waiting procedure', monitoring: 'waiting procedure', renewal: 'waiting procedure', financing: 'waiting procedure', 'first-instalment': 'waiting procedure',
    });
    expect(sagaOf(nothing).find(({ step }) => step === 'contract-signature')?.on).toBe('2027-08-02');
  });

  it('are all done in the end', () => {
    expect(sagaOf(active).map(({ step }) => step)).toEqual([...sagaSteps]);
    expect(sagaOf(active).every(({ state }) => state === 'done')).toBe(true);
    expect(sagaOf(active).at(-1)?.on).toBe('2027-07-02');
  });

  const faults: [string, SagaFacts, string, string][] = [
    ['a signature was received, and Temporal is away', { ...nothing, received: [{ act: 'countersignContract', late: true }] }, 'contract-countersignature', 'stuck operator act-not-taken'],
    ['a signature is on its way', { ...nothing, received: [{ act: 'signContract', late: false }] }, 'contract-signature', 'waiting procedure'],
    ['nobody signed in time', { ...nothing, status: 'lapsed', data: { ...data, lapsedOn: '2027-08-02' } }, 'contract-signature', 'stuck secretariat contract-lapsed'],
    ['monitoring can’t begin', { ...active, begun: { ...active.begun, monitoring: 'undelivered' } }, 'monitoring', 'stuck operator message-undelivered'],
    ['renewal refused to begin', { ...active, begun: { ...active.begun, renewal: 'refused' } }, 'renewal', 'stuck operator message-refused'],
    ['no credential was given', { ...active, credential: false }, 'credential', 'stuck operator not-told'],
    ['nobody told financing', { ...active, begun: { ...active.begun, financing: 'none' } }, 'financing', 'stuck operator not-told'],
    ['the mail server is away', { ...active, mail: { sent: 0, waiting: 1, late: 1, failed: 0 } }, 'announcement', 'stuck operator mail-delayed'],
    ['a mail was given up', { ...active, mail: { sent: 1, waiting: 0, late: 0, failed: 1 } }, 'announcement', 'stuck secretariat mail-failed'],
    ['nobody is there to be told', { ...active, mail: { sent: 0, waiting: 0, late: 0, failed: 0 } }, 'announcement', 'stuck secretariat nobody-to-tell'],
    ['the bank rejected it', { ...active, firstInstalment: 'rejected' }, 'first-instalment', 'stuck secretariat rejected-by-bank'],
    ['nobody has given an account', { ...active, firstInstalment: 'due', bank: 'none' }, 'first-instalment', 'waiting applicant'],
    ['an account is to be checked', { ...active, firstInstalment: 'due', bank: 'proposed' }, 'first-instalment', 'waiting secretariat'],
    ['it waits to be prepared', { ...active, firstInstalment: 'due' }, 'first-instalment', 'waiting secretariat'],
    ['it waits to be approved', { ...active, firstInstalment: 'prepared' }, 'first-instalment', 'waiting authority'],
  ];
  it.each(faults)('say where it is stuck and who must act: %s', (_name, facts, step, expected) => {
    expect(told(facts)[step]).toBe(expected);
    expect(isStuck(sagaOf(facts))).toBe(expected.startsWith('stuck'));
  });

  it('leave out what the scheme does not ask for', () => {
    const steps = sagaOf({ ...active, asks: { contract: false, monitoring: false, financing: false } }).map(({ step }: Step) => step);
    expect(steps).toEqual(['decision', 'number', 'register', 'certificate', 'credential', 'announcement', 'renewal']);
  });

  it('never tell of a step as done that comes after a signature that is missing', () => {
    const delivery = fc.constantFrom('none', 'on-its-way', 'undelivered', 'refused') as fc.Arbitrary<SagaFacts['begun']['monitoring']>;
    fc.assert(fc.property(fc.boolean(), fc.boolean(), fc.record({ monitoring: delivery, renewal: delivery, financing: delivery }), (pole, authority, begun) => {
      const half: SagaFacts = { ...nothing, data: { ...data, signedOn: pole ? '2027-06-10' : null, countersignedOn: authority ? '2027-06-12' : null }, begun };
      const after = sagaOf(half).slice(4);
      expect(after.filter(({ state }) => state === 'done')).toEqual([]);
    }));
  });
});
