import type { Message } from '../procedure/decision.js';
import type { ApplicationFile } from './application.notices.js';

/** An express decision takes the place of the implied rejection, or the file ends without one: the appeal that is open has lost its object and hears it. */
export function endOpenAppeal({ data }: ApplicationFile, cause: 'express-decision' | 'application-ended'): Message[] {
  return data.appeals.filter((one) => one.outcome === null).map(({ appeal }) => ({ to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause } }));
}
