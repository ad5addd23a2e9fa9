import { describe, expect, it } from '@jest/globals';
import { sending, sent, signing } from './prepared.js';

const otherwise = { proposed: 'award', renewsEndsOn: null, term: 'P3Y' } as const;
const signature = { signedOn: '2027-04-14', signatory: { surname: 'Haddad' } };
const refusal = { outcome: 'refuse', grounds: ['evidence'], reasonsInFact: 'Aucun partenariat.' } as const;
const conditional = { outcome: 'conditional-award', conditions: [{ dueOn: '2027-09-01', text: 'Recruter' }] } as const;

describe('a prepared decision', () => {
  it('is read back as it was sent', () => {
    for (const decision of [refusal, conditional]) {
      const { facts, content } = sending(decision, '2027-04-08');
      expect(sent(facts, content)).toMatchObject(decision);
    }
  });

  it('is signed as it was prepared', () => {
    expect(signing(signature, refusal, otherwise)).toEqual({
      facts: { signedOn: '2027-04-14', outcome: 'refuse', grounds: ['evidence'], reasoned: true }, content: { signatory: signature.signatory, reasonsInFact: 'Aucun partenariat.' },
    });
    expect(signing(signature, conditional, otherwise)).toMatchObject({
      facts: { startsOn: '2027-04-14', endsOn: '2030-04-13', conditions: [{ dueOn: '2027-09-01' }] }, content: { conditions: [{ n: 1, text: 'Recruter' }] },
    });
  });

  it('gives way to what the signature says, and lends nothing to another outcome', () => {
    expect(signing({ ...signature, startsOn: '2027-05-01' }, { outcome: 'award', startsOn: '2027-06-01', endsOn: '2029-05-31' }, otherwise).facts).toMatchObject({ startsOn: '2027-05-01', endsOn: '2030-04-30' });
    expect(signing({ ...signature, outcome: 'refuse' }, { outcome: 'award', reasonsInFact: 'Bon dossier.' }, otherwise).facts).toMatchObject({ reasoned: false });
  });

  it('without preparation, decides as proposed', () => {
    expect(signing(signature, null, otherwise).facts).toMatchObject({ outcome: 'award', startsOn: '2027-04-14' });
    expect(signing({ ...signature, outcome: 'defer' }, refusal, otherwise)).toEqual({ facts: { signedOn: '2027-04-14', outcome: 'defer', reasoned: false }, content: { signatory: signature.signatory } });
  });
});
