import type { Space } from '../../apps/cli/src/stack/space.js';
import { call, type someone } from './staff.js';

type Person = Awaited<ReturnType<typeof someone>>;

/** A pole of the CFA du Bois whose holder is its confirmed legal representative, and whose colleague is a member; its id. */
export async function poleOf(space: Space, { holder, colleague, secretariat }: Record<'holder' | 'colleague' | 'secretariat', Person>): Promise<string> {
  const made = await call(space, holder.token, 'POST', '/api/poles', {
    name: 'Pôle Bois', themes: ['housing'], territory: 'Jura', legalRepresentative: true, carrier: { siret: '73282932000074', name: 'CFA du Bois', legalForm: 'training-centre' },
  });
  const pole: string = made.body.id;
  await call(space, secretariat.token, 'POST', `/api/poles/${pole}/members/${holder.id}/confirmation`, { reason: 'Arrêté de nomination' });
  await call(space, secretariat.token, 'POST', `/api/poles/${pole}/members`, { email: colleague.email, role: 'member', reason: 'Justificatif reçu' });
  return pole;
}
