import type { Act } from '../procedure/act.js';
import { type DraftEntry, entry, refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { toExpert, toOfficer } from './appraisal.notices.js';
import { scoreDue, scoreMarks, type File } from './appraisal.rules.js';

/**
 * The expert asks for another due date, before accepting or while scoring. Facts {on}; the reason is content.
 * Refuses `date-in-the-past`, `date-unchanged`, `reason-missing`.
 */
export function proposeDueDate(file: File, act: Act): Verdict {
  const on = textFact(act.facts, 'on');
  if (on <= act.on) return refuse('date-in-the-past', { to: on });
  if (on === dueNow(file)) return refuse('date-unchanged', { to: on });
  if (!act.content) return refuse('reason-missing');
  return {
    entries: [entry('due-date-proposed', act, { on })],
    notices: [toOfficer(file, 'appraisal.due-date-proposed', `due-date-proposed/${file.seq + 1}`, { facts: { on }, whileStatus: ['declared', 'accepted'] })],
  };
}

/**
 * The secretariat's answer. Facts {accepted}. Accepted, the date is the expert's: the deadline moves now, or begins there with the acceptance.
 * Refuses `nothing-proposed`, `date-in-the-past` when the date that was asked for is over.
 */
export function answerDueDate(file: File, act: Act, terms: Terms['appraisal']): Verdict {
  // Files opened by older builds carry no such field.
  const on = file.data.dueProposed ?? null;
  if (on === null) return refuse('nothing-proposed');
  const accepted = act.facts['accepted'] === true;
  if (accepted && on <= act.on) return refuse('date-in-the-past', { to: on });
  const moves = accepted && file.status === 'accepted';
  const answered: DraftEntry = { ...entry('due-date-answered', act, { accepted, on }), ...(moves ? { arm: [{ kind: 'score-due', rule: { on }, marks: scoreMarks(terms) }] } : {}) };
  const template = accepted ? 'appraisal.due-date-granted' : 'appraisal.due-date-kept';
  return { entries: [answered], notices: [toExpert(file, template, `due-date-answered/${file.seq + 1}`, { facts: { on }, whileStatus: ['declared', 'accepted'] })] };
}

function dueNow(file: File): string | null {
  return file.status === 'accepted' ? scoreDue(file) : file.data.dueOn;
}
