import type { Facts } from '../procedure/act.js';
import type { Message } from '../procedure/decision.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';

/** What the procedures that hang on a label hear of it. */
export type LabelNews = 'labelSuspended' | 'labelReinstated' | 'labelEnded' | 'labelExtended';

/** A label whose last day came in its suspension: only its payments, which wait for the end of the suspension, need to hear it. */
export function tellOfExpiry(file: { readonly subject: string; readonly seq: number }, facts: Facts, terms: Pick<Terms['award'], 'financed'>): Message[] {
  const to = `financing/${keyOf(file.subject)}`;
  return terms.financed === true ? [{ to, act: 'labelExpired', key: `labelExpired/financing/${file.seq + 1}`, facts }] : [];
}

/** Renewal, monitoring where there are reports, financing where there are payments: each hears once of one entry of the label. */
export function tell(file: { readonly subject: string; readonly seq: number }, news: LabelNews, facts: Facts, terms: Pick<Terms['award'], 'financed' | 'unmonitored'>): Message[] {
  const key = keyOf(file.subject);
  const kinds = [...(terms.unmonitored ? [] : ['monitoring']), 'renewal', ...(terms.financed === true ? ['financing'] : [])];
  return kinds.map((kind) => ({ to: `${kind}/${key}`, act: news, key: `${news}/${kind}/${file.seq + 1}`, facts }));
}
