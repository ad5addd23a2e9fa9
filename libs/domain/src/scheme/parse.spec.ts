import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseScheme } from './parse.js';
import { schemeJsonSchema } from './shape/scheme.js';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pole = read('schemes/pole-innovation.yaml');
const short = read('test/factories/schemes/short-label.yaml');
const every = read('test/factories/schemes/every-option.yaml');

/** The short label with one piece of text replaced, its faults, and the line where the replacement begins. */
function broken(from: string, to: string, text = short) {
  const at = text.indexOf(from);
  if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new Error(`"${from}" must stand exactly once`);
  const parsed = parseScheme(text.replace(from, () => to), 'label.yaml');
  return { line: text.slice(0, at).split('\n').length, faults: parsed.ok ? [] : parsed.faults };
}

describe('the schemes of this repository', () => {
  it.each([
    ['pole-innovation', pole],
    ['short-label', short],
    ['every-option', every],
    ['entreprise-patrimoine-vivant', read('schemes/entreprise-patrimoine-vivant.yaml')],
  ])('%s is valid', (code, text) => {
    expect(parseScheme(text, code)).toMatchObject({ ok: true, scheme: { code } });
  });

  it('hold the label of the source: four structure types, six themes, five missions, three years', () => {
    const parsed = parseScheme(pole, 'pole');
    if (!parsed.ok) throw new Error('invalid');
    const { structureTypes, themes, missions, award } = parsed.scheme;
    expect([structureTypes.length, themes.length, missions.length, award.term]).toEqual([4, 6, 5, 'P3Y']);
    expect(missions.map(({ code }) => code)).toContain('design');
  });

  it('warns that the phases of the label take longer than silence allows, and by how much', () => {
    const parsed = parseScheme(pole, 'pole');
    const warnings = parsed.ok ? parsed.warnings : [];
    expect(warnings).toMatchObject([{ path: 'application.silence.period', message: expect.stringContaining('31 to 34 days before the decision') }]);
    expect(pole.split('\n')[(warnings[0]?.line ?? 0) - 1]).toContain('period: P2M');
  });

  it('warns about an applicants limit inside a closed period', () => {
    const parsed = parseScheme(short.replace('closedPeriods: []', 'closedPeriods: [{ from: "08-01", to: "08-20" }]').replace('call:\n', 'call:\n  usually: { opens: "06-01", closes: "07-20" }\n'), 'x');
    expect(parsed).toMatchObject({ ok: true, warnings: [{ path: 'application.pieces.limit', message: expect.stringContaining('closed period (08-04)') }] });
  });

  it('publish the JSON Schema of this build (else: npm run scheme schema schemes/scheme.schema.json)', () => {
    expect(JSON.parse(read('schemes/scheme.schema.json'))).toEqual(schemeJsonSchema());
  });
});

describe('a scheme that goes without parts', () => {
  const epv = read('schemes/entreprise-patrimoine-vivant.yaml');

  it.each([
    ['atLeast: 2 }\n  tieBreak', 'atLeast: 4 }\n  tieBreak', 'grid.groups.2.atLeast', 'it has 3'],
    ['threshold: 1, group: territory }\n  groups', 'group: territory }\n  groups', 'grid.criteria.8', 'needs a threshold'],
    ['code: rights, label: { fr: Propriété industrielle', 'group: none, code: rights, label: { fr: Propriété industrielle', '', 'unique'],
    ['required: true, optionsFrom: themes', 'required: true, optionsFrom: missions', 'application.form.sections.0.questions.1.optionsFrom', 'no missions to choose from'],
    ['within: P30D, reminders: [-P7D, -P2D]', 'within: P60D, reminders: [-P7D, -P2D]', 'panel.visit.within', 'to score'],
    ['code: commerce-chamber', 'code: trade-chamber', 'application.opinions.from.1.code', 'used twice'],
  ])('is held to what it has: %s', (from, to, path, words) => {
    const { faults } = broken(from, to, epv);
    expect(faults).toContainEqual(expect.objectContaining({ ...(path && { path }), message: expect.stringContaining(words) }));
  });

  it('may not pay at the signature of a contract that there is not', () => {
    const paying = epv.replace('renewal:\n  mode', 'financing:\n  agreement: yearly\n  maximum: 100\n  rate: 50\n  eligibleCosts: []\n  instalments: [{ code: all, label: { fr: Tout, en: All }, percent: 100, when: contract-signed }]\nrenewal:\n  mode');
    expect(parseScheme(paying, 'x')).toMatchObject({ ok: false, faults: [{ path: 'financing.instalments.0.when', message: expect.stringContaining('no contract') }] });
  });
});

