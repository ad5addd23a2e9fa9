import type { Act, Fact, Facts } from '../procedure/act.js';
import { type DraftEntry, entry, type Message, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { keyOf } from '../procedure/subject.js';
import type { CivilDate } from '../calendar/types.js';
import { dueOf } from '../procedure/deadline.js';
import type { Terms } from '../scheme/terms.js';
import { tellOfficer, type ApplicationFile } from './application.notices.js';
import { sealed } from './application.status.js';
import { allIn, thirdLost } from './closing.rules.js';
import { barredFrom, isTaken } from './objection.rules.js';
import { appraisalOf, isComplete, shortBy, toSucceed, type Appraisal } from './panel.js';

type ApplicationTerms = Terms['application'];

/**
 * Names experts, first and as replacements. Facts {experts: [person…], dueOn?, absences? (by person), seen? (how many were named when
 * the panel was looked at)}; content: why somebody is named in spite of a tie. A replacement without `dueOn` gets the date that the secretariat kept for it.
 * Refuses `panel-too-small` (fewer than the scheme wants), `expert-named-already`, `expert-recused` (a conflict was declared on this file),
 * `expert-objected` (the applicant objects, and that was not rejected), `panel-changed`,
 * `one-expert-more` (after a divergence).
 */
export function staff(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const experts = (act.facts['experts'] as readonly string[] | undefined) ?? [];
  const panel = file.data.appraisals;
  const present = panel.filter((a) => a.state !== 'lost').map((a) => a.expert);
  if (experts.length === 0 || (panel.length === 0 && experts.length < terms.experts)) return refuse('panel-too-small', { experts: terms.experts });
  if (experts.some((one, i) => present.includes(one) || experts.indexOf(one) !== i)) return refuse('expert-named-already');
  if (panel.some((a) => a.cause === 'recused' && experts.includes(a.expert))) return refuse('expert-recused');
  if (file.status === 'divergent' && experts.length > 1) return refuse('one-expert-more');
  const barred = barredFrom(file.data);
  if (experts.some((one) => barred.includes(one))) return refuse('expert-objected');
  const { seen } = act.facts;
  if (typeof seen === 'number' && seen !== panel.length) return refuse('panel-changed');
  const before = toSucceed(panel);
  const appraisals = experts.map((expert, i) => ({ n: panel.length + i + 1, expert, ...(before[i] ? { replaces: before[i].n } : {}) }));
  return {
    entries: [entry('panel-staffed', act, { appraisals })],
    messages: appraisals.map(({ n, expert }, i) => invitation(file, n, expert, act, before[i]?.dueOn)),
  };
}

function invitation(file: ApplicationFile, n: number, expert: string, act: Act, kept: string | undefined): Message {
  const { call, pole } = file.data;
  const dueOn = act.facts['dueOn'] ?? kept;
  const absences = (act.facts['absences'] as { readonly [person: string]: Fact } | undefined)?.[expert];
  return {
    to: appraisalOf(keyOf(file.subject), n),
    act: 'invite',
    key: `invite/${n}`,
    facts: { application: file.subject, expert, call, pole, n, ...(typeof dueOn === 'string' ? { dueOn } : {}), ...(absences === undefined ? {} : { absences }) },
    start: { kind: 'appraisal' },
  };
}

/** An expert's scores are in. Facts {n, total, marks?}. Refuses `no-such-appraisal`, `expert-objected` when the file was taken from the expert meanwhile. */
export function appraisalSubmitted(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const n = Number(act.facts['n']);
  if (isTaken(file, n)) return refuse('expert-objected');
  const total = Number(act.facts['total']);
  // Absent in what an older build sent.
  const marks = (act.facts['marks'] ?? null) as Appraisal['marks'];
  return settle(file, n, { state: 'submitted', total, marks }, { type: 'appraisal-received', facts: { n, total, ...(marks ? { marks } : {}) } }, terms, act.on);
}

/** An expert declined, has a conflict, vanished, was replaced or objected to. Facts {n, cause, dueOn? (kept for whoever comes after)}. Refuses `no-such-appraisal`. */
export function appraisalLost(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const n = Number(act.facts['n']);
  const cause = textFact(act.facts, 'cause');
  const dueOn = optionalText(act.facts, 'dueOn');
  return settle(file, n, { state: 'lost', cause }, { type: 'appraisal-lost', facts: { n, cause, ...(dueOn === null ? {} : { dueOn }) } }, terms, act.on);
}

/** One appraisal more is settled: all may be in now, or the panel may be short of somebody. */
function settle(file: ApplicationFile, n: number, change: Partial<Appraisal>, settled: DraftEntry, terms: ApplicationTerms, on: CivilDate): Verdict {
  if (!file.data.appraisals.some((a) => a.n === n && a.state === 'writing')) return refuse('no-such-appraisal', { n });
  const panel = file.data.appraisals.map((a) => (a.n === n ? { ...a, ...change } : a));
  if (file.status === 'third_review' && change.state === 'lost') return thirdLost(file, panel, settled, terms, on);
  if (isComplete(panel, terms.experts)) return allIn(file, panel, settled, terms, on);
  const short = change.state === 'lost' && shortBy(panel, terms.experts) > 0;
  const due = dueOf(file.deadlines, 'appraisal-due');
  const facts: Facts = due ? { dueOn: due.on } : {};
  return { entries: [settled], notices: short ? [tellOfficer(file, 'panel-short', ['under_appraisal'], { facts })] : [] };
}

/** The appraisal as a whole takes longer than planned: the case officer is told; nothing else changes. */
export function appraisalOverdue(file: ApplicationFile, act: Act): Verdict {
  return {
    entries: [{ type: 'appraisal-overdue', facts: {} }],
    notices: [tellOfficer(file, 'appraisal-overdue', ['admissible', ...sealed], { facts: { dueOn: act.on } })],
  };
}
