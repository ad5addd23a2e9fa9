import { addDays } from '../calendar/civil-date.js';
import type { Act, Facts } from '../procedure/act.js';
import { type DraftEntry, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import type { Terms } from '../scheme/terms.js';
import type { RenewalData } from './renewal.data.js';
import { toOfficer } from './renewal.notices.js';
import { openWindow, restorable, watch, windowOf } from './renewal.rules.js';
import type { RenewalStatus } from './renewal.status.js';

type File = Standing<RenewalStatus, RenewalData>;

/** A decision moved the label's last day: window, reminders and lapse follow, also after a lapse. The label's own mail tells of it. Facts: endsOn. */
export function labelExtended(file: File, act: Act, terms: Terms['renewal']): Verdict {
  const endsOn = textFact(act.facts, 'endsOn');
  const until = restorable(endsOn, terms);
  const moved: Facts = { endsOn, ...until };
  const { status, data } = file;
  const opensOn = windowOf(endsOn, terms);
  const foreseen: DraftEntry = { type: 'watch-resumed', facts: moved, arm: [{ kind: 'window', rule: { on: addDays(opensOn, -1) } }] };
  if (status === 'submitted' || status === 'renewed') return { entries: [{ type: 'end-moved', facts: moved }] };
  if (opensOn > act.on) return { entries: [foreseen] };
  if (status === 'window_open') return { entries: [{ type: 'end-moved', facts: moved, arm: [watch(endsOn, terms)] }] };
  const { award, call, pole, mode, scheme } = data;
  return openWindow({ ...file, data: { ...data, endsOn } }, terms, { award, call, pole, mode, scheme, ...until });
}

/** The label ended before its day: there is nothing to renew. A file that is under appraisal goes on, and its officer hears why it may be pointless. Facts: cause, on. */
export function labelEnded(file: File, act: Act): Verdict {
  const { cause, on } = act.facts;
  const facts: Facts = { cause: typeof cause === 'string' ? cause : 'withdrawn', on: typeof on === 'string' ? on : act.on };
  const notices = file.status === 'submitted' ? [toOfficer(file, 'renewal.moot-officer', `moot/${file.seq + 1}`, { endedOn: facts['on'] ?? act.on })] : [];
  return { entries: [{ type: 'label-ended', facts }], notices };
}

/** A suspension does not move the label's end: its holder may ask for the renewal as before. */
export function labelSuspended(): Verdict {
  return { entries: [{ type: 'label-suspended', facts: {} }] };
}

export function labelReinstated(): Verdict {
  return { entries: [{ type: 'label-reinstated', facts: {} }] };
}
