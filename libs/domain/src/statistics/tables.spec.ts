import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applicationStatuses } from '../application/application.status.js';
import { type Counted, standardTables } from './tables.js';

const said = (text: string) => ({ fr: text, en: text });
const scheme = {
  indicators: [{ code: 'firms', label: said('Entreprises'), unit: said(''), better: 'higher', integer: true }, { code: 'satisfaction', label: said('Note'), unit: said(''), better: 'higher', max: 5 }],
  survey: { satisfaction: 'satisfaction', form: { sections: [] } }, themes: [{ code: 'wood', label: said('Bois') }, { code: 'steel', label: said('Acier') }], structureTypes: [{ code: 'school', label: said('École') }],
} as unknown as Parameters<typeof standardTables>[0];
const none: Counted = { applications: [], labels: [], monitorings: [], financings: [] };
const at = { call: 'call/1', region: 'Jura', themes: ['wood', 'steel'], structureType: 'school' };
const tables = (counted: Partial<Counted>, on = '2029-01-01') => standardTables(scheme, { ...none, ...counted }, new Map([['call/1', said('Appel 2027')]]), on);
const rows = (counted: Partial<Counted>, subject: string, by: string) => tables(counted).find((one) => one.subject === subject && one.by === by)?.rows ?? [];

describe('the standard tables', () => {
  it('count a centre of two themes in each, and once in all', () => {
    const applications = [{ ...at, status: 'awarded' as const }, { ...at, themes: ['wood'], call: null, status: 'in_committee' as const }];
    expect(rows({ applications }, 'applications', 'whole')).toMatchObject([{ label: { fr: 'Ensemble' }, figures: { received: 2, awarded: 1, underWay: 1 } }]);
    expect(rows({ applications }, 'applications', 'theme').map(({ label, figures }) => [label.fr, figures['received']])).toEqual([['Acier', 1], ['Bois', 2]]);
    expect(rows({ applications }, 'applications', 'call').map(({ label }) => label.fr)).toEqual(['non renseigné', 'Appel 2027']);
  });

  it('keep central surveys and the centres’ own apart', () => {
    const period = (n: number, runBy: 'secretariat' | 'centre', mean: number) => ({
      n, from: '2027-07-01', to: '2028-06-30', late: false, validated: true, over: true, files: 0, indicators: { firms: { value: 12 } } as never, survey: { runBy, sent: 10, answered: 5, mean },
    });
    const monitorings = [{ ...at, periods: [period(1, 'secretariat', 420)] }, { ...at, periods: [period(1, 'centre', 500)] }];
    expect(rows({ monitorings }, 'satisfaction-central', 'whole')[0]?.figures).toEqual({ 'labels:2028': 2, 'surveys:2028': 1, 'sent:2028': 10, 'answered:2028': 5, 'meanHundredths:2028': 420 });
    expect(rows({ monitorings }, 'satisfaction-own', 'whole')[0]?.figures).toMatchObject({ 'surveys:2028': 1, 'meanHundredths:2028': 500 });
    expect(rows({ monitorings }, 'indicators', 'region')[0]).toMatchObject({ key: 'Jura', figures: { 'firms:2028': 24 } });
  });

  it('lose and invent no application, whatever they are cut by', () => {
    fc.assert(fc.property(fc.array(fc.record({
      call: fc.constantFrom(null, 'call/1', 'call/2'), region: fc.constantFrom('Jura', 'Ain', ''), themes: fc.constant(['wood']), structureType: fc.constantFrom(null, 'school'), status: fc.constantFrom(...applicationStatuses),
    })), (applications) => tables({ applications }).filter(({ subject }) => subject === 'applications').every(({ rows: all }) => {
      const { received = 0, ...rest } = Object.fromEntries(Object.keys(all[0]?.figures ?? {}).map((name) => [name, all.reduce((a, { figures }) => a + (figures[name] ?? 0), 0)])) as Record<string, number>;
      return received === applications.length && Object.values(rest).reduce((a, b) => a + b, 0) === received;
    })), { numRuns: 100 });
  });
});
