import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filledIn, placeholderFaults } from './mailing-text.js';

const values = { pole: 'Pôle {{call}}', call: { fr: 'Appel 2027', en: 'Call 2027' }, date: '2027-03-01' };

describe('the text of a mailing', () => {
  it('names the pole, the call and the day in the reader’s language', () => {
    expect(filledIn({ fr: '{{pole}}, {{ call }}, le {{date}}', en: '{{call}} on {{date}}' }, values))
      .toEqual({ fr: 'Pôle {{call}}, Appel 2027, le 1er\u00a0mars 2027', en: 'Call 2027 on 1\u00a0March 2027' });
  });

  it('is French for everybody when there is no English one', () => {
    const { fr, en } = filledIn({ fr: 'Le {{date}}, {{call}}' }, values);
    expect(en).toBe(fr);
  });

  it('says where a placeholder is unknown or not closed', () => {
    expect(placeholderFaults('Bonjour {{pole}},\n\nvotre {{name}} {{pole')).toEqual([{ found: '{{name}}', line: 3, column: 7 }, { found: '{{', line: 3, column: 16 }]);
    expect(placeholderFaults('}}')).toHaveLength(1);
    expect(placeholderFaults('{{ pole }} {single} {{call}}')).toEqual([]);
  });

  it('lets nothing of a name be read as a placeholder again, and leaves no braces that were ours', () => {
    fc.assert(fc.property(fc.string(), (pole) => {
      expect(filledIn({ fr: '[{{pole}}]' }, { ...values, pole }).fr).toBe(`[${pole}]`);
    }));
  });
});
