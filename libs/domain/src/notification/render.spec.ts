import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writtenDate } from './dates.js';
import { renderNotice } from './render.js';
import type { Template } from './template.js';

const where = { taskUrl: 'https://label.example.org/tasks/application/1', reference: 'application/1' };
const template = (subject: string, ...body: string[]): Template => ({ fr: { subject, body }, en: { subject, body } });

describe('a notice', () => {
  it('writes dates as its reader does', () => {
    const notice = template('Objet', 'Avant le {{on}} : {{n}} pièces');
    expect(renderNotice(notice, 'fr', { on: '2027-03-01', n: 2 }, where).text).toContain('Avant le 1er\u00a0mars 2027\u00a0: 2 pièces');
    expect(renderNotice(notice, 'en', { on: '2027-03-01', n: 2 }, where).text).toContain('1\u00a0March 2027 : 2');
    expect(writtenDate('2027-08-31', 'fr')).toBe('31\u00a0août 2027');
    expect(writtenDate('W751234567', 'fr')).toBe('W751234567');
  });

  it('leaves out a paragraph whose fact is absent, and says which facts it needed', () => {
    const notice = template('S', 'Always.', 'Number {{number?}}.', 'By {{limitOn}}.');
    const mail = renderNotice(notice, 'en', { number: null }, where);
    expect(mail.text).toContain('Always.');
    expect(mail.text).not.toMatch(/Number|By/);
    expect(mail.missing).toEqual(['limitOn']);
  });

  it('lists the items of a list one a line', () => {
    const mail = renderNotice(template('S', 'Missing: {{pieces}}'), 'en', { pieces: ['Budget', '<Statutes>'] }, where);
    expect(mail.text).toContain('Missing: \n– Budget\n– <Statutes>');
    expect(mail.html).toContain('<br>– Budget<br>– &lt;Statutes&gt;');
  });

  it('names the pole at the end of its subject', () => {
    expect(renderNotice(template('Rappel', 'B'), 'fr', {}, { ...where, pole: 'Pôle\nBois' })).toMatchObject({ subject: 'Rappel – Pôle Bois' });
  });

  it('writes what somebody wrote for it in the reader’s language, in its subject too', () => {
    const own = { ...template('Message', '{{text}}'), titleFact: 'title' };
    const facts = { title: { fr: 'Réunion\r\nBcc: x@y', en: 'Meeting' }, text: { fr: 'Bonjour', en: 'Hello <b>' } };
    expect(renderNotice(own, 'fr', facts, where)).toMatchObject({ subject: 'Réunion Bcc: x@y', text: expect.stringContaining('Bonjour\n\n'), missing: [] });
    const mail = renderNotice(own, 'en', facts, { ...where, pole: 'Pôle Bois' });
    expect(mail.subject).toBe('Meeting – Pôle Bois');
    expect(mail.html).toContain('Hello &lt;b&gt;');
    expect(renderNotice(own, 'en', { text: 'x' }, where).subject).toBe('Message');
  });

  it('links to the task, in text and in one button', () => {
    const mail = renderNotice(template('S', 'B'), 'fr', {}, where);
    expect(mail.text).toContain(where.taskUrl);
    expect(mail.html.match(/<a /g)).toHaveLength(1);
    expect(mail.html).toContain(`href="${where.taskUrl}"`);
  });

  it('has no link when the page is closed to its reader', () => {
    const closed = { subject: 'S', body: ['B'], action: null };
    const mail = renderNotice({ fr: closed, en: closed }, 'fr', {}, where);
    expect(mail.text + mail.html).not.toMatch(/https?:|<a |null/);
    expect(mail.text).toContain('application/1');
  });

  it('never lets a fact become markup, a header, or another placeholder', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => {
      const mail = renderNotice(template('About {{v?}}', 'Value {{v?}}', 'Other {{secret?}}'), 'en', { v: `${value}<b>\r\nBcc: x@y\u2028{{secret}}"` }, where);
      expect(mail.subject).not.toMatch(/[\r\n\u2028]/);
      expect(mail.html).not.toContain('<b>');
      expect(mail.html).toContain('{{secret}}');
      expect(mail.subject.length).toBeLessThanOrEqual(200);
    }));
  });
});
