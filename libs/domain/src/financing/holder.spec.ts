import { describe, expect, it } from '@jest/globals';
import { holderDiffers } from './holder.js';

describe('the holder of an account', () => {
  const names = ['C.F.A. du Bœuf d’Épinal', 'Pôle Viande'];
  it.each(['CFA DU BOEUF D\'EPINAL', 'pole viande', '  Pôle  Viande '])('is the structure or the pole, as banks write them: %s', (holder) => {
    expect(holderDiffers(holder, names)).toBe(false);
  });
  it.each(['M. Jean Dupont', 'Pôle Viande SARL', 'Pôle'])('is somebody else: %s', (holder) => {
    expect(holderDiffers(holder, names)).toBe(true);
  });
});
