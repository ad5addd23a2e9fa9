import type { Act, Fact } from '../procedure/act.js';
import { entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import type { Terms } from '../scheme/terms.js';
import type { Marks } from './appraisal.data.js';
import { toApplication, type File } from './appraisal.rules.js';
import { totalOf } from './total.js';
import { owesVisit } from './visit.rules.js';

/**
 * The expert hands in the marks, sealed until all are in. Facts: marks, a whole number for each criterion; commented, the
 * criteria that have a comment (the comments are content).
 * Refusals: `visit-missing`, `marks-missing`, `mark-unknown`, `mark-out-of-range`, each with the criterion; `comment-missing` with the criteria whose marks
 * are too low or too high to go without a word.
 */
export function submitScores(file: File, act: Act, terms: Terms['appraisal']): Verdict {
  const owed = owesVisit(file, terms);
  if (owed) return owed;
  const marks = readMarks(act.facts['marks'], terms.criteria);
  if ('refused' in marks) return marks as Refusal;
  const silent = uncommented(marks as Marks, act.facts['commented'], terms);
  if (silent.length > 0) return refuse('comment-missing', { criteria: silent, list: silent.join(', ') });
  const total = totalOf(marks as Marks, terms.criteria);
  return {
    entries: [entry('scores-submitted', act, { marks, total })],
    messages: [toApplication(file, 'appraisalSubmitted', { n: file.data.n, total, marks })],
  };
}

/** The criteria whose marks need a comment and have none, in the order of the grid. */
function uncommented(marks: Marks, commented: Fact | undefined, { criteria, commentBelow, commentAbove }: Terms['appraisal']): string[] {
  const given = Array.isArray(commented) ? (commented as readonly Fact[]) : [];
  const needs = (mark: number): boolean => (commentBelow !== undefined && mark < commentBelow) || (commentAbove !== undefined && mark > commentAbove);
  return criteria.map(({ code }) => code).filter((code) => needs(marks[code] ?? 0) && !given.includes(code));
}

function readMarks(given: Fact | undefined, criteria: Terms['appraisal']['criteria']): Marks | Refusal {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuse('marks-missing', { criteria: criteria.map((c) => c.code) });
  const marks = given as { readonly [code: string]: Fact };
  const unknown = Object.keys(marks).find((code) => !criteria.some((c) => c.code === code));
  if (unknown !== undefined) return refuse('mark-unknown', { criterion: unknown });
  const missing = criteria.filter((c) => !Object.hasOwn(marks, c.code) || marks[c.code] === null);
  if (missing.length > 0) return refuse('marks-missing', { criteria: missing.map((c) => c.code) });
  const wrong = criteria.find(({ code, max }) => !inRange(marks[code], max));
  if (wrong) return refuse('mark-out-of-range', { criterion: wrong.code, max: wrong.max });
  return marks as Marks;
}

function inRange(mark: Fact | undefined, max: number): boolean {
  return Number.isInteger(mark) && (mark as number) >= 0 && (mark as number) <= max;
}