describe('a mistake is refused with its line and reason', () => {
  it.each([
    // [what stands there, what is written instead, path, words of the reason]
    ['version: 4', 'version: four', 'version', '"four" must be integer'],
    ['version: 4', 'versoin: 4', 'versoin', 'not known here'],
    ['fr: Label court, en: Short label', 'fr: Label court', 'name.en', 'a text is missing in English'],
    ['fr: Label court, en: Short label', 'en: Short label', 'name.fr', 'a text is missing in French'],
    ['review: P5D', 'review: 5 days', 'application.review', 'ISO 8601'],
    ['review: P5D', 'review: PT5H', 'application.review', 'ISO 8601'],
    ['mode: by-call', 'mode: sometimes', 'renewal.mode', 'must be one of rolling, by-call'],
    ['kind: siret', 'kind: siren', 'structureTypes.0.identifiers.0.kind', 'must be one of siret, rna'],
    ['zone: Indian/Reunion', 'zone: Indian/Atlantis', 'zone', 'not a known time zone'],
    ['country: FR', 'country: ZZ', 'holidays', 'no public holidays'],
    ['closedPeriods: []', 'closedPeriods: [{ from: "02-30", to: "03-01" }]', 'closedPeriods.0.from', 'not a day of every year'],
    ['code: metal', 'code: wood', 'themes.1.code', 'used twice'],
    ['weight: 70', 'weight: 60', 'grid.criteria', 'weights add up to 90'],
    ['threshold: 4 }', 'threshold: 11 }', 'grid.criteria.0.threshold', "above the scale's maximum"],
    ['threshold: 50', 'threshold: 101', 'grid.threshold', '<= 100'],
    ['value: 10,', 'value: 11,', 'grid.scale.levels.1.value', "above the scale's maximum"],
    ['mission: teach', 'mission: tech', 'grid.criteria.1.mission', 'no mission "tech"'],
    ['tieBreak: [craft]', 'commentBelow: 11\n  tieBreak: [craft]', 'grid.commentBelow', "above the scale's maximum"],
    ['tieBreak: [craft]', 'tieBreak: [beauty]', 'grid.tieBreak.0', 'no criterion "beauty"'],
    ['draftReminders: [-P3D]', 'draftReminders: [P3D]', 'call.draftReminders.0', 'must not be after'],
    ['reminders: [-P2D]', 'reminders: [-P11D]', 'application.pieces.reminders.0', 'outside its period'],
    ['scoreReminders: [-P3D, P1D]', 'scoreReminders: [-P3D, P6D]', 'panel.scoreReminders.1', 'more than P5D later'],
    ['escalation: P2D', 'escalation: P6D', 'panel.escalation', 'more than P5D later'],
    ['score: P14D', 'score: P40D', 'panel.score', 'within an appraisal of P30D'],
    ['reminders: [-P4M, -P2M]', 'reminders: [-P7M]', 'renewal.reminders.0', 'more than P6M earlier'],
    ['window: -P6M', 'window: -P3Y', 'renewal.window', 'more than P2Y earlier'],
    ['term: P2Y', 'term: P20M', 'monitoring.period', 'do not fill the term'],
    ['instalments: []', 'instalments: [{ code: a, label: { fr: A, en: A }, percent: 90, when: contract-signed }]', 'financing.instalments', 'add up to 90'],
    ['instalments: []', 'instalments: [{ code: a, label: { fr: A, en: A }, percent: 100, when: report-validated, period: 5 }]', 'financing.instalments.0.period', "after the label's last"],
    ['kind: long-text', 'kind: essay', 'application.form.sections.0.questions.0.kind', 'kind "essay" is not known'],
    ['required: true, optionsFrom: themes', 'required: true', 'application.form.sections.0.questions.1', 'a choice without options'],
    ['code: opened', 'code: about', 'application.form.sections.0.questions.2.code', 'used twice in the form'],
    ['from: "1900-01-01"', 'from: "1900-02-30"', 'application.form.sections.0.questions.2.from', 'no such day'],
    ['min: 1, max: 10', 'min: 11, max: 10', 'survey.form.sections.0.questions.0.min', 'above max'],
    ['satisfaction: mark', 'satisfaction: smile', 'survey.satisfaction', 'no question "smile"'],
  ])('%s → %s', (from, to, path, reason) => {
    const { line, faults } = broken(from, to);
    expect(faults).toContainEqual({ file: 'label.yaml', line: expect.any(Number), column: expect.any(Number), path, message: expect.stringContaining(reason) });
    const fault = faults.find((one) => one.path === path);
    // A sum, or a thing that is missing, is told at the list or map that holds it.
    if (['grid.criteria', 'monitoring.period'].includes(path)) expect(fault?.line).toBeGreaterThan(1);
    else expect(fault?.line).toBe(line);
  });

  it.each([
    ['version: 4', 'version: &v 4', 'anchors are refused'],
    ['closedPeriods: []', 'closedPeriods: *v', 'aliases are refused'],
    ['version: 4', 'version: 4\nversion: 5', 'unique'],
    ['version: 4', 'version: !thing 4', 'tag'],
    ['version: 4', 'version: [4', ''],
    ['version: 4', 'version: 4\n---\na: 1', 'multiple documents'],
  ])('YAML that is not plain data: %s → %s', (from, to, reason) => {
    const { line, faults } = broken(from, to);
    expect(faults[0]?.message).toContain(reason);
    expect(faults[0]?.line).toBeGreaterThanOrEqual(line);
  });

  it('refuses what would exhaust the machine, and what is no scheme at all', () => {
    const bomb = 'a: &a [x,x,x,x,x,x,x,x,x]\n' + 'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]\n`).join('');
    for (const text of [bomb, '['.repeat(500_000), 'x'.repeat(1_000_001), '', '- 1', 'null', '"text"']) {
      expect(parseScheme(text, 'x')).toMatchObject({ ok: false, faults: expect.arrayContaining([expect.objectContaining({ line: expect.any(Number) })]) });
    }
  });

  it('tells all faults at once, in the order of their lines', () => {
    const parsed = parseScheme(short.replace('term: P2Y', 'term: forever').replace('version: 4', 'version: 0').replace('zone: Indian/Reunion', 'zone: 5'), 'x');
    expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toEqual(['version', 'zone', 'award.term']);
  });
});
