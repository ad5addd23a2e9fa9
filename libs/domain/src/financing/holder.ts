/**
 * Whether an account is in the name of somebody else than these. Accents, capitals, punctuation and spaces don't count: banks drop them. Anything
 * else does: a person looks at it and says that it is right.
 */
export function holderDiffers(holder: string, names: readonly string[]): boolean {
  const written = normalised(holder);
  return !names.some((name) => normalised(name) === written);
}

function normalised(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
