import type { Act } from '../procedure/act.js';
import { type Decision, entry, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { MonitoringTerms } from '../scheme/terms.js';
import { midTermBase } from './mid-term.data.js';
import { presentPeriod } from './monitoring.data.js';
import { toAuthority, toOfficer } from './monitoring.notices.js';
import type { File } from './monitoring.status.js';

const due = 'mid-term-due';

/** After the period that the scheme names, the secretariat names an expert who appraises the label at mid-term. */
export function midTermAsked(file: File, act: Act, terms: MonitoringTerms): Pick<Decision, 'entries' | 'notices'> {
  if (terms.midTerm === undefined || file.data.midTerm !== null || file.data.ended !== null || presentPeriod(file.data).n < terms.midTerm.after) return { entries: [] };
  return {
    entries: [{ type: 'mid-term-asked', facts: {}, arm: [{ kind: due, rule: { from: act.on, after: terms.midTerm.within, skipClosedPeriods: true } }] }],
    notices: [toOfficer(file, 'monitoring.mid-term-asked', 'mid-term/asked', { dates: { dueOn: due } })],
  };
}

/**
 * The secretariat names the expert; the appraisal goes the way of every appraisal. Facts: expert, dueOn?, absences?. Refuses
 * `mid-term-not-asked`, `mid-term-staffed`.
 */
export function staffMidTerm(file: File, act: Act): Verdict {
  const { midTerm, call, pole, award } = file.data;
  if (midTerm === null) return refuse('mid-term-not-asked');
  if (midTerm.state !== 'asked') return refuse('mid-term-staffed');
  const n = midTermBase + midTerm.named + 1;
  const { expert = null, dueOn, absences } = act.facts;
  const invited = { application: `application/${keyOf(award)}`, client: file.subject, expert, call, pole, n, ...(dueOn === undefined ? {} : { dueOn }), ...(absences === undefined ? {} : { absences }) };
  return {
    entries: [{ ...entry('mid-term-staffed', act, { n, expert }), disarm: [due] }],
    messages: [{ to: `appraisal/${keyOf(file.subject)}/${n}`, act: 'invite', key: `mid-term/${n}`, facts: invited, start: { kind: 'appraisal' } }],
  };
}

/** Nobody has been named in time: the officer hears it again. */
export function midTermOverdue(file: File, act: Act): Verdict {
  return {
    entries: [{ type: 'mid-term-overdue', facts: {} }],
    notices: [toOfficer(file, 'monitoring.mid-term-overdue', `mid-term/overdue/${act.on}`, { facts: { dueOn: act.on } })],
  };
}

/**
 * The expert's scores are in: one expert, so nothing stays sealed. A total below the scheme's threshold is brought before the authority.
 * Facts: n, total (hundredths). Refuses `appraisal-not-awaited` from anybody but the present expert's appraisal.
 */
export function midTermAppraised(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const n = presentExpert(file, act);
  if (n === undefined) return refuse('appraisal-not-awaited');
  const total = Number(act.facts['total']);
  const low = terms.midTerm?.threshold !== undefined && total < terms.midTerm.threshold * 100;
  return {
    entries: [{ type: 'mid-term-appraised', facts: { n, total } }],
    notices: [
      toOfficer(file, 'monitoring.mid-term-appraised', `mid-term/${n}/appraised`),
      ...(low ? [toAuthority(file, 'monitoring.mid-term-below-threshold', `mid-term/${n}/appraised`)] : []),
    ],
    messages: [{ to: textFact(act.facts, 'from'), act: 'reveal', key: `reveal/${n}`, facts: {} }],
  };
}

/** The expert declined, is conflicted or is gone: another is to be named. Facts: n, cause. */
export function midTermExpertLost(file: File, act: Act, terms: MonitoringTerms): Verdict {
  const n = presentExpert(file, act);
  if (n === undefined) return refuse('appraisal-not-awaited');
  const rule = { from: act.on, after: terms.midTerm?.within ?? 'P30D', skipClosedPeriods: true } as const;
  return {
    entries: [{ type: 'mid-term-expert-lost', facts: { n, cause: optionalText(act.facts, 'cause') }, arm: [{ kind: due, rule }] }],
    notices: [toOfficer(file, 'monitoring.mid-term-expert-lost', `mid-term/${n}/lost`, { dates: { dueOn: due } })],
  };
}

function presentExpert({ data: { midTerm } }: File, act: Act): number | undefined {
  const n = Number(act.facts['n']);
  return midTerm?.state === 'staffed' && n === midTermBase + midTerm.named ? n : undefined;
}
