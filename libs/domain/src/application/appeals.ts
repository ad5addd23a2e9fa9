import type { Message } from '../procedure/decision.js';
import type { ApplicationFile } from './application.notices.js';

/** Why an appeal has lost its object: an express decision took the contested one's place, the file was reopened without it, or ended. */
type LostObject = 'express-decision' | 'application-reopened' | 'application-ended';

/** What an appeal contests is there no longer: the one that is open hears it. */
export function endOpenAppeal({ data }: ApplicationFile, cause: LostObject): Message[] {
  return data.appeals.filter((one) => one.outcome === null).map(({ appeal }) => superseding(appeal, cause));
}

export function superseding(appeal: string, cause: LostObject): Message {
  return { to: appeal, act: 'supersede', key: `supersede/${appeal}`, facts: { cause } };
}
