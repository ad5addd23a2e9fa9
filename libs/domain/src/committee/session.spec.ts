import { describe, expect, it } from '@jest/globals';
import { faultsOf, play, rowsNeverTaken, type Play, type PlayedAct } from '../procedure/testing.js';
import type { SessionTerms } from '../scheme/terms.js';
import type { SessionData } from './session.data.js';
import { approval, ballot, cast, circulation, closing, convening, count, deferral, departure, everyOption, fileOn, opening, presiding, proxy, question, ranking, recusal, score, secretBallot, terms, there } from './session.factory.js';
import { sessionProcedure } from './session.procedure.js';
import { type SessionStatus } from './session.status.js';

const plays: Play<SessionStatus, SessionData>[] = [];
function run(acts: readonly PlayedAct[], by: SessionTerms = terms, until?: string) {
  const played = play(sessionProcedure, by, acts, until ? { until } : {});
  plays.push(played);
  return played;
}
const last = (p: ReturnType<typeof run>) => p.verdicts.at(-1);
const all4 = ['anne', 'boris', 'chloe', 'david'];
const sat = [convening(), there(...all4), opening];
const told = (p: ReturnType<typeof run>) => p.messages.map(({ to, act, facts }) => [act, to, facts] as const);

describe('a session of the committee', () => {
  it('is convened five days before, or told the earliest day', () => {
    const late = { ...convening(), on: '2027-04-08' };
    expect(last(run([late]))).toEqual({ refused: { code: 'notice-too-short', params: { earliest: '2027-04-13' } } });
    const made = run([{ ...convening(), on: '2027-04-07' }]);
    expect(made.file.status).toBe('convened');
    expect(made.notices.filter(({ template }) => template === 'session.convened')).toHaveLength(6);
    expect(told(made).map(([act, to]) => [act, to])).toEqual([['onAgenda', 'application/a'], ['onAgenda', 'application/b']]);
    expect(last(run([{ ...convening([fileOn('a'), fileOn('a')]) }]))).toMatchObject({ refused: { code: 'file-twice' } });
  });

  it('changes its agenda until it opens, and calls thematic members with their files', () => {
    const add: PlayedAct = { name: 'addToAgenda', by: 'secretariat', on: '2027-04-02', facts: { files: [fileOn('c')], members: [{ person: 'ivan', themes: ['energy'], chair: false, voting: true }] } as never };
    const off: PlayedAct = { name: 'takeOffAgenda', by: 'secretariat', on: '2027-04-03', facts: { application: 'application/a' } };
    const changed = run([convening(), add, off]);
    expect(changed.file.data.files.map((one) => one.application)).toEqual(['application/b', 'application/c']);
    expect(changed.file.data.members.map((one) => one.person)).toContain('ivan');
    expect(told(changed).at(-1)?.slice(0, 2)).toEqual(['offAgenda', 'application/a']);
    expect(last(run([...sat, { ...add, on: '2027-04-12' }]))).toMatchObject({ refused: { code: 'not-now' } });
  });

  it('is moved with its notice, and cancelled with its files given back', () => {
    const moved: PlayedAct = { name: 'move', by: 'secretariat', on: '2027-04-02', facts: { on: '2027-04-20', time: '09:00' }, content: true };
    const played = run([convening(), moved, { name: 'cancel', by: 'secretariat', on: '2027-04-05', content: true }]);
    expect(told(played).slice(2)).toMatchObject([['onAgenda', 'application/a', { on: '2027-04-20' }], ['onAgenda', 'application/b', {}], ['offAgenda', 'application/a', {}], ['offAgenda', 'application/b', {}]]);
    expect(played.file.status).toBe('cancelled');
    expect(last(run([convening(), { ...moved, facts: { on: '2027-04-06', time: '09:00' } }]))).toMatchObject({ refused: { code: 'notice-too-short' } });
  });

  it('tells its secretary when the day passed and it was not opened', () => {
    const forgotten = run([convening()], terms, '2027-04-13');
    expect(forgotten.entries.map((e) => e.type)).toContain('session-not-held');
    expect(forgotten.notices.at(-1)).toMatchObject({ template: 'session.not-held', audience: { officerOf: forgotten.file.subject } });
  });
});

