import { expect, it } from '@jest/globals';
import { OidcMemory } from './oidc-memory.js';

it('revokes what a grant gave, and leaves the sign-in under way that names it', async () => {
  const [tokens, interactions] = [new OidcMemory('AccessToken'), new OidcMemory('Interaction')];
  for (const kind of [tokens, interactions]) await kind.upsert('1', { grantId: 'g' }, 60);
  await tokens.upsert('2', { grantId: 'h' }, 60);
  await tokens.revokeByGrantId('g');
  expect(await tokens.find('1')).toBeUndefined();
  expect(await tokens.find('2')).toBeDefined();
  expect(await interactions.find('1')).toBeDefined();
});
