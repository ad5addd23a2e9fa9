import { describe, expect, it } from '@jest/globals';
import { noSession } from '../../../../libs/domain/src/committee/session.data.js';
import { terms } from '../../../../libs/domain/src/committee/session.factory.js';
import { sessionView } from './session.view.js';

const file = {
  application: 'application/a', pole: 'a', themes: [], awardable: true, recusals: [{ person: 'boris', cause: 'declared' as const }], motions: [], question: null,
  result: { outcome: 'award' as const, by: 'vote' as const },
};
const voted = { type: 'voted', facts: { application: 'application/a', outcome: 'award' } };
const seenBy = (reader: string | undefined, status: string) => {
  const dossier = { status, data: { ...noSession, files: [file] }, timeline: { past: [voted], ahead: [] } } as never;
  const { files, timeline } = sessionView(dossier, { people: {}, files: {}, place: '', remoteAddress: '' }, terms, reader);
  return [(files[0]?.result as { outcome: string } | null)?.outcome ?? null, timeline.past[0]?.facts['outcome'] ?? null, files[0]?.closedToMe];
};

describe('the page of a session', () => {
  it('hides a vote from who has no part in it until the minutes say it to all', () => {
    for (const status of ['quorate', 'deliberated']) expect(seenBy('boris', status)).toEqual([null, null, true]);
    for (const status of ['minutes_circulated', 'minutes_adopted']) expect(seenBy('boris', status)).toEqual(['award', 'award', true]);
    expect(seenBy('anne', 'quorate')).toEqual(['award', 'award', false]);
    expect(seenBy(undefined, 'quorate')).toEqual(['award', 'award', false]);
  });
});
