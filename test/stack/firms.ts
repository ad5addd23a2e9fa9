import type { CaughtMail } from '../../apps/cli/src/stack/mail-store.js';
import type { RunningSpace } from './stack.js';
import type { Answer } from './staff.js';

/** A CSV of so many firms, each with a registered domain of its own. `zone` tells those of one test from others': letters, digits, hyphens, no dot. */
export function firmsCsv(count: number, zone: string): string {
  return ['Nom;Courriel;SIRET', ...Array.from({ length: count }, (_, i) => `Atelier ${i + 1};${firmAddress(i + 1, zone)};`)].join('\n');
}

export const firmAddress = (n: number, zone: string): string => `contact@atelier-${n}-${zone}.example`;

/** Sends a table of firms as the file that it would be. */
export async function importFirms(space: RunningSpace, token: string, path: string, csv: string): Promise<Answer> {
  const body = new FormData();
  body.set('file', new File([csv], 'entreprises.csv', { type: 'text/csv' }));
  const response = await fetch(`${space.apiUrl}${path}`, { method: 'POST', body, headers: { authorization: `Bearer ${token}`, 'accept-language': 'fr' } });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** The token in the link of a mail to a firm. */
export function tokenIn({ text }: Pick<CaughtMail, 'text'>, use: 'answer' | 'leave' = 'answer'): string {
  const [, token = ''] = (use === 'answer' ? /\/questionnaires\/([\w-]{43})\b/ : /\/questionnaires\/leave\/([\w-]{43})\b/).exec(text) ?? [];
  return token;
}
