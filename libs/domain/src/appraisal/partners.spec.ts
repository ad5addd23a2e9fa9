import { describe, expect, it } from '@jest/globals';
import { sirensNamedIn } from './partners.js';

describe('the partners that a file names', () => {
  it('are found by their number, wherever it stands and however it is written', () => {
    expect(sirensNamedIn({
      'regional-partners': [{ name: 'Lycée', siren: '732 829 320' }, { name: 'École', siren: '552100554' }, { name: 'Sans', siren: '' }],
      note: 'Avec 552.100.554 et le site 732 829 320 00074.',
    })).toEqual(['552100554', '732829320']);
  });

  it('are not any nine digits', () => {
    expect(sirensNamedIn({ phone: '0612345678', wrong: '732829321', number: 732829320, long: '17328293201' })).toEqual([]);
  });
});
