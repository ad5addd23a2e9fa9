import { plus } from '../calendar/civil-date.js';
import { isClosed } from '../calendar/working-days.js';
import { daysIn } from './days.js';
import type { Remark } from './fault.js';
import type { Scheme } from './shape/scheme.js';
import { consensusPeriod } from './terms.js';

/** What is allowed and will hurt: phases longer than the silence period, applicants' limits in closed periods. */
export function warningsOf(scheme: Scheme): Remark[] {
  return [...silence(scheme), ...closedPeriods(scheme)];
}

function silence(scheme: Scheme): Remark[] {
  const { application, panel, committee, decision } = scheme;
  const phases = {
    review: application.review, appraisal: panel.period, ...(panel.consensusReport && { consensus: panel.consensusPeriod ?? consensusPeriod }), ...(panel.rightOfReply && { reply: panel.rightOfReply.period }),
    ...(committee && { committee: committee.period }), decision: decision.period,
  };
  const ranges = Object.values(phases).map(daysIn);
  const total = { least: sum(ranges.map(({ least }) => least)), most: sum(ranges.map(({ most }) => most)) };
  const limit = daysIn(application.silence.period);
  const excess = { least: total.least - limit.most, most: total.most - limit.least };
  if (excess.most <= 0) return [];
  const list = Object.entries(phases).map(([name, duration]) => `${name} ${duration}`).join(' + ');
  return [
    {
      path: ['application', 'silence', 'period'],
      message:
        `the phases (${list}) add up to ${range(total)} days; silence rejects after ${application.silence.period} (${range(limit)} days), ` +
        `that is ${range({ least: Math.max(excess.least, 0), most: excess.most })} days before the decision, closed periods not counted`,
    },
  ];
}

/** A limit that runs from a day of every year can be followed through the phases; others depend on the file. */
function closedPeriods(scheme: Scheme): Remark[] {
  const closes = scheme.call.usually?.closes;
  if (closes === undefined) return [];
  const { review, pieces } = scheme.application;
  // Four years, so that 29 February is among them.
  const years = [2026, 2027, 2028, 2029];
  const limits: { path: Remark['path']; what: string; on: (closing: string) => string }[] = [
    { path: ['call', 'usually', 'closes'], what: 'the usual closing of a call', on: (closing) => closing },
    {
      path: ['application', 'pieces', 'limit'],
      what: `the limit for missing pieces, asked at the end of the review of a file that came on the usual closing (${closes} + ${review} + ${pieces.limit}),`,
      on: (closing) => plus(plus(closing, review), pieces.limit),
    },
  ];
  return limits.flatMap(({ path, what, on }) => {
    const closed = years.map((year) => on(`${year}-${closes}`)).filter((date) => isClosed(date, scheme));
    const [first] = closed;
    return first === undefined ? [] : [{ path, message: `${what} falls inside a closed period (${first.slice(5)}), when nobody answers questions` }];
  });
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

const range = ({ least, most }: { least: number; most: number }): string => (least === most ? `${least}` : `${least} to ${most}`);
