import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { toPole } from './award.notices.js';
import type { File } from './award.rules.js';
import { tell } from './told.js';

/**
 * A signed decision moves the last day of the label, also of one that has expired. Facts: endsOn, decidedOn, report?, instalment?, document? (the signed one); the reasons are content.
 * Refuses `reasons-missing`, `extension-not-later`, `date-in-the-past`, `decided-in-the-future`, `label-succeeded`, `label-was-suspended`.
 */
export function extend(file: File, act: Act, terms: Terms['award']): Verdict {
  const endsOn = textFact(act.facts, 'endsOn');
  const decidedOn = textFact(act.facts, 'decidedOn') || act.on;
  const from = file.data.endsOn;
  if (!act.content) return refuse('reasons-missing');
  if (endsOn <= from) return refuse('extension-not-later', { endsOn: from });
  if (endsOn < act.on) return refuse('date-in-the-past', { to: endsOn });
  if (decidedOn > act.on) return refuse('decided-in-the-future', { on: decidedOn });
  if (file.data.successorState === 'active') return refuse('label-succeeded');
  // Its suspension would be forgotten.
  if (file.status === 'expired' && file.data.suspendedOn !== null) return refuse('label-was-suspended', { on: file.data.suspendedOn });
  const afterExpiry = file.status === 'expired';
  const report = act.facts['report'] === true;
  const instalment = act.facts['instalment'] === true;
  const document = optionalText(act.facts, 'document');
  return {
    entries: [{ ...entry('extended', act, { from, endsOn, decidedOn, afterExpiry, report, instalment, ...(document === null ? {} : { document }) }), arm: [{ kind: 'expiry', rule: { on: endsOn } }] }],
    notices: [toPole(file, afterExpiry ? 'award.extended-after-expiry' : 'award.extended', `extended/${file.seq + 1}`, { facts: { from, endsOn, decidedOn } })],
    messages: tell(file, 'labelExtended', { endsOn, report, instalment }, terms),
  };
}
