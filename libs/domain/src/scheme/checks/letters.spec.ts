import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseScheme } from '../parse.js';

const yaml = readFileSync('schemes/pole-innovation.yaml', 'utf8');
const withLetter = (subject: string) => parseScheme(yaml.replace('\n  refusalGrounds:', `\n  letters: { award: { subject: { fr: "${subject}", en: Award }, opening: [{ fr: Oui, en: Yes }], closing: [] } }\n  refusalGrounds:`), 'scheme.yaml');

describe('the letters of a scheme', () => {
  it('ask for what is known of a decision', () => {
    expect(withLetter('Pour {{pole}}')).toMatchObject({ ok: true });
    expect(withLetter('Pour {{pole}} et {{lable}}')).toMatchObject({ ok: false, faults: [{ path: 'decision.letters.award.subject.fr', message: expect.stringContaining('{{lable}}') }] });
  });
});
