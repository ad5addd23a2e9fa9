const hidden = '[…]';

/**
 * A comment without what would say who wrote it: the firm's name, its addresses and numbers, any e-mail address, web address or telephone
 * number. People sign out of habit; what else they tell of themselves nobody can know.
 */
export function nameless(comment: string, firm: { readonly name: string; readonly email: string; readonly siret: string | null }): string {
  const words = [firm.name, firm.email.split('@')[1] ?? '', ...(firm.siret === null ? [] : [firm.siret, firm.siret.slice(0, 9)])].filter((word) => word.length >= 3);
  const unreachable = comment
    .replace(/[^\s@<>()]+@[^\s@<>()]+\.[\p{L}]{2,}/gu, hidden)
    .replace(/(?:https?:\/\/|www\.)\S+/giu, hidden)
    .replace(/(?:\+\d{1,3}|\b0)[\s.\-/]?\d(?:[\s.\-/]?\d){7,12}\b/gu, hidden)
    .replace(/\b\d(?:[\s.]?\d){8}(?:(?:[\s.]?\d){5})?\b/gu, hidden);
  return words.reduce((text, word) => text.replace(loosely(word), hidden), unreachable);
}

/** A word wherever it stands by itself, with or without accents, in any case, with any spaces between its parts. */
function loosely(word: string): RegExp {
  const plain = word.normalize('NFC').trim();
  const parts = plain.split(/[\s.\-_'’]+/u).filter((part) => part !== '').map((part) => [...part].map(oneSign).join(''));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("[\\s.\\-_'’]*")}(?![\\p{L}\\p{N}])`, 'giu');
}

function oneSign(sign: string): string {
  const base = sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const family = families[base.toLowerCase()];
  return family === undefined ? `(?:${[...new Set([sign, base])].map(escaped).join('|')})\\p{M}*` : `[${family}]\\p{M}*`;
}

/** Letters with their accents, as French writes them. */
const families: { readonly [base: string]: string | undefined } = { a: 'aàâäáã', e: 'eéèêë', i: 'iîïí', o: 'oôöóõ', u: 'uùûüú', c: 'cç', y: 'yÿý', n: 'nñ' };
