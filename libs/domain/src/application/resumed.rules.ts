import type { Act } from '../procedure/act.js';
import { refuse, type Verdict } from '../procedure/decision.js';
import type { ApplicationFile } from './application.notices.js';

/** An expert whom silence had taken from the panel had answered in time, and is back. Facts {n}. Refuses `no-such-appraisal`. */
export function appraisalResumed(file: ApplicationFile, act: Act): Verdict {
  const n = Number(act.facts['n']);
  if (!file.data.appraisals.some((a) => a.n === n && a.state === 'lost')) return refuse('no-such-appraisal', { n });
  return { entries: [{ type: 'appraisal-resumed', facts: { n } }] };
}
