import type { PlayedAct } from '../procedure/testing.js';
import type { SessionTerms } from '../scheme/terms.js';

/** Terms and acts of a plausible session, for the specs of this phase: convened on 1 April 2027 for the 12th. */
export const terms: SessionTerms = {
  notice: 'P5D', quorum: 50, reconvenedQuorum: 0, proxiesPerMember: 1, chairHasCastingVote: true, circulation: 'P8D', silenceAdopts: true, secretVote: false,
  rankingUnderBudget: false, reserveList: false, conditional: true, threshold: 60, tieBreak: ['engaged'],
};
export const everyOption: SessionTerms = { ...terms, secretVote: true, rankingUnderBudget: true, reserveList: true };

/** A chair, three members, one who advises, and a thematic one for housing. */
export const members = [
  { person: 'anne', themes: null, chair: true, voting: true }, { person: 'boris', themes: null, chair: false, voting: true },
  { person: 'chloe', themes: null, chair: false, voting: true }, { person: 'david', themes: null, chair: false, voting: true },
  { person: 'guest', themes: null, chair: false, voting: false }, { person: 'helena', themes: ['housing'], chair: false, voting: true },
];
export const fileOn = (name: string, more: object = {}) => ({ application: `application/${name}`, pole: name, themes: ['energy'], awardable: true, recusals: [], ...more });

export const convening = (files: readonly object[] = [fileOn('a'), fileOn('b')]): PlayedAct => ({
  name: 'convene', by: 'secretariat', on: '2027-04-01', content: true,
  facts: { scheme: 'pole-innovation', on: '2027-04-12', time: '14:00', officer: 'odile', members, files } as never,
});
const onTheDay = (name: string, facts: object, more: Partial<PlayedAct> = {}): PlayedAct => ({ name, by: 'secretariat', on: '2027-04-12', facts: facts as never, ...more });

export const there = (...people: string[]): PlayedAct => onTheDay('recordPresences', { presences: Object.fromEntries(people.map((person) => [person, 'on-site'])) });
/** These people are there, and one of them presides. */
export const presiding = (chair: string, ...people: string[]): PlayedAct => onTheDay('recordPresences', { presences: Object.fromEntries(people.map((person) => [person, 'on-site'])), presides: chair });
export const opening: PlayedAct = onTheDay('open', {});
export const recusal = (member: string, name: string): PlayedAct => onTheDay('recuse', { application: `application/${name}`, member }, { content: true });
export const proxy = (member: string, to: string): PlayedAct => onTheDay('giveProxy', { member, to }, { by: 'committee' });
/** `votes`: one letter a member in the order of `people`, f, a or n (abstains). */
export const ballot = (name: string, outcome: string, people: readonly string[], votes: string, more: object = {}): PlayedAct => onTheDay('vote', {
  application: `application/${name}`, outcome, reasoned: true, sheet: 'scan',
  votes: people.map((person, i) => ({ person, vote: votes[i] === 'f' ? 'for' : votes[i] === 'a' ? 'against' : 'abstain' })), ...more,
}, { content: true });
export const secretBallot = (name: string, outcome: string, tally: readonly [number, number, number], more: object = {}): PlayedAct => onTheDay('vote', {
  application: `application/${name}`, outcome, reasoned: true, tally: { for: tally[0], against: tally[1], abstain: tally[2] }, ...more,
}, { content: true });
export const closing: PlayedAct = onTheDay('close', {});
export const circulation: PlayedAct = { name: 'circulateMinutes', by: 'secretariat', on: '2027-04-14' };
export const approval = (member: string): PlayedAct => ({ name: 'approveMinutes', by: 'committee', on: '2027-04-15', facts: { member } });
export const score = (name: string, total: number, engaged = 1) => ({
  id: `application/${name}`, result: { total: { numerator: total, denominator: 1 }, criteria: [{ code: 'engaged', mean: { numerator: engaged, denominator: 1 } }] },
});
export const deferral = (name: string): PlayedAct => onTheDay('putOff', { application: `application/${name}` }, { content: true });
export const departure = (name: string, on = '2027-04-12'): PlayedAct => ({ name: 'fileClosed', by: 'procedure', on, facts: { from: `application/${name}` } });
export const ranking = (facts: object): PlayedAct => onTheDay('rank', facts);
export const question = (name: string, outcome: string): PlayedAct => onTheDay('putToVote', { application: `application/${name}`, outcome, reasoned: true }, { content: true });
export const cast = (name: string, member: string, vote: string, caster = member): PlayedAct => onTheDay('castVote', { application: `application/${name}`, member, vote, caster }, { by: 'committee' });
export const count = (name: string): PlayedAct => onTheDay('vote', { application: `application/${name}` });
