import { describe, expect, it } from '@jest/globals';
import { listPage, messagePage } from './mail-page.js';
import type { CaughtMail } from './mail-store.js';

const mail: CaughtMail = {
  id: '0000001', messageId: '<k@estampille>', to: ['a@example.org'], from: 'label@example.org', subject: 'Bonjour', text: 'Texte', html: '', receivedAt: '2026-11-23T16:00:00.000Z',
};

describe('the mail page', () => {
  it('shows the date that a mail bears beside the real one, under a stepped clock', () => {
    const stepped = { ...mail, date: '2029-05-20T08:00:00.000Z' };
    for (const shown of [listPage([stepped], undefined), messagePage(stepped)]) {
      expect(shown).toMatch(/20 mai 2029, 10:00:00 \(reçu en réalité : 23 nov\. 2026, 17:00:00\)/);
    }
  });

  it('shows one date when they are the same, or when the mail bears none', () => {
    for (const one of [{ ...mail, date: '2026-11-23T15:59:58.000Z' }, mail]) {
      expect(messagePage(one)).toContain('23 nov. 2026, 17:00:00');
      expect(messagePage(one)).not.toContain('en réalité');
    }
  });
});
