import type { Answers } from '../../libs/domain/src/scheme/answer.js';

const text = 'Le centre accompagne les entreprises artisanales de la région dans leurs projets d’innovation.';
const indicators = ['firms-accompanied', 'solutions-worked-out', 'firms-reached', 'active-partnerships', 'design-actions', 'satisfaction'];

/** Answers that complete the application form of `schemes/pole-innovation.yaml`, attachments aside. */
export const completeAnswers: Answers = {
  presentation: text, themes: ['housing'], sector: 'Bois et ameublement', staff: 3.5, 'technical-skills': text,
  'collective-actions': [{ title: 'Séchage du bois', date: '2025-03-10', firms: 14, result: 'Douze ateliers équipés' }],
  'technical-days': [{ topic: 'Colles biosourcées', date: '2025-10-02', place: 'Dole', participants: 40 }],
  'support-centres': [{ centre: 'FCBA', subject: 'Essais mécaniques', since: '2021-01-01' }],
  'regional-partners': [{ name: 'Université de Franche-Comté', nature: 'university', contribution: 'Laboratoire d’essais' }],
  'national-relays': ['cma'], needs: text, 'innovation-axes': ['technological'], information: text, accompaniment: text, design: text, ambition: text,
  actions: ['year-1', 'year-2', 'year-3'].map((year) => ({ year, mission: 'accompaniment', title: 'Accompagner dix entreprises', deliverable: 'Dix diagnostics', budget: 20_000 })),
  'programme-budget': [{ source: 'Région', amount: 60_000 }],
  indicators: Object.fromEntries(indicators.map((code) => [code, { baseline: 1, target: 5 }])),
  'satisfaction-method': text,
};

/** The questions of that form that want a file. */
export const wantedFiles = ['evidence', 'statutes', 'accounts'];

/** The smallest thing that is a PDF by its bytes. */
export const pdf = (mark = ''): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.4\n%${mark}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
