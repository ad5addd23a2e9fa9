import { addDays } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { periodOf } from '../monitoring/periods.js';
import type { Act, Facts } from '../procedure/act.js';
import { type Decision, type DraftEntry, entry, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { FinancingTerms } from '../scheme/terms.js';
import { cut } from './amounts.js';
import type { Agreement, FinancingData, Instalment, PlannedAgreement } from './financing.data.js';
import { toAuthority, toOfficer, toPole } from './financing.notices.js';
import { after, dueNotice, ending, type File, settle } from './settlement.js';

/**
 * The label is in force: its agreements are planned, and the first opens. Facts: award, call, pole, structure?, startsOn, endsOn; `asOf` for a label that was
 * in force before it came here: what began earlier was paid elsewhere. Refuses `financing-begun`.
 */
export function begin(file: File, act: Act, terms: FinancingTerms): Verdict {
  if (file.status !== 'new') return refuse('financing-begun');
  const { award, call, pole, structure, startsOn, endsOn } = act.facts;
  const asOf = optionalText(act.facts, 'asOf');
  const all = plan(terms, textFact(act.facts, 'startsOn'), textFact(act.facts, 'endsOn'));
  const planned = all.filter((one) => asOf === null || one.from > asOf);
  const facts: Facts = { award: award ?? '', call: call ?? '', pole: pole ?? '', startsOn: startsOn ?? '', endsOn: endsOn ?? '', ...(structure ? { structure } : {}), lastPeriod: Math.max(0, ...all.flatMap(({ periods }) => periods)), planned: planned as unknown as Facts[] };
  const begun: DraftEntry = { type: 'financing-begun', facts };
  // The first advance comes with the contract, also when the label's first day is still to come; an imported label's waits for its day.
  const from = asOf === null && planned[0] && planned[0].from > act.on ? planned[0].from : act.on;
  const next = opening(file, act, terms, after(file.data, act, [begun]), from);
  const notices = planned.length === 0 || asOf !== null ? [] : [toPole(file, 'financing.bank-details-wanted', 'bank-details-wanted', { whileStatus: ['current'] }, textFact(act.facts, 'pole'))];
  return ending(file, act, [begun, ...next.entries], [...notices, ...next.notices]);
}

/** The first day of the next agreement has come. */
export function nextAgreement(file: File, act: Act, terms: FinancingTerms): Verdict {
  return opening(file, act, terms, file.data, addDays(act.on, 1));
}

/** Opens what begins by `day`, and waits for the day of the next. */
export function opening(file: File, act: Act, terms: FinancingTerms, data: FinancingData, day: CivilDate): { entries: DraftEntry[]; notices: Notice[] } {
  const [next] = data.planned;
  if (!next) return { entries: [], notices: [] };
  const drafts: DraftEntry[] = [];
  const notices: Notice[] = [];
  let seen = data;
  for (let one: PlannedAgreement | undefined = next; one && one.from <= day; one = seen.planned[0]) {
    const opened = openOne(one, terms);
    drafts.push(...opened);
    notices.push(...opened.filter(({ type }) => type === 'instalment-due').map(({ facts }) => dueNotice(file, textFact(facts, 'instalment'), Number(facts['cents']))));
    seen = after(seen, act, opened);
  }
  const waits = seen.planned[0];
  const last = drafts.at(-1);
  const arm = waits && [{ kind: 'next-agreement', rule: { on: addDays(waits.from, -1) } }];
  if (arm && last) drafts[drafts.length - 1] = { ...last, arm };
  return { entries: drafts, notices };
}

function openOne(planned: PlannedAgreement, terms: FinancingTerms): DraftEntry[] {
  const { n, from, to, maximum, periods } = planned;
  const instalments = instalmentsOf(planned, terms);
  const due = instalments.filter(({ gate }) => gate === 'contract-signed');
  return [
    { type: 'agreement-opened', facts: { n, from, to, maximum, periods, rate: terms.rate, instalments } },
    ...due.map(({ code, cents }): DraftEntry => ({ type: 'instalment-due', facts: { instalment: `${n}-${code}`, cents } })),
  ];
}

/** The instalments of an agreement; one that answers for no report is paid at once. */
function instalmentsOf({ maximum, periods }: PlannedAgreement, terms: FinancingTerms): Pick<Instalment, 'code' | 'gate' | 'period' | 'cents'>[] {
  if (periods.length === 0) return [{ code: 'extension', gate: 'contract-signed', period: 0, cents: maximum }];
  const first = periods[0] ?? 0;
  const last = periods.at(-1) ?? 0;
  const cents = cut(maximum, terms.instalments.map(({ percent }) => percent));
  return terms.instalments.map(({ code, when, period }, at) => ({
    code, gate: when, cents: cents[at] ?? 0,
    period: terms.agreement === 'whole-term' && period !== undefined && periods.includes(period) ? period : when === 'financial-report-validated' ? last : first,
  }));
}

function plan({ agreement, maximum, period }: FinancingTerms, startsOn: CivilDate, endsOn: CivilDate): PlannedAgreement[] {
  if (agreement === 'none') return [];
  const years: PlannedAgreement[] = [];
  for (let n = 1; ; n += 1) {
    const days = periodOf(startsOn, endsOn, period, n);
    if (!days) break;
    years.push({ n, ...days, maximum, periods: [n] });
  }
  return agreement === 'yearly' ? years : [{ n: 1, from: startsOn, to: endsOn, maximum, periods: years.map(({ n }) => n) }];
}

/**
 * A report is validated: the instalments that waited for it are due; the last one missing, late, brings the balance when all spending is accepted already.
 * Facts: n, the monitoring period. Refuses `no-agreement`.
 */
export function reportValidated(file: File, act: Act): Verdict {
  const period = Number(act.facts['n']);
  const agreement = agreementFor(file.data, period);
  if (!agreement) return refuse('no-agreement', { n: period });
  const noted: DraftEntry = { type: 'report-noted', facts: { agreement: agreement.n, period } };
  const settled = settledBy(file, act, agreement, noted);
  if (settled) return settled;
  const due = file.data.instalments.filter((one) => one.agreement === agreement.n && one.gate === 'report-validated' && one.period === period && one.state === 'foreseen');
  return {
    entries: [
      noted,
      ...due.map(({ id, cents }): DraftEntry => ({ type: 'instalment-due', facts: { instalment: id, cents } })),
    ],
    notices: due.map(({ id, cents }) => dueNotice(file, id, cents)),
  };
}

/** The spending of a period is accepted; with the last period's, the agreement is settled, unless a report of it defaulted: then when that comes, or the authority closes it. Facts: n, accepted (cents). Refuses `no-agreement`, `agreement-settled`. */
export function financialReportValidated(file: File, act: Act): Verdict {
  const period = Number(act.facts['n']);
  const agreement = agreementFor(file.data, period);
  if (!agreement) return refuse('no-agreement', { n: period });
  if (agreement.settledOn !== null || agreement.accepted.some((one) => one.period === period)) return refuse('agreement-settled', { agreement: agreement.n });
  const noted: DraftEntry = { type: 'spending-accepted', facts: { agreement: agreement.n, period, accepted: Number(act.facts['accepted']) } };
  return settledBy(file, act, agreement, noted) ?? { entries: [noted] };
}

/** Settles an agreement after an entry by which nothing of it is missing any more: the spending of each period is accepted, no report defaulted. */
function settledBy(file: File, act: Act, { n, settledOn }: Agreement, noted: DraftEntry): Decision | undefined {
  const seen = after(file.data, act, [noted]);
  const whole = seen.agreements.find((one) => one.n === n);
  if (!whole || settledOn !== null || whole.periods.length === 0) return undefined;
  if (whole.periods.some((p) => whole.defaulted.includes(p) || !whole.accepted.some((one) => one.period === p))) return undefined;
  const { entries, notices } = settle(file, seen, whole);
  return ending(file, act, [noted, ...entries], notices);
}

/** A period's report never came: nothing of it is paid until it does, or the authority closes the agreement. Facts: n. Refuses `no-agreement`. */
export function periodDefaulted(file: File, act: Act): Verdict {
  return missing(file, act, 'default-noted');
}

/** A period's account of the money never came: there is no balance until it does, or the authority closes the agreement. Facts: n. Refuses `no-agreement`. */
export function financialReportDefaulted(file: File, act: Act): Verdict {
  return missing(file, act, 'account-default-noted');
}

function missing(file: File, act: Act, type: 'default-noted' | 'account-default-noted'): Verdict {
  const period = Number(act.facts['n']);
  const agreement = agreementFor(file.data, period);
  if (!agreement) return refuse('no-agreement', { n: period });
  return {
    entries: [{ type, facts: { agreement: agreement.n, period } }],
    notices: [toOfficer(file, 'financing.default-noted', `default/${period}/${file.seq + 1}`), toAuthority(file, 'financing.default-noted', `default/${period}/${file.seq + 1}`)],
  };
}

/** The authority settles an agreement without waiting for more reports, with its reasons (content): only spending already accepted counts. Facts: agreement. */
export function closeAgreement(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const agreement = file.data.agreements.find(({ n }) => n === act.facts['agreement']);
  if (!agreement) return refuse('no-agreement', { n: Number(act.facts['agreement']) });
  if (agreement.settledOn !== null || agreement.periods.length === 0) return refuse('agreement-settled', { agreement: agreement.n });
  const { entries, notices } = settle(file, file.data, agreement);
  const [balance, ...rest] = entries;
  return ending(file, act, balance ? [entry(balance.type, act, balance.facts), ...rest] : rest, notices);
}

function agreementFor(data: FinancingData, period: number): Agreement | undefined {
  return data.agreements.find(({ periods }) => periods.includes(period));
}
