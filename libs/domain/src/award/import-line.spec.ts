import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkLine, importColumnOf, importColumns, numberIn } from './import-line.js';

const scheme = { themes: [{ code: 'housing' }, { code: 'food' }], structureTypes: [{ code: 'association' }, { code: 'chamber' }] };
const line = {
  number: 'pi-2009-0007', startsOn: '2026-07-01', endsOn: '2029-06-30', pole: 'Pôle Bois', themes: 'housing|food', territory: 'Jura',
  siret: '732 829 320 00074', structure: 'CFA du Bois', structureType: 'association',
};
const faults = (change: object) => {
  const checked = checkLine(scheme, { ...line, ...change }, '2028-02-10');
  return checked.ok ? [] : checked.faults.map(({ column, code }) => `${column} ${code}`);
};

describe('a line of an import', () => {
  it('is a label, its numbers bare', () => {
    expect(checkLine(scheme, { ...line, mailbox: '', representative: 'Anne Exemple', representativeEmail: 'Anne@Exemple.org' }, '2028-02-10')).toEqual({
      ok: true,
      label: {
        number: 'PI-2009-0007', startsOn: '2026-07-01', endsOn: '2029-06-30', decidedOn: '2026-07-01',
        pole: { name: 'Pôle Bois', themes: ['housing', 'food'], territory: 'Jura', mailbox: null },
        structure: { siret: '73282932000074', rna: null, name: 'CFA du Bois', type: 'association' },
        representative: { name: 'Anne Exemple', email: 'anne@exemple.org' }, officerEmail: null,
      },
    });
    expect(faults({ themes: ['food'] })).toEqual([]);
  });

  it.each<[object, string[]]>([
    [{ number: '' }, ['number missing']],
    [{ number: 'n° 7' }, ['number pattern']],
    [{ endsOn: '2026-06-30' }, ['endsOn dates-reversed']],
    [{ endsOn: '2028-02-09' }, ['endsOn label-ended-already']],
    [{ endsOn: '2028-02-10' }, []],
    [{ startsOn: '30/06/2026' }, []],
    [{ startsOn: '31/06/2026' }, ['startsOn date']],
    [{ startsOn: '2026-02-30' }, ['startsOn date']],
    [{ themes: 'housing|metal' }, ['themes choice']],
    [{ themes: ' | ' }, ['themes missing']],
    [{ structureType: 'company' }, ['structureType choice']],
    [{ siret: '73282932000075' }, ['siret siret-checksum']],
    [{ siret: '' }, ['siret missing']],
    [{ mailbox: 'nobody' }, ['mailbox email']],
    [{ representative: 'Anne Exemple' }, ['representativeEmail missing']],
    [{ rna: 'W1' }, ['rna rna-length']],
    [{ color: 'blue' }, ['color unknown-field']],
    [{ pole: 'x'.repeat(301) }, ['pole text-length']],
  ])('%j says what is wrong, column by column', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('takes labels for codes, and dates as French spreadsheets write them', () => {
    const labelled = { themes: [{ code: 'housing', label: { fr: 'Habitat', en: 'Housing' } }], structureTypes: [{ code: 'chamber', label: { fr: 'Chambre consulaire', en: 'Chamber' } }] };
    const checked = checkLine(labelled, { ...line, themes: 'HABITAT|housing', structureType: 'Chambre  consulaire', endsOn: '01/07/2028' }, '2028-02-10');
    expect(checked).toMatchObject({ ok: true, label: { endsOn: '2028-07-01', pole: { themes: ['housing'] }, structure: { type: 'chamber' } } });
  });

  it('knows its columns by their French titles too', () => {
    expect(['Numéro', 'DÉBUT', 'fin', 'décision', 'Pôle', 'thèmes', 'territoire', 'siret', 'rna', 'structure', 'type', 'boîte', 'représentant', 'courriel du représentant', 'courriel de l’agent'].map(importColumnOf)).toEqual(importColumns);
    expect(importColumns.map(importColumnOf)).toEqual(importColumns);
    expect(['couleur', '', 'constructor'].map(importColumnOf)).toEqual([undefined, undefined, undefined]);
    expect([numberIn({ number: ' pi-1 ' }), numberIn({}), numberIn({ number: [] })]).toEqual(['PI-1', '', '']);
  });

  it('never throws, and names a column of every fault', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...importColumns), fc.jsonValue()), (fields) => {
      const checked = checkLine(scheme, fields, '2028-02-10');
      expect(checked.ok || checked.faults.length > 0).toBe(true);
    }));
  });
});
