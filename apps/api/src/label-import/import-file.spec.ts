import { describe, expect, it } from '@jest/globals';
import { readImport } from './import-file.js';

describe('the file of an import', () => {
  it('is CSV with semicolons or commas, each label with the line on which it ends', () => {
    const csv = '\uFEFFnumber;pole\r\nPI-1;"Pôle; Bois"\r\n\r\nPI-2;Pôle Fer\r\n';
    expect(readImport(csv, 'csv')).toMatchObject({ ok: true, lines: [{ line: 2, fields: { number: 'PI-1', pole: 'Pôle; Bois' } }, { line: 4, fields: { number: 'PI-2', pole: 'Pôle Fer' } }] });
    expect(readImport('number,pole\nPI-1,Pôle Bois', 'csv')).toMatchObject({ ok: true, lines: [{ line: 2, fields: { pole: 'Pôle Bois' } }] });
  });

  it('has titles in French or English; what is wrong with them is said once', () => {
    const all = 'Numéro;Début;fin;pôle;thèmes;territoire;siret;structure;type';
    expect(readImport(`${all}\na;b;c;d;e;f;g;h;i`, 'csv')).toEqual({ ok: true, lines: [{ line: 2, fields: { number: 'a', startsOn: 'b', endsOn: 'c', pole: 'd', themes: 'e', territory: 'f', siret: 'g', structure: 'h', structureType: 'i' } }] });
    expect(readImport(`${all.replace('siret', 'couleur')};number\na;b;c;d;e;f;g;h;i;j`, 'csv')).toMatchObject({ lines: [{ fields: { number: 'a' } }], titles: { unknown: ['couleur', 'number'], missing: ['siret'] } });
  });

  it('is a JSON list of objects', () => {
    expect(readImport('[{"number":"PI-1","themes":["food"]}]', 'json')).toEqual({ ok: true, lines: [{ line: 1, fields: { number: 'PI-1', themes: ['food'] } }] });
    for (const wrong of ['{}', '[1]', 'no', '[]']) expect(readImport(wrong, 'json')).toEqual({ ok: false, line: null });
  });

  it('says on which line it cannot be read', () => {
    expect(readImport('number;pole\nPI-1;Bois;trop', 'csv')).toEqual({ ok: false, line: 2 });
    expect(readImport('number;pole\n', 'csv')).toEqual({ ok: false, line: null });
  });
});
