import type { ApplicationData } from '../../../../../libs/domain/src/application/application.data.js';
import { silenceRuns } from '../../../../../libs/domain/src/application/application.status.js';
import { lastDayOfTerm } from '../../../../../libs/domain/src/application/term.js';
import type { AwardData } from '../../../../../libs/domain/src/award/award.data.js';
import { addDays } from '../../../../../libs/domain/src/calendar/civil-date.js';
import { firstLateInstantOf } from '../../../../../libs/domain/src/calendar/instants.js';
import { impliedDecisionDate, type Suspension } from '../../../../../libs/domain/src/calendar/silence.js';
import type { CivilDate, Instant } from '../../../../../libs/domain/src/calendar/types.js';
import { textFact } from '../../../../../libs/domain/src/procedure/facts.js';
import type { RecordedEntry } from '../../../../../libs/persistence/src/procedure/whole.queries.js';
import type { Scheme } from '../../../../../libs/domain/src/scheme/shape/scheme.js';
import type { Life } from './life.js';

/** No application was received after its call had closed. */
export function inTime(lives: readonly Life[]): string[] {
  return lives.flatMap(({ row, entries }) => entries.filter((e) => e.type === 'submitted' && e.on > textFact(e.facts, 'callClosesOn'))
    .map((e) => `${row.id} was submitted on ${e.on}, after the call had closed`));
}

/**
 * Silence counts on the day of the rule, suspensions included, exactly when nothing was decided by then. An appeal that reopens the file, or
 * withdraws the implied rejection, begins the clock anew: each clock is checked until the next one.
 */
export function silence(lives: readonly Life[], end: Instant, zone: string): string[] {
  return lives.filter(({ row }) => row.kind === 'application').flatMap((life) => {
    const { silence: { period } } = life.row.data as unknown as ApplicationData;
    return clocksOf(life).flatMap(({ since, entries, before, until }) => {
      const due = impliedDecisionDate({ received: since, period, suspensions: suspensionsIn(before) });
      const armed = entries.flatMap((e) => e.armed).filter((d) => d.kind === 'implied-decision' && d.mark === '').at(-1)?.on;
      const elapsed = entries.find((e) => e.type === 'silence-elapsed')?.on;
      const instant = firstLateInstantOf(due, zone);
      const shouldHave = (until === undefined || instant < until) && runsAt(life, instant, end);
      return [
        ...(armed === due || hasNoSuspensionEnd(before) ? [] : [`${life.row.id}: silence was to count on ${armed}, by the rule on ${due}`]),
        ...(elapsed === (shouldHave ? due : undefined) ? [] : [`${life.row.id}: silence counted on ${elapsed ?? 'no day'}, by the rule on ${shouldHave ? due : 'none'}`]),
      ];
    });
  });
}

/** One course of the clock of silence. */
interface SilenceClock {
  readonly since: CivilDate;
  /** What happened while it ran, the entry that began it first. */
  readonly entries: readonly RecordedEntry[];
  /** The journal until its end: a suspension may have begun before it did. */
  readonly before: readonly RecordedEntry[];
  /** When the next one began. */
  readonly until?: Instant;
}

const beginsAnew: readonly string[] = ['reopened', 'implied-rejection-withdrawn'];

function clocksOf({ row, entries }: Life): SilenceClock[] {
  const { receivedOn } = row.data as unknown as ApplicationData;
  const starts = entries.flatMap((e, i) => (beginsAnew.includes(e.type) ? [i] : []));
  const enteredOn = entries[0]?.facts['enteredOn'];
  return [0, ...starts].map((start, i, all) => {
    const next = all[i + 1];
    const since = i === 0 ? (typeof enteredOn === 'string' ? enteredOn : receivedOn) : (entries[start]?.on ?? receivedOn);
    const until = next === undefined ? undefined : entries[next]?.recordedAt;
    return { since, entries: entries.slice(start, next), before: entries.slice(0, next), ...(until === undefined ? {} : { until }) };
  });
}

/** From the request for pieces to their arrival; and while a file was held inadmissible whose pieces had been posted in time. */
function suspensionsIn(entries: readonly RecordedEntry[]): Suspension[] {
  return entries.flatMap((e, i) => {
    if (e.type === 'reopened-in-time') return [{ from: textFact(e.facts, 'limitOn'), to: textFact(e.facts, 'enteredOn') }];
    const supplied = e.type === 'pieces-requested' ? endOf(entries, i) : undefined;
    return supplied ? [{ from: e.on, to: supplied.on }] : [];
  });
}

