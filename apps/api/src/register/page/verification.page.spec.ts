import { describe, expect, it } from '@jest/globals';
import { publicStatusOn, type PublicEntry } from '../../../../../libs/domain/src/award/public-life.js';
import type { RegisterSource } from '../../../../../libs/persistence/src/award/register.queries.js';
import type { Locale } from '../../http/locale.js';
import { verificationPage } from './verification.page.js';

const term = { startsOn: '2027-07-01', endsOn: '2030-06-30' };
const recorded = (type: string, act: string, on: string): RegisterSource['entries'][number] => ({ type, act, by: 'authority' as PublicEntry['by'], on, facts: {}, recordedOn: on, recordedAt: `${on}T09:00:00.000Z` });
const signed = recorded('activated', 'countersignContract', '2027-09-03');

function shown(on: string, today: string, { entries = [signed], limit = null, locale = 'fr' as Locale }: { entries?: RegisterSource['entries']; limit?: string | null; locale?: Locale } = {}): string {
  const { status, endsOn } = publicStatusOn(term, entries, on) ?? { status: 'upcoming' as const, endsOn: term.endsOn };
  const label: RegisterSource = {
    id: 'award/1', number: 'PI-2027-0001', scheme: 'pole-innovation', schemeId: 's', status, on, today, startsOn: term.startsOn, endsOn, firstEndsOn: term.endsOn, decidedOn: '2027-05-20', entries, changes: [],
    suspensionLimit: limit, renewalUnderAppraisal: false, renews: null, renewedBy: null, pole: { name: 'Pôle Bois', themes: [], territory: 'Jura' }, structure: null,
  };
  return verificationPage({ locale, address: 'https://x', number: label.number, day: on, badDay: false, label }).replaceAll('\u00a0', ' ');
}

describe('the verification page', () => {
  it('says of a day between the first day of the term and the second signature that the contract was not signed', () => {
    expect(shown('2027-08-15', '2027-10-01')).toContain('Le 15 août 2027, le contrat n’était pas encore signé des deux parties : ce label n’était pas en vigueur. Il est entré en vigueur le 3 septembre 2027.');
    expect(shown('2027-08-15', '2027-10-01')).not.toContain('Il commence le');
    expect(shown('2027-08-15', '2027-10-01', { locale: 'en' })).toContain('It came into force on 3 September 2027.');
    expect(shown('2027-06-30', '2027-10-01')).toContain('Il commence le 1er juillet 2027.');
  });

  it('tells nothing that is to come as if it had been', () => {
    const today = shown('2028-02-01', '2028-02-01');
    expect(today).toContain('<li>En vigueur, depuis le 3 septembre 2027 ; prendra fin le 30 juin 2030 en l’état des décisions</li>');
    expect(today).not.toContain('Arrivé à son terme');
    expect(today).not.toContain('Ce jour est à venir');
    expect(shown('2031-01-01', '2028-02-01')).toContain('Ce jour est à venir');
    const suspended = { entries: [signed, recorded('suspended', 'suspend', '2028-03-10')], limit: '2028-09-10' };
    expect(shown('2028-04-01', '2028-04-01', suspended)).toContain('<li>Suspendu, depuis le 10 mars 2028 ; prendra fin le 10 septembre 2028 en l’état des décisions</li>');
    expect(shown('2030-07-02', '2030-07-02')).toContain('<li>En vigueur, du 3 septembre 2027 au 30 juin 2030</li><li>Arrivé à son terme, depuis le 1er juillet 2030</li>');
  });
});