describe('quorum', () => {
  it('is half of the voting members: without it the session is convened again, and then sits as it is', () => {
    const short = run([convening(), there('anne', 'boris'), opening]);
    expect(short.file).toMatchObject({ status: 'inquorate', data: { quorum: { entitled: 5, sitting: 2, needed: 3 } } });
    const again: PlayedAct = { name: 'reconvene', by: 'secretariat', on: '2027-04-12', facts: { on: '2027-04-19', time: '14:00' } };
    const late: PlayedAct = { ...there('boris'), on: '2027-04-19' };
    const open: PlayedAct = { ...opening, on: '2027-04-19' };
    const sitting = run([convening(), there('anne', 'boris'), opening, again, late, open]);
    expect(sitting.file).toMatchObject({ status: 'quorate', data: { reconvened: true, quorum: { sitting: 1, needed: 0 } } });
    expect(last(run([convening(), there('anne'), opening, again, open]))).toMatchObject({ refused: { code: 'nobody-there' } });
    expect(last(run([convening(), opening, { ...again, facts: { on: '2027-04-14', time: '14:00' } }]))).toMatchObject({ refused: { code: 'notice-too-short' } });
  });

  it('counts remote members and proxies, one each', () => {
    const remote: PlayedAct = { name: 'recordPresences', by: 'secretariat', on: '2027-04-12', facts: { presences: { anne: 'on-site', boris: 'remote', chloe: 'excused' } } };
    expect(run([convening(), remote, proxy('chloe', 'anne'), opening]).file).toMatchObject({ status: 'quorate', data: { quorum: { entitled: 5, sitting: 3, needed: 3 } } });
    expect(last(run([convening(), proxy('chloe', 'anne'), proxy('david', 'anne')]))).toEqual({ refused: { code: 'proxies-exceeded', params: { max: 1 } } });
    expect(last(run([convening(), proxy('anne', 'anne')]))).toMatchObject({ refused: { code: 'proxy-to-yourself' } });
    expect(last(run([convening(), { ...proxy('chloe', 'anne'), by: 'secretariat' }]))).toMatchObject({ refused: { code: 'paper-missing' } });
    expect(last(run([convening(), proxy('chloe', 'anne'), { name: 'takeBackProxy', by: 'committee', on: '2027-04-12', facts: { member: 'chloe' } }]))).not.toHaveProperty('refused');
  });

  it('a recused member lets it fall for one file, which is put off; the other is voted on', () => {
    const acts = [convening(), there('anne', 'boris', 'helena'), opening, ballot('b', 'award', ['anne', 'boris'], 'ff'), recusal('boris', 'a')];
    expect(last(run([...acts, ballot('a', 'award', ['anne'], 'f')]))).toEqual({ refused: { code: 'file-inquorate', params: { entitled: 3, sitting: 1, needed: 2 } } });
    const done = run([...acts, { name: 'putOff', by: 'secretariat', on: '2027-04-12', facts: { application: 'application/a' } }, closing]);
    expect(told(done).slice(2)).toMatchObject([['deferred', 'application/a', { cause: 'inquorate' }], ['propose', 'application/b', {}]]);
    expect(last(run([...acts, recusal('boris', 'b')]))).toMatchObject({ refused: { code: 'file-decided' } });
    const again: PlayedAct = { name: 'reconvene', by: 'secretariat', on: '2027-04-12', facts: { on: '2027-04-19', time: '14:00' } };
    const on = (act: PlayedAct): PlayedAct => ({ ...act, on: '2027-04-19' });
    const later = run([convening(), opening, again, on(there('anne')), on(opening), on(recusal('boris', 'a')), on(ballot('a', 'award', ['anne'], 'f'))]);
    expect(later.file.data.files[0]?.result).toEqual({ outcome: 'award', by: 'vote' });
  });

  it('a proxy held by a recused member does not count for that file', () => {
    const acts = [convening(), there('anne', 'boris'), proxy('chloe', 'boris'), opening];
    expect(run(acts).file.status).toBe('quorate');
    const one = run([...acts, recusal('boris', 'a'), ballot('a', 'award', ['anne'], 'f')]);
    expect(last(one)).toMatchObject({ refused: { code: 'file-inquorate', params: { entitled: 3, sitting: 1, needed: 2 } } });
  });

  it('a thematic member sits for the files of the theme alone', () => {
    const housing = [fileOn('a', { themes: ['housing'] }), fileOn('b')];
    const acts = [convening(housing), there('anne', 'boris', 'helena'), opening];
    expect(last(run([...acts, ballot('a', 'award', ['anne', 'boris', 'helena'], 'fff')]))).not.toHaveProperty('refused');
    expect(last(run([...acts, ballot('b', 'award', ['anne', 'boris', 'helena'], 'fff')]))).toMatchObject({ refused: { code: 'not-entitled-to-vote' } });
  });
});