/** The pieces that this request brought; those that come after an appeal has reopened the file were asked for again. */
function endOf(entries: readonly RecordedEntry[], request: number): RecordedEntry | undefined {
  const next = entries.slice(request).find((later) => later.type === 'pieces-supplied' || later.type === 'reopened');
  return next?.type === 'pieces-supplied' ? next : undefined;
}

/** Pieces were asked for and never came: the clock never ran again. */
function hasNoSuspensionEnd(entries: readonly RecordedEntry[]): boolean {
  const last = entries.findLastIndex((e) => e.type === 'pieces-requested');
  return last >= 0 && !entries.slice(last).some((e) => e.type === 'pieces-supplied' || e.type === 'reopened');
}

/** Whether the file was undecided, and its clock running, when that instant came. */
function runsAt({ statuses }: Life, instant: Instant, end: Instant): boolean {
  const before = statuses.filter(({ at }) => at < instant).at(-1);
  return instant <= end && before !== undefined && (silenceRuns as readonly string[]).includes(before.status);
}

/** Labels run as long as the scheme says and end with their last day; a renewed one leaves no gap. */
export function labelsEnd(lives: readonly Life[], { award, zone }: Scheme, today: CivilDate): string[] {
  const labels = lives.filter(({ row }) => row.kind === 'award');
  const endOf = new Map(labels.map(({ row }) => [row.id, (row.data as unknown as AwardData).endsOn]));
  return labels.flatMap(({ row, entries }) => {
    const { startsOn, endsOn, previous, decidedOn, extensions } = row.data as unknown as AwardData;
    const decidedEnd = extensions[0]?.from ?? endsOn;
    const expired = entries.find((e) => e.type === 'expired');
    const before = previous === null ? undefined : endOf.get(previous);
    return [
      ...(decidedEnd === lastDayOfTerm(startsOn, award.term) ? [] : [`${row.id}: ${startsOn} to ${decidedEnd} is not the term ${award.term}`]),
      ...(expired === undefined || (expired.on === endsOn && expired.recordedAt === firstLateInstantOf(endsOn, zone)) ? [] : [`${row.id}: ended on ${expired.on} at ${expired.recordedAt}, not with ${endsOn}`]),
      ...(row.status !== 'active' || endsOn >= today ? [] : [`${row.id}: still in force after ${endsOn}`]),
      ...(before === undefined || decidedOn > before || startsOn === addDays(before, 1) ? [] : [`${row.id}: begins on ${startsOn}, the label before it ends on ${before}`]),
    ];
  });
}

/** A label nobody asked to renew lapses on its last day. */
export function renewalsLapse(lives: readonly Life[]): string[] {
  return lives.filter(({ row }) => row.kind === 'renewal').flatMap(({ row, entries }) => entries
    .filter((e) => e.type === 'lapsed' && e.act === 'lapse' && e.on !== textFact(row.data, 'endsOn'))
    .map((e) => `${row.id}: lapsed on ${e.on}, not on ${textFact(row.data, 'endsOn')}`));
}

/** Each awarded file has one label, each label one number of its own, without gaps in a year. */
export function numbers(lives: readonly Life[]): string[] {
  const labels = lives.filter(({ row }) => row.kind === 'award').map(({ row }) => ({ application: (row.data as unknown as AwardData).application, number: (row.data as unknown as AwardData).number }));
  const awarded = lives.filter(({ row }) => row.kind === 'application' && (row.status === 'awarded' || row.status === 'conditionally_awarded')).map(({ row }) => row.id);
  const years = new Map<string, string[]>();
  for (const { number } of labels) years.set(yearOf(number), [...(years.get(yearOf(number)) ?? []), number]);
  return [
    ...awarded.filter((id) => labels.filter((l) => l.application === id).length !== 1).map((id) => `${id} was awarded and has not exactly one label`),
    ...labels.filter((l) => !awarded.includes(l.application)).map((l) => `${l.number} rests on no awarded application`),
    ...[...years].flatMap(([year, given]) => (given.sort().every((number, i) => Number(number.slice(number.lastIndexOf('-') + 1)) === i + 1) ? [] : [`the numbers of ${year} are ${given.join(', ')}`])),
  ];
}

/** All of a number but its rank: prefix and year. */
function yearOf(number: string): string {
  return number.slice(0, number.lastIndexOf('-'));
}
