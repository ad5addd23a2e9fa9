import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { Choice, CivilDate, Flag, FreeMap, Id, InstantField, Int, Nested, Text, Texts } from '../../http/fields.js';
import { columnsOf } from './columns.js';
import { writeSheet } from './sheet.js';

class Pole { @Id() id!: string; @Text() name!: string; @Int() amountCents!: number; }
class Row {
  @Id() id!: string;
  @Choice(['in_committee']) status!: string;
  @Nested(() => Pole) pole!: Pole;
  @CivilDate({ nullable: true }) dueOn!: string | null;
  @InstantField() at!: string;
  @Int() n!: number;
  @Flag() late!: boolean;
  @Texts() roles!: string[];
  @FreeMap() data!: object;
  @Text({ title: { fr: 'À part', en: 'Aside' } }) aside!: string;
}

const row = (aside: string) => ({ id: 'i', status: 'in_committee', pole: { id: 'p', name: 'Bois', amountCents: 123_456 }, dueOn: '2027-03-28', at: '2027-03-28T00:59:30.000Z', n: 7, late: false, roles: ['applicant', 'expert'], data: {}, aside });
const read = async (rows: object[], locale: 'fr' | 'en' = 'fr') => readSheet(await writeSheet({ columns: columnsOf(Row, locale), rows, locale, zone: 'Europe/Paris', about: [['Par', '=1+1']] }));

describe('a list as a spreadsheet', () => {
  it('takes its columns from the item’s class, ids last, in either language', async () => {
    expect((await read([]))[0]).toEqual(['Statut', 'Pôle', 'Pôle – amountCents', 'Échéance', 'Le', 'N°', 'Hors délai', 'Rôles', 'À part', 'Identifiant', 'Pôle – Identifiant']);
    expect((await read([], 'en'))[0]).toEqual(['Status', 'Centre', 'Centre – amountCents', 'Due on', 'At', 'No.', 'Late', 'Roles', 'Aside', 'Id', 'Centre – Id']);
  });

  it('holds real dates, hours as a clock in Paris showed them, numbers, euros, words', async () => {
    const [, first] = await read([row('x')]);
    expect(first).toEqual(['en attente de décision', 'Bois', 1234.56, new Date('2027-03-28T00:00:00.000Z'), new Date('2027-03-28T01:59:30.000Z'), 7, 'non', 'candidat ; expert', 'x', 'i', 'p']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '0012', '1e5', '2027-03-28', 'TRUE', 'a\u0000b'])('leaves the text %j a text', async (words) => {
    const value = (await read([row(words)]))[1]?.[8];
    // The reader trims what it reads.
    expect(value).toBe(words.replace('\u0000', '').trim());
  });

  it('cuts what no cell holds, and leaves empty what is not there', async () => {
    const [, first] = await read([{ ...row('y'.repeat(40_000)), dueOn: null }]);
    expect([String(first?.[8]).length, first?.[3]]).toEqual([32_767, null]);
  });
});