describe('votes', () => {
  it('are counted member by member; the chair parts a tie', () => {
    const tied = run([...sat, ballot('a', 'award', all4, 'ffaa')]);
    expect(tied.file.data.files[0]).toMatchObject({ result: { outcome: 'award', by: 'vote' }, motions: [{ tally: { for: 2, against: 2, abstain: 0 }, casting: 'for', adopted: true }] });
    const lost = run([...sat, ballot('a', 'award', all4, 'aaff'), ballot('a', 'refuse', all4, 'fffn')]);
    expect(lost.file.data.files[0]).toMatchObject({ result: { outcome: 'refuse' }, motions: [{ casting: 'against', adopted: false }, { adopted: true }] });
    expect(run([...sat, ballot('a', 'award', all4, 'ffaa')], { ...terms, chairHasCastingVote: false }).file.data.files[0]?.result).toBeNull();
    expect(last(run([...sat, ballot('a', 'award', ['anne', 'boris'], 'ff')]))).toEqual({ refused: { code: 'votes-missing', params: { missing: 2 } } });
  });

  it('are cast by the members themselves, and changed until the count', () => {
    expect(last(run([...sat, cast('a', 'anne', 'for')]))).toMatchObject({ refused: { code: 'no-question' } });
    expect(last(run([...sat, count('a')]))).toMatchObject({ refused: { code: 'no-question' } });
    const asked = [convening(), there('anne', 'boris', 'chloe'), proxy('david', 'anne'), opening, question('a', 'award')];
    expect(last(run([...asked, cast('a', 'david', 'for', 'boris')]))).toMatchObject({ refused: { code: 'not-entitled-to-vote' } });
    expect(last(run([...asked, cast('a', 'helena', 'for')]))).toMatchObject({ refused: { code: 'not-entitled-to-vote' } });
    expect(last(run([...asked, { ...cast('a', 'boris', 'for'), by: 'secretariat' }]))).toMatchObject({ refused: { code: 'paper-missing' } });
    const votes = [cast('a', 'anne', 'for'), cast('a', 'david', 'against', 'anne'), cast('a', 'boris', 'against'), cast('a', 'boris', 'for')];
    expect(last(run([...asked, ...votes, count('a')]))).toEqual({ refused: { code: 'votes-missing', params: { missing: 1 } } });
    const counted = run([...asked, ...votes, cast('a', 'chloe', 'abstain'), count('a')]);
    expect(counted.file.data.files[0]).toMatchObject({ question: null, result: { outcome: 'award' }, motions: [{ outcome: 'award', tally: { for: 2, against: 1, abstain: 1 }, content: { hash: 'hash' } }] });
    const hands = ballot('a', 'award', all4, 'ffff');
    expect(last(run([...sat, { ...hands, facts: { ...hands.facts, sheet: null } }]))).toMatchObject({ refused: { code: 'sheet-missing' } });
  });

  it('are entered for who casts them, since the question, from a paper of their own, and never over what a member cast online', () => {
    const asked = [convening(), there('anne', 'boris', 'chloe'), proxy('david', 'anne'), opening, question('a', 'award'), question('b', 'award'), cast('a', 'boris', 'against')];
    const enter = (member: string, vote: string, { caster = member, paper = 'p1', name = 'a', on = '2027-04-12' } = {}): PlayedAct => {
      const act = cast(name, member, vote, caster);
      return { ...act, by: 'secretariat', on, facts: { ...act.facts, paper } };
    };
    const refusalOf = (...acts: PlayedAct[]) => (last(run([...asked, ...acts])) as { refused?: { code: string } }).refused?.code;
    expect(refusalOf(enter('chloe', 'for', { caster: 'stranger' }))).toBe('not-entitled-to-vote');
    expect(refusalOf(enter('david', 'for', { caster: 'david' }))).toBe('not-entitled-to-vote');
    expect(refusalOf(enter('david', 'for', { caster: 'anne' }))).toBeUndefined();
    expect(refusalOf(enter('chloe', 'for', { on: '2021-04-12' }))).toBe('dated-too-early');
    expect(refusalOf(enter('boris', 'for'))).toBe('voted-online');
    expect(refusalOf(enter('chloe', 'for'), enter('anne', 'for'))).toBe('paper-used');
    expect(refusalOf(enter('chloe', 'for'), enter('chloe', 'for', { name: 'b' }))).toBe('paper-used');
    expect(refusalOf(enter('chloe', 'for'), enter('chloe', 'against'))).toBeUndefined();
    // A sheet of hands is no way round it.
    const hands = ballot('a', 'award', all4, 'ffff');
    expect(refusalOf(hands)).toBe('voted-online');
    expect(refusalOf(enter('chloe', 'for', { paper: 'scan' }), ballot('a', 'award', all4, 'fafa'))).toBe('paper-used');
    expect(refusalOf(ballot('a', 'award', all4, 'faff'))).toBeUndefined();
    expect(refusalOf(ballot('a', 'award', all4, 'faff'), enter('chloe', 'for', { name: 'b', paper: 'scan' }))).toBe('paper-used');
  });

  it('a chair who is represented parts no tie, by show of hands or in secret', () => {
    const absent = [convening(), there('boris', 'chloe', 'david'), proxy('anne', 'boris'), opening];
    expect(run([...absent, ballot('a', 'award', all4, 'ffaa')]).file.data.files[0]).toMatchObject({ result: null, motions: [{ tally: { for: 2, against: 2 }, casting: null, adopted: false }] });
    expect(last(run([...absent, secretBallot('a', 'award', [2, 2, 0], { casting: 'for' })], everyOption))).toMatchObject({ refused: { code: 'no-tie' } });
    expect(run([...absent, secretBallot('a', 'award', [2, 2, 0])], everyOption).file.data.files[0]).toMatchObject({ result: null, motions: [{ casting: null, adopted: false }] });
  });

  it('somebody else presides when the secretariat names them among those who are there', () => {
    const others = ['boris', 'chloe', 'david'] as const;
    const absent = [convening(), presiding('boris', ...others), proxy('anne', 'chloe'), opening];
    // The absent chair's own vote, cast by proxy, is for; the one who presides is against.
    expect(run([...absent, ballot('a', 'award', all4, 'faaf')]).file.data.files[0]).toMatchObject({ result: null, motions: [{ tally: { for: 2, against: 2 }, casting: 'against', adopted: false }] });
    expect(run([...absent, ballot('a', 'award', all4, 'affa')]).file.data.files[0]).toMatchObject({ result: { outcome: 'award' }, motions: [{ casting: 'for' }] });
    expect(last(run([...absent, secretBallot('a', 'award', [2, 2, 0])], everyOption))).toMatchObject({ refused: { code: 'casting-vote-needed' } });
    // Gone, or recused from a file, they part nothing; without anybody named the seated chair presides.
    expect(run([...absent, recusal('boris', 'a'), ballot('a', 'award', ['anne', 'chloe', 'david'], 'fan')]).file.data.files[0]).toMatchObject({ motions: [{ casting: null }] });
    const gone: PlayedAct = { ...there('anne'), facts: { presences: { boris: 'absent', anne: 'on-site' } } };
    expect(run([...absent, gone, ballot('a', 'award', ['anne', 'chloe', 'david'], 'fan')]).file.data.files[0]).toMatchObject({ motions: [{ casting: 'for' }] });
    // Named already, they go on presiding whoever comes later.
    expect(run([...absent, there('anne'), ballot('a', 'award', all4, 'faaf')]).file.data.files[0]).toMatchObject({ motions: [{ casting: 'against' }] });
    for (const nobody of ['anne', 'guest', 'stranger']) expect(last(run([convening(), presiding(nobody, ...others, 'guest')]))).toMatchObject({ refused: { code: 'cannot-preside' } });
  });

  it('whoever was named presides that day alone: convened again, the session has its chair', () => {
    const again: PlayedAct = { name: 'reconvene', by: 'secretariat', on: '2027-04-12', facts: { on: '2027-04-19', time: '14:00' } };
    const on = (act: PlayedAct): PlayedAct => ({ ...act, on: '2027-04-19' });
    const { file } = run([convening(), presiding('boris', 'boris'), opening, again, on(there('anne', 'boris')), on(opening), on(ballot('a', 'award', ['anne', 'boris'], 'fa'))]);
    expect(file.data.files[0]?.motions).toMatchObject([{ casting: 'for', adopted: true }]);
  });

  it('of members who have left do not count', () => {
    const cameAndWent = [
      ...sat, question('a', 'award'), ...all4.map((one) => cast('a', one, one === 'david' ? 'against' : 'for')), { ...there(), facts: { presences: { david: 'absent' } } }, count('a'),
    ];
    expect(run(cameAndWent).file.data.files[0]).toMatchObject({ result: { outcome: 'award' }, motions: [{ tally: { for: 3, against: 0, abstain: 0 }, quorum: { sitting: 3 } }] });
    expect(run(cameAndWent).file.data.files[0]?.motions[0]?.votes.map(({ person }) => person)).toEqual(['anne', 'boris', 'chloe']);
  });

  it('may be secret where the scheme says so: counts alone, and their sum is checked', () => {
    expect(last(run([...sat, secretBallot('a', 'award', [3, 1, 0])]))).toMatchObject({ refused: { code: 'secret-vote-off' } });
    const secret = run([...sat, secretBallot('a', 'award', [3, 1, 0])], everyOption);
    expect(secret.file.data.files[0]?.motions[0]).toMatchObject({ secret: true, votes: [], adopted: true });
    expect(last(run([...sat, secretBallot('a', 'award', [3, 2, 0])], everyOption))).toEqual({ refused: { code: 'ballot-sum-wrong', params: { expected: 4, counted: 5 } } });
    expect(last(run([...sat, secretBallot('a', 'award', [2, 2, 0])], everyOption))).toMatchObject({ refused: { code: 'casting-vote-needed' } });
    expect(run([...sat, secretBallot('a', 'award', [2, 2, 0], { casting: 'for' })], everyOption).file.data.files[0]?.result).toMatchObject({ outcome: 'award' });
    expect(last(run([...sat, secretBallot('a', 'award', [3, 1, 0], { casting: 'for' })], everyOption))).toMatchObject({ refused: { code: 'no-tie' } });
  });

  it('need reasons, conditions, a sufficient appraisal', () => {
    const bare = { ...ballot('a', 'refuse', all4, 'ffff') };
    expect(last(run([...sat, { ...bare, facts: { ...bare.facts, reasoned: false } }]))).toMatchObject({ refused: { code: 'reasons-missing' } });
    expect(last(run([...sat, ballot('a', 'conditional-award', all4, 'ffff')]))).toMatchObject({ refused: { code: 'conditions-missing' } });
    expect(last(run([...sat, ballot('a', 'conditional-award', all4, 'ffff', { conditions: [{ n: 1, dueOn: '2027-12-31' }] })]))).not.toHaveProperty('refused');
    expect(last(run([...sat, ballot('a', 'reserve', all4, 'ffff')]))).toMatchObject({ refused: { code: 'reserve-list-off' } });
    const weak = [convening([fileOn('a', { awardable: false })]), there(...all4), opening];
    expect(last(run([...weak, ballot('a', 'award', all4, 'ffff')]))).toEqual({ refused: { code: 'below-threshold', params: { threshold: 60 } } });
  });
});

