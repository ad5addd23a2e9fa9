import { StackError } from './stack/types.js';
import type { DemoTokens } from './demo-people.js';

/** Days that the demonstration's call stays open. */
const openDays = 60;

/**
 * Gives a new installation something to click on, through the public API: a call that is open and two poles that may apply.
 * Done again, or after an interruption, it adds only what is missing.
 */
export async function loadDemo(apiUrl: string, tokens: DemoTokens): Promise<void> {
  const ask = async (who: string, method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${tokens[who] ?? ''}`, 'content-type': 'application/json', 'idempotency-key': `demonstration-${who}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new StackError(`The demonstration could not be loaded: ${method} ${path} answered ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;

  if (isEmpty((await ask('secretariat', 'GET', '/api/calls'))['items'])) {
    const today = civilDate(new Date());
    await ask('secretariat', 'POST', '/api/calls', {
      scheme: 'pole-innovation',
      title: { fr: 'Appel à candidatures de démonstration', en: 'Demonstration call' },
      opensOn: today,
      closesOn: civilDate(new Date(Date.now() + openDays * 86_400_000)),
    });
  }
  for (const [who, pole] of Object.entries(poles)) {
    if (isEmpty((await ask(who, 'GET', '/api/me'))['poles'])) await ask(who, 'POST', '/api/poles', pole);
  }
}

/** The date in Paris, as YYYY-MM-DD. */
const civilDate = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant);

/** Made-up structures: their numbers have right check digits and belong to nobody. */
const poles = {
  'amelie.martin': {
    name: 'Pôle Bois et Design',
    themes: ['housing'],
    territory: 'Bourgogne-Franche-Comté',
    sharedMailbox: 'contact.bois@example.org',
    carrier: { siret: '10000000900017', rna: 'W211000001', name: 'Association Bois et Design', legalForm: 'association' },
    legalRepresentative: true,
  },
  'claire.durand': {
    name: 'Pôle Métiers de bouche',
    themes: ['food'],
    territory: 'Bretagne',
    sharedMailbox: 'contact.bouche@example.org',
    carrier: { siret: '20000000800017', name: 'Centre de formation des métiers de bouche', legalForm: 'training-centre' },
    legalRepresentative: true,
  },
};
