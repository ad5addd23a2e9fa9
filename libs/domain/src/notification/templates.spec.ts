import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../procedure/act.js';
import { subjectKinds } from '../procedure/subject.js';
import { renderNotice } from './render.js';
import { guardedParts, guardOf, paragraphsFor, placeholdersOf, type Locale, type Template } from './template.js';
import { templates } from './templates.js';

const locales: Locale[] = ['fr', 'en'];
const names = Object.keys(templates);
const placeholders = (template: Template, locale: Locale) => [template[locale].subject, ...template[locale].body].map((part) => placeholdersOf(part));

describe.each(names)('%s', (name) => {
  const template = templates[name] as Template;

  it('asks for the same facts in both languages, paragraph by paragraph', () => {
    expect(placeholders(template, 'en')).toEqual(placeholders(template, 'fr'));
    expect(template.en.action === undefined).toBe(template.fr.action === undefined);
  });

  it('hangs the same paragraphs on the same parts of a scheme in both languages, and says something without any', () => {
    const guards = (locale: Locale) => template[locale].body.map(guardOf).map(({ part, wanted }) => [part, wanted]);
    expect(guards('en')).toEqual(guards('fr'));
    expect(guards('fr').flatMap(([part]) => (part === undefined ? [] : [part])).filter((part) => !(guardedParts as readonly unknown[]).includes(part))).toEqual([]);
    for (const parts of [[], ['contract'], ['reports', 'payments']]) expect(paragraphsFor(template.fr.body, parts).length).toBeGreaterThan(0);
  });

  it('keeps facts out of its subject, and renders without gaps', () => {
    expect(placeholdersOf(template.fr.subject)).toEqual([]);
    const facts: Facts = Object.fromEntries(placeholders(template, 'fr').flat().map((p) => [p.name, '2027-03-01']));
    for (const locale of locales) {
      const mail = renderNotice(template, locale, facts, { taskUrl: 'https://x.example/tasks/a', reference: 'a' });
      expect(mail.missing).toEqual([]);
      expect(mail.text).not.toMatch(/\{\{|undefined|null/);
    }
  });

  it('has words before what may be absent', () => {
    for (const locale of locales) expect(placeholdersOf(template[locale].body[0] ?? '').some((p) => p.optional)).toBe(false);
  });
});

describe('the procedures', () => {
  it('can each tell of a moved deadline', () => {
    expect(subjectKinds.filter((kind) => !Object.hasOwn(templates, `${kind}.deadline-moved`))).toEqual([]);
  });

  it('send no notice that has no template', () => {
    const domain = join(import.meta.dirname, '..');
    const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('notification'));
    const used = sources.flatMap((file) => {
      const source = readFileSync(join(domain, file), 'utf8');
      return [
        ...[...source.matchAll(/'((?:call|application|appraisal|award|monitoring|renewal|session|appeal|financing|survey)\.[a-z-]+)'/g)].map((found) => `${found[1]} (${file})`),
        ...[...source.matchAll(/\btell\w+\(file, '([a-z-]+)'/g)].map((found) => `application.${found[1]} (${file})`),
      ];
    });
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((use) => !Object.hasOwn(templates, use.split(' ')[0] ?? ''))).toEqual([]);
  });
});