describe('the end of a session', () => {
  const put: PlayedAct = { name: 'putOff', by: 'secretariat', on: '2027-04-12', facts: { application: 'application/b' }, content: true };

  it('tells each file what is proposed', () => {
    expect(last(run([...sat, closing]))).toEqual({ refused: { code: 'files-open', params: { open: 2, files: ['a', 'b'] } } });
    const done = run([...sat, ballot('a', 'award', all4, 'fffa'), put, closing]);
    expect(told(done).slice(2)).toMatchObject([
      ['propose', 'application/a', { outcome: 'award', session: done.file.subject, votes: { for: 3, against: 1, abstain: 0 }, written: { hash: 'hash' } }],
      ['deferred', 'application/b', { cause: 'put-off' }],
    ]);
  });

  it('a file that left is neither voted on nor told', () => {
    const done = run([...sat, ballot('a', 'award', all4, 'ffff'), departure('b'), departure('b'), closing]);
    expect(told(done).map(([act, to]) => [act, to]).slice(2)).toEqual([['propose', 'application/a']]);
    // Said twice, it left once.
    expect(done.entries.filter(({ type }) => type === 'file-left')).toHaveLength(1);
    expect(done.notices.filter(({ template }) => template === 'session.file-left')).toHaveLength(1);
  });

  it('a file that leaves once the session is closed leaves what was proposed', () => {
    const decided = [convening([fileOn('a'), fileOn('b')]), there(...all4), opening, ballot('a', 'award', all4, 'ffff'), ballot('b', 'award', all4, 'ffff'), ranking({ places: 2, scores: [score('a', 70), score('b', 60)] }), closing];
    for (const acts of [[...decided, departure('b')], [...decided, circulation, departure('b', '2027-04-15')]]) {
      const { file, entries, notices } = run(acts, everyOption);
      expect(entries.at(-1)).toMatchObject({ type: 'file-left', facts: { application: 'application/b', after: true } });
      expect(notices.map(({ template }) => template)).not.toContain('session.file-left');
      expect(file.data).toMatchObject({ files: [{}, { application: 'application/b', result: { outcome: 'award' } }], ranking: { list: [{ rank: 1 }, { rank: 2 }] } });
      expect(file.data.ranking).not.toHaveProperty('outdated');
    }
  });

  it('keeps to its limit: whatever changes after the ranking asks for another one', () => {
    const names = ['a', 'b', 'c', 'd'];
    const scores = [score('a', 90), score('b', 80), score('c', 70), score('d', 60)];
    const ranked = [convening(names.map((name) => fileOn(name))), there(...all4), opening, ...names.map((name) => ballot(name, 'award', all4, 'ffff')), ranking({ places: 2, scores })];
    for (const change of [deferral('d'), ballot('c', 'refuse', all4, 'ffff'), departure('a')]) {
      const changed = run([...ranked, change, closing], everyOption);
      expect(last(changed)).toMatchObject({ refused: { code: 'ranking-outdated' } });
      expect(changed.file.data.ranking).toEqual({ places: 2, budgetCents: null, list: [], outdated: true });
      const again = run([...ranked, change, ranking({ places: 2, scores }), closing], everyOption);
      expect(told(again).filter(([act]) => act === 'propose' || act === 'reserve').filter(([, , facts]) => facts['outcome'] !== 'refuse').map(([act]) => act).sort()).toEqual(['propose', 'propose', 'reserve']);
    }
    // The place of the file that left goes to the next, not to nobody.
    const next = run([...ranked, departure('a'), ranking({ places: 2, scores }), closing], everyOption);
    expect(told(next).slice(4).map(([act, to, facts]) => [act, to, facts['rank']])).toEqual([['propose', 'application/b', 1], ['propose', 'application/c', 2], ['reserve', 'application/d', 1]]);
    // With nothing left to place, there is nothing to rank.
    expect(run([...ranked, ...names.map(deferral), closing], everyOption).file.status).toBe('deliberated');
  });

  it('asks for no ranking where there was none', () => {
    expect(run([...sat, ballot('a', 'award', all4, 'ffff'), deferral('b'), closing], everyOption).file).toMatchObject({ status: 'deliberated', data: { ranking: null } });
  });

  it('ranks under a number of labels, with a reserve list, and lets the committee part equals', () => {
    const files = ['a', 'b', 'c'].map((name) => fileOn(name));
    const voted = [convening(files), there(...all4), opening, ...['a', 'b', 'c'].map((name) => ballot(name, 'award', all4, 'ffff'))];
    const scores = [score('a', 70), score('b', 80), score('c', 70)];
    expect(last(run([...voted, ranking({ places: 1, scores })]))).toMatchObject({ refused: { code: 'ranking-off' } });
    expect(last(run([...voted, ranking({ places: 2, scores })], everyOption))).toMatchObject({ refused: { code: 'tie-at-the-cut', params: { applications: ['application/a', 'application/c'] } } });
    const ranked = run([...voted, ranking({ places: 2, scores, order: ['application/c', 'application/a'] }), closing], everyOption);
    expect(told(ranked).slice(3).map(([act, to, facts]) => [act, to, facts['rank']])).toEqual([['reserve', 'application/a', 1], ['propose', 'application/b', 1], ['propose', 'application/c', 2]]);
    const byBudget = run([...voted, ranking({ budgetCents: 150, scores, order: ['application/c', 'application/a'], amounts: { 'application/a': 10, 'application/b': 100, 'application/c': 60 } })], everyOption);
    expect(byBudget.file.data.ranking?.list.map(({ application, reserve }) => [application, reserve])).toEqual([['application/b', null], ['application/c', 1], ['application/a', 2]]);
  });
});

