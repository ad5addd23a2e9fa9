import type { Act } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import { refuse, type Verdict } from '../procedure/decision.js';
import { textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { tellOfficer, tellRapporteur, type ApplicationFile } from './application.notices.js';
import { opens } from './closing.rules.js';
import { submitted } from './panel.js';

type ApplicationTerms = Terms['application'];

/** Names the expert of the panel who writes the consensus report; another one may be named later. Facts {expert: person}. Refuses `not-of-panel`. */
export function nameRapporteur(file: ApplicationFile, act: Act): Verdict {
  const expert = textFact(act.facts, 'expert');
  if (!submitted(file.data.appraisals).some((a) => a.expert === expert)) return refuse('not-of-panel');
  const due = dueOf(file.deadlines, 'consensus-due');
  return { entries: [{ type: 'rapporteur-named', facts: { expert } }], notices: [tellRapporteur(file, 'rapporteur-named', expert, due ? { facts: { dueOn: due.on } } : {})] };
}

/**
 * The consensus report: by the secretariat, or by the expert who was named rapporteur. Facts {outcome: 'favourable' | 'unfavourable',
 * minority: [n…] the appraisals whose experts differ, minorityStated: whether the content gives their view}; content: the majority's and the
 * minority's views. A minority is less than everybody. Refuses `not-rapporteur`, `views-missing`, `outcome-unknown`, `not-of-panel`,
 * `minority-of-all`, `minority-view-missing`.
 */
export function recordConsensus(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const { outcome } = act.facts;
  const minority = [...new Set((act.facts['minority'] as readonly number[] | undefined) ?? [])].sort((a, b) => a - b);
  const panel = submitted(file.data.appraisals).map(({ n }) => n);
  if (act.by === 'expert' && !('actor' in act.source && act.source.actor === file.data.rapporteur)) return refuse('not-rapporteur');
  if (!act.content) return refuse('views-missing');
  if (outcome !== 'favourable' && outcome !== 'unfavourable') return refuse('outcome-unknown');
  if (minority.some((n) => !panel.includes(n))) return refuse('not-of-panel');
  if (minority.length > 0 && minority.length >= panel.length) return refuse('minority-of-all');
  if (minority.length > 0 && act.facts['minorityStated'] !== true) return refuse('minority-view-missing');
  const next = opens(file, terms, act.on, 'consensus');
  return { ...next, entries: [{ type: 'consensus-recorded', facts: { outcome, minority }, content: act.content }, ...next.entries] };
}

/** The report is late: the case officer is told, and the rapporteur if there is one; nothing else changes. */
export function consensusOverdue(file: ApplicationFile, act: Act): Verdict {
  const { rapporteur } = file.data;
  const facts = { dueOn: act.on };
  return {
    entries: [{ type: 'consensus-overdue', facts: {} }],
    notices: [tellOfficer(file, 'consensus-overdue', ['consensus'], { facts }), ...(rapporteur ? [tellRapporteur(file, 'consensus-overdue', rapporteur, { facts })] : [])],
  };
}
