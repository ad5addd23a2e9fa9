import { describe, expect, it } from '@jest/globals';
import { checkRna } from '../../../../libs/domain/src/identifiers/rna.js';
import { checkSiret } from '../../../../libs/domain/src/identifiers/siret.js';
import { rnaOf, siretOf } from './identifiers.js';

describe('numbers of simulated structures', () => {
  it('are well formed, and each centre has its own', () => {
    const numbers = Array.from({ length: 200 }, (_, i) => siretOf(i + 1));
    for (const one of numbers) expect(checkSiret(one)).toMatchObject({ ok: true });
    expect(new Set(numbers).size).toBe(200);
    expect(checkRna(rnaOf(7))).toMatchObject({ ok: true });
  });
});