describe('minutes', () => {
  const held = [...sat, ballot('a', 'award', all4, 'ffff'), ballot('b', 'award', all4, 'ffff'), closing, circulation];

  it('are adopted by eight days of silence, with the remarks that were made', () => {
    const remark: PlayedAct = { name: 'remark', by: 'committee', on: '2027-04-16', facts: { member: 'boris' }, content: true };
    const silent = run([...held, remark], terms, '2027-04-23');
    expect(silent.file).toMatchObject({ status: 'minutes_adopted', data: { circulatedOn: '2027-04-14', adopted: { on: '2027-04-22', by: 'silence' } } });
    expect(silent.entries.find((e) => e.type === 'remark-made')).toMatchObject({ facts: { person: 'boris' }, content: { hash: 'hash' } });
    expect(run(held, terms, '2027-04-21').file.status).toBe('minutes_circulated');
  });

  it('are adopted at once when all who sat said yes', () => {
    expect(run([...held, ...all4.slice(1).map(approval)]).file.status).toBe('minutes_circulated');
    expect(run([...held, ...all4.map(approval)]).file).toMatchObject({ status: 'minutes_adopted', data: { adopted: { by: 'approval' } } });
    expect(last(run([...held, approval('anne'), approval('anne')]))).toMatchObject({ refused: { code: 'approved-already' } });
  });

  it('wait for somebody to adopt them where silence does not', () => {
    const patient = run([...sat, ballot('a', 'award', all4, 'ffff'), ballot('b', 'award', all4, 'ffff'), closing, { name: 'annotateMinutes', by: 'secretariat', on: '2027-04-13', content: true }, circulation, { name: 'adoptMinutes', by: 'secretariat', on: '2027-05-10', content: true }], { ...terms, silenceAdopts: false });
    expect(patient.entries.map((e) => e.type)).toContain('minutes-overdue');
    expect(patient.file.data.adopted).toEqual({ on: '2027-05-10', by: 'secretariat' });
  });
});

describe('the table', () => {
  it('holds together, and every row is taken by some play above', () => {
    expect(faultsOf(sessionProcedure)).toEqual([]);
    expect(rowsNeverTaken(sessionProcedure, plays)).toEqual([]);
  });
});
