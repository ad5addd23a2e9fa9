import type { PlayedAct } from '../procedure/testing.js';
import type { Terms } from '../scheme/terms.js';

/** Terms and acts of a plausible file, for the specs of this phase: received on 1 March 2027, awarded in April. */
export const terms: Terms['application'] = {
  review: 'P15D', reviewReminders: ['-P3D'], piecesLimit: 'P30D', piecesReminders: ['-P7D'], appraisal: 'P6W', silence: 'P2M', silenceWarning: '-P15D', appeal: 'P2M',
  experts: 2, divergence: 30, threshold: 60, conditional: true, conditionReminders: ['-P7D'],
};

export const K = '00000000-0000-4000-8000-00000000000a';

export const submit: PlayedAct = {
  name: 'submit', by: 'applicant', on: '2027-03-01',
  facts: { call: 'call/1', callClosesOn: '2027-03-31', pole: 'pole', structure: 'structure', structureType: 'association', kind: 'initial', draft: { version: 3, hash: 'h' } },
};
export const request: PlayedAct = { name: 'requestPieces', by: 'secretariat', on: '2027-03-05', content: true };
export const pieces: PlayedAct = { name: 'supplyPieces', by: 'applicant', on: '2027-03-15', content: true };
export const admit: PlayedAct = { name: 'admit', by: 'secretariat', on: '2027-03-10' };
export const staff: PlayedAct = { name: 'staff', by: 'secretariat', on: '2027-03-12', facts: { experts: ['alice', 'bob'] } };

export const scored = (n: number, total: number): PlayedAct => ({ name: 'appraisalSubmitted', by: 'procedure', on: '2027-03-18', facts: { n, total } });
export const lost = (n: number, cause: string): PlayedAct => ({ name: 'appraisalLost', by: 'procedure', on: '2027-03-18', facts: { n, cause } });
export const both = [scored(1, 7000), scored(2, 6000)];
export const decline = lost(1, 'declined');

export const proposeAward: PlayedAct = { name: 'propose', by: 'committee', on: '2027-04-05', facts: { outcome: 'award' } };
export const proposeRefusal: PlayedAct = { ...proposeAward, facts: { outcome: 'refuse' } };
export const signAward: PlayedAct = {
  name: 'sign', by: 'authority', on: '2027-04-15', content: true, facts: { outcome: 'award', signedOn: '2027-04-14', startsOn: '2027-05-01', endsOn: '2030-04-30' },
};
export const signRefusal: PlayedAct = { ...signAward, facts: { outcome: 'refuse', signedOn: '2027-04-14', reasoned: true } };
export const notification: PlayedAct = { name: 'notify', by: 'secretariat', on: '2027-04-21', facts: { notifiedOn: '2027-04-20', channel: 'post' } };
export const sendAward: PlayedAct = { name: 'sendForSignature', by: 'secretariat', on: '2027-04-08', content: true, facts: { outcome: 'award', sentOn: '2027-04-08' } };
export const proposeConditional: PlayedAct = { ...proposeAward, facts: { outcome: 'conditional-award' } };
export const signConditional: PlayedAct = { ...signAward, facts: { ...signAward.facts, outcome: 'conditional-award', conditions: [{ dueOn: '2027-07-01' }, { dueOn: '2027-09-01' }] } };
export const deferral: PlayedAct = { ...signAward, facts: { outcome: 'defer', signedOn: '2027-04-14' } };
export const meet = (n: number, on: string): PlayedAct => ({ name: 'meetCondition', by: 'secretariat', on, facts: { n }, content: true });
export const read: PlayedAct = { name: 'readDecision', by: 'applicant', on: '2027-04-22' };
export const close: PlayedAct = { name: 'closeWithoutAction', by: 'authority', on: '2027-04-05', content: true };
export const withdraw: PlayedAct = { name: 'withdraw', by: 'applicant', on: '2027-04-05' };
