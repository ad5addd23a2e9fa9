import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameless } from './nameless.js';

const firm = { name: 'Ébénisterie Lévêque & Fils', email: 'contact@leveque-bois.example', siret: '73282932000074' };

describe('a comment', () => {
  it.each([
    ['Merci ! Ebenisterie LEVEQUE & fils', 'Merci ! […]'],
    ['Signé : ébénisterie  lévêque  &  fils.', 'Signé : […].'],
    ['Écrivez à contact@leveque-bois.example ou à jean.leveque@gmail.com', 'Écrivez à […] ou à […]'],
    ['Voir www.leveque-bois.example/atelier', 'Voir […]'],
    ['Rappelez-moi au 06 12 34 56 78', 'Rappelez-moi au […]'],
    ['Tél. +33 6 12 34 56 78.', 'Tél. […].'],
    ['SIRET 732 829 320 00074, merci', 'SIRET […], merci'],
    ['Le projet de 2027 a coûté 15 000 euros', 'Le projet de 2027 a coûté 15 000 euros'],
    ['Les fils de l’ébénisterie sont contents', 'Les fils de l’ébénisterie sont contents'],
  ])('%s', (written, kept) => expect(nameless(written, firm)).toBe(kept));

  it('never holds the firm’s name or address, whatever stands around them', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      const kept = nameless(`${before} ${firm.name} ${firm.email} ${after}`, firm);
      expect(kept).not.toContain(firm.name);
      expect(kept).not.toContain(firm.email);
    }));
  });

  it('takes any name', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (name, comment) => typeof nameless(comment, { name, email: 'a@b.example', siret: null }) === 'string'));
  });
});
