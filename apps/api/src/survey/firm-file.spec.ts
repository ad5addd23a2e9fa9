import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../http/problem.js';
import { readFirmFile } from './firm-file.js';

const read = (text: string, encoding: BufferEncoding = 'utf8') => readFirmFile(Buffer.from(text, encoding));
const code = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error instanceof Problem ? [error.code, error.params] : error;
  }
};

describe('a file of firms', () => {
  it.each([
    ['semicolons, with a mark', '\ufeffNom;SIRET;Courriel\nDurand;73282932000074;a@b.example\n', 'utf8'],
    ['commas', 'name,siret,e-mail\nDurand,73282932000074,a@b.example\n', 'utf8'],
    ['tabs, in UTF-16', '\ufeffEntreprise\tSIRET\tAdresse électronique\nDurand\t73282932000074\ta@b.example\n', 'utf16le'],
    ['Windows line ends and another order', 'Adresse e-mail;Raison sociale;N° SIRET;Langue\r\na@b.example;Durand;73282932000074;\r\n', 'latin1'],
  ] as const)('is read with %s', (_how, text, encoding) => {
    const { firms } = read(text, encoding);
    expect(firms).toMatchObject([{ line: 2, name: 'Durand', email: 'a@b.example', language: '' }]);
  });

  it('is read as French spreadsheets write it, with accents of Windows', () => {
    expect(read('Dénomination;Mail\nÉbénisterie Lévêque;a@b.example\n', 'latin1').firms).toMatchObject([{ name: 'Ébénisterie Lévêque' }]);
  });

  it('counts lines as an editor does, over empty ones and cells with breaks, and says which columns it leaves out', () => {
    const { firms, columnsLeftOut } = read('Nom;Mail;Effectif\n\nA;a@b.example;3\n"B\nC";b@b.example;4\n;;\nD;d@b.example;5\n');
    expect(firms.map(({ line, name }) => [line, name])).toEqual([[3, 'A'], [4, 'B\nC'], [7, 'D']]);
    expect(columnsLeftOut).toEqual(['Effectif']);
    expect(read('Nom;Mail\r\n"A\r\nB";a@b.example\r\nC;c@b.example\r\n').firms.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is refused without its columns, or where it cannot be read, with the line', () => {
    expect(code('SIRET;Effectif\n1;2\n')).toEqual(['csv-columns', {}]);
    expect(code('')).toEqual(['csv-columns', {}]);
    expect(code('Nom;Mail\nA;a@b.example\n"B;b@b.example\nC;c@b.example')).toMatchObject(['csv-unreadable', {}]);
  });

  it('reads any bytes, or refuses them', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        readFirmFile(Buffer.concat([Buffer.from('nom;mail\n'), bytes]));
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
      }
    }));
  });
});
