import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import type { OrderRow } from '../../../../libs/persistence/src/financing/payment-run.queries.js';
import { runAsCsv } from './payment-csv.js';

const order = (cents: number, pole = 'Pôle Bois'): OrderRow => ({
  subject: 'financing/a', instalment: '1-advance', scheme: 'pole-innovation@3', year: '2027', cents, pole, label: 'PI-2027-0001', structure: 'CFA du Bois', siren: '732829320', state: 'exported', code: null, iban: 'FR1420041010050500013M02606', holder: 'CFA du Bois', bic: null,
});

const name = () => 'Avance';

describe('a payment run as CSV', () => {
  it('has a line each, amounts in euros and cents, and a control total', () => {
    expect(runAsCsv({ number: 3 }, [order(1_500_005), order(90)], name).split('\r\n').slice(1)).toEqual([
      '3;1;PI-2027-0001;Pôle Bois;CFA du Bois;732829320;Avance 2027;FR1420041010050500013M02606;;CFA du Bois;15000,05;1500005;EST3/PI-2027-0001/1-advance;',
      '3;2;PI-2027-0001;Pôle Bois;CFA du Bois;732829320;Avance 2027;FR1420041010050500013M02606;;CFA du Bois;0,90;90;EST3/PI-2027-0001/1-advance;',
      '3;TOTAL (2);;;;;;;;;15000,95;1500095;;', '',
    ]);
  });

  it('says what the bank has answered when it is taken down again, so that nobody sends it twice', () => {
    const [titles, executed, rejected, , total] = runAsCsv({ number: 3 }, [{ ...order(90), state: 'executed' }, { ...order(80), state: 'rejected', code: 'AC04' }, order(70)], name).split('\r\n').map((line) => line.split(';').at(-1));
    expect([titles, executed, rejected, total]).toEqual(['Réponse de la banque', 'exécuté', 'rejeté AC04', 'LOT DÉJÀ TRAITÉ : NE PAS TRANSMETTRE']);
  });

  it('keeps a name from being a formula', () => {
    expect(runAsCsv({ number: 1 }, [order(1, '=1+1')], name)).toContain(";'=1+1;");
  });

  it('has lines that add up to its total', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 2_000_000_000 }), { minLength: 1, maxLength: 30 }), (cents) => {
      const rows = parse(runAsCsv({ number: 1 }, cents.map((one) => order(one)), name), { bom: true, delimiter: ';' }) as string[][];
      const lines = rows.slice(1, -1);
      expect(lines.reduce((sum, line) => sum + Number(line[11]), 0)).toBe(Number(rows.at(-1)?.[11]));
      expect(lines.map((line) => Math.round(Number(line[10]?.replace(',', '.')) * 100))).toEqual(cents);
      expect(rows.at(-1)?.[1]).toBe(`TOTAL (${cents.length})`);
    }));
  });
});
