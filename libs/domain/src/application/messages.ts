import type { Fact, Facts } from '../procedure/act.js';
import type { Message } from '../procedure/decision.js';
import { keyOf } from '../procedure/subject.js';

/** What the renewal of a label hears of the file that asks for it; nothing when the file renews nothing. `time` parts what may be said again, by the entry that says it. */
export function toRenewal(application: string, renews: Fact | undefined, act: string, facts: Facts, time?: number): Message[] {
  if (typeof renews !== 'string') return [];
  return [{ to: `renewal/${keyOf(renews)}`, act, key: time === undefined ? act : `${act}/${time}`, facts: { from: application, application, ...facts } }];
}
