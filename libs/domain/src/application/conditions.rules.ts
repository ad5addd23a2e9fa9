import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { type DeadlineSpec, reminders } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import type { Condition } from './application.data.js';
import { tellOfficer, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { awaited, type SetCondition } from './conditions.js';

type ApplicationTerms = Terms['application'];

/** Refuses `conditions-missing`, `conditions-unexpected` (an outcome that has none), `conditional-not-allowed`, `date-in-the-past` (a condition due by the day on which it is set). */
export function checkConditions(outcome: string, conditions: readonly SetCondition[], on: CivilDate, terms: ApplicationTerms): Refusal | undefined {
  if (outcome !== 'conditional-award') return conditions.length > 0 ? refuse('conditions-unexpected') : undefined;
  if (terms.conditional !== true) return refuse('conditional-not-allowed');
  if (conditions.length === 0) return refuse('conditions-missing');
  const past = conditions.find(({ dueOn }) => dueOn <= on);
  return past ? refuse('date-in-the-past', { to: past.dueOn }) : undefined;
}

/** The deadline of the first condition that is awaited; none when all are met or overdue. */
export function conditionDue(conditions: readonly Condition[], terms: ApplicationTerms): DeadlineSpec[] {
  const [first] = awaited(conditions);
  return first ? [{ kind: 'condition-due', rule: { on: first.dueOn }, marks: reminders(terms.conditionReminders ?? []) }] : [];
}

/**
 * The secretariat has seen that a condition is met, in time or late; with the last one the award is like any other.
 * Facts {n, document?}; what was seen is content. Refuses `no-such-condition`, `condition-met-already`.
 */
export function meetCondition(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const n = Number(act.facts['n']);
  const condition = file.data.conditions.find((one) => one.n === n);
  if (!condition) return refuse('no-such-condition', { n });
  if (condition.metOn !== null) return refuse('condition-met-already', { n, on: condition.metOn });
  const { document } = act.facts;
  const after = file.data.conditions.map((one) => (one.n === n ? { ...one, metOn: act.on } : one));
  const arm = conditionDue(after, terms);
  const met: DraftEntry = { ...entry('condition-met', act, { n, ...(document === undefined ? {} : { document }) }), ...(arm.length > 0 ? { arm } : { disarm: ['condition-due'] }) };
  if (after.some((one) => one.metOn === null)) return { entries: [met] };
  return { entries: [met, { type: 'conditions-met', facts: {} }], notices: [tellPoleSignificantly(file, 'conditions-met')] };
}

/** The date of a condition has passed unmet: the case officer and the authority are told, and the next one is waited for. */
export function conditionOverdue(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const late = awaited(file.data.conditions).filter(({ dueOn }) => dueOn <= act.on).map(({ n }) => n);
  const after = file.data.conditions.map((one) => (late.includes(one.n) ? { ...one, overdue: true } : one));
  const told = { facts: { dueOn: act.on }, whileStatus: ['conditionally_awarded'] };
  return {
    entries: [{ type: 'condition-overdue', facts: { conditions: late }, arm: conditionDue(after, terms) }],
    notices: [
      tellOfficer(file, 'condition-overdue', told.whileStatus, { facts: told.facts }),
      { template: 'application.condition-overdue', key: `${file.subject}/condition-overdue/authority/${file.seq + 1}`, audience: { role: 'authority' }, ...told },
    ],
  };
}
