import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentDisposition } from './file-name.js';

describe('the name of a download', () => {
  it.each([
    ['Dossier “Bois”.pdf', `attachment; filename="Dossier-Bois-.pdf"; filename*=UTF-8''Dossier%20%E2%80%9CBois%E2%80%9D.pdf`],
    ['a"\r\nset-cookie: x.pdf', `attachment; filename="a-set-cookie-x.pdf"; filename*=UTF-8''a%22set-cookie%3A%20x.pdf`],
    ['\u202efdp.exe', `attachment; filename="fdp.exe"; filename*=UTF-8''fdp.exe`],
    ['é’(1).pdf', `attachment; filename="e-1-.pdf"; filename*=UTF-8''%C3%A9%E2%80%99%281%29.pdf`],
    ['', `attachment; filename="document"; filename*=UTF-8''document`],
  ])('%j', (name, header) => expect(attachmentDisposition(name)).toBe(header));

  it('is always one line of plain characters, with one quoted name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => /^attachment; filename="[A-Za-z0-9._-]{1,120}"; filename\*=UTF-8''[A-Za-z0-9.!~_%-]*$/.test(attachmentDisposition(name))));
  });
});
