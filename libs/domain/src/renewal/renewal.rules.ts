import { addDays, plus } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import type { Act, Facts } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import { refuse, type Message, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import type { Standing } from '../procedure/procedure.js';
import { keyOf } from '../procedure/subject.js';
import type { Terms } from '../scheme/terms.js';
import type { RenewalData } from './renewal.data.js';
import { askToRenew, escalate, toOfficer, toPole } from './renewal.notices.js';
import { lateArrival, type RenewalStatus } from './renewal.status.js';

type File = Standing<RenewalStatus, RenewalData>;
type RenewalTerms = Terms['renewal'];

/**
 * The label is in force: its end is watched from now on. Facts: award, call, pole, endsOn, asOf? (of a label that was in force before it came
 * here: nobody hears of a window that opened before). A window whose day has come opens at once.
 */
export function begin(file: File, act: Act, terms: RenewalTerms): Verdict {
  const text = (name: string): string => textFact(act.facts, name);
  const label = { award: text('award'), call: text('call'), pole: text('pole'), endsOn: text('endsOn'), mode: terms.mode, ...(terms.scheme === undefined ? {} : { scheme: terms.scheme }), ...restorable(text('endsOn'), terms) };
  const data: RenewalData = { ...file.data, ...label };
  const opensOn = windowOf(data.endsOn, terms);
  if (opensOn <= act.on) return openWindow({ ...file, data }, terms, label, typeof act.facts['asOf'] === 'string' && opensOn < act.on);
  // Fires when the day before is over: as the window's first day begins.
  return { entries: [{ type: 'renewal-foreseen', facts: label, arm: [{ kind: 'window', rule: { on: addDays(opensOn, -1) } }] }] };
}

/** The window opens, on its day or where its date was moved to. */
export function windowComes(file: File, _act: Act, terms: RenewalTerms): Verdict {
  return openWindow(file, terms);
}

/** @param silent the window had opened before anybody here could say so */
export function openWindow(file: File, terms: RenewalTerms, label: Facts = {}, silent = false): Verdict {
  const { endsOn } = file.data;
  return {
    entries: [{ type: 'window-opened', facts: { ...label, endsOn }, arm: [watch(endsOn, terms)] }],
    notices: silent ? [] : askToRenew(file, 'renewal.window-open', file.seq < 2 ? 'window-open' : `window-open/${endsOn}`, { endsOn }),
  };
}

/** The day on which a label's renewal window opens. */
export function windowOf(endsOn: CivilDate, terms: RenewalTerms): CivilDate {
  return plus(endsOn, terms.window);
}

/** The label's last day with its reminders. The one of the window's first day is the window's own notice. */
export function watch(endsOn: CivilDate, terms: RenewalTerms) {
  const offsets = terms.reminders.filter((offset) => plus(endsOn, offset) > windowOf(endsOn, terms));
  return {
    kind: 'lapse',
    rule: { on: endsOn },
    marks: [...reminders(offsets), { name: 'escalation', offset: terms.escalation }],
  };
}

/** Reminders are in vain so far. */
export function escalation(file: File): Verdict {
  return { entries: [{ type: 'escalated', facts: {} }], notices: escalate(file) };
}

/**
 * The renewal's file is in: reminders stop, and the label says that its renewal is under appraisal. After the label's end it is
 * taken only when its date of effect is in time, or while the scheme restores; the lapse is then undone. Facts: application, receivedOn? (of a file that was over and is
 * taken up again). Refuses `label-over`.
 */
export function applicationSubmitted(file: File, act: Act): Verdict {
  const receivedOn = optionalText(act.facts, 'receivedOn') ?? act.on;
  if (receivedOn > (file.data.restorableUntil ?? file.data.endsOn)) return refuse('label-over', { endsOn: file.data.endsOn });
  const application = textFact(act.facts, 'application');
  return {
    entries: [{ type: 'renewal-submitted', facts: { application } }],
    notices: [toPole(file, 'renewal.submitted', `submitted/${keyOf(application)}/${file.seq + 1}`, {})],
    messages: [toAward(file, 'renewalUnderAppraisal', { application })],
  };
}

/** An appeal against the file's refusal was upheld: it is under appraisal again, also after the label's end. Facts: application. */
export function applicationReopened(file: File, act: Act): Verdict {
  const application = textFact(act.facts, 'application');
  return { entries: [{ type: 'renewal-resumed', facts: { application } }], messages: [toAward(file, 'renewalUnderAppraisal', { application })] };
}

/**
 * The file is decided. Facts: outcome (`award` or `refuse`), cause, startsOn of the new label. An `inadmissible` file leaves the
 * days that remain for another. Refuses `not-this-file`: only the file that the renewal holds can end its watch.
 */
export function applicationDecided(file: File, act: Act, terms: RenewalTerms): Verdict {
  if (!isItsFile(file, act)) return refuse('not-this-file');
  const { outcome, cause, startsOn } = act.facts;
  if (outcome !== 'award' && cause === 'inadmissible') return giveBack(file, act, terms);
  const { endsOn, application } = file.data;
  const stillInForce: Facts = act.on <= endsOn ? { endsOn } : {};
  if (outcome !== 'award') {
    return {
      entries: [{ type: 'not-renewed', facts: {} }],
      notices: [toPole(file, 'renewal.not-renewed', `not-renewed/${file.seq + 1}`, stillInForce)],
      messages: [toAward(file, 'renewalGivenUp', {})],
    };
  }
  const by = `award/${keyOf(application ?? '')}`;
  return {
    entries: [{ type: 'renewed', facts: { by } }],
    notices: [toPole(file, 'renewal.renewed', `renewed/${file.seq + 1}`, { ...stillInForce, ...(typeof startsOn === 'string' ? { startsOn } : {}) })],
    messages: [toAward(file, 'succeeded', { by })],
  };
}

/** The holder withdrew the file: until the label's last day another may come; after it the label has lapsed. Refuses `not-this-file`. */
export function applicationWithdrawn(file: File, act: Act, terms: RenewalTerms): Verdict {
  return isItsFile(file, act) ? giveBack(file, act, terms) : refuse('not-this-file');
}

function isItsFile(file: File, act: Act): boolean {
  return textFact(act.facts, 'application') === file.data.application;
}

function giveBack(file: File, act: Act, terms: RenewalTerms): Verdict {
  const { endsOn } = file.data;
  if (act.on > endsOn) return lapse(file, act);
  return { entries: [{ type: 'window-reopened', facts: { endsOn }, arm: [watch(endsOn, terms)] }], messages: [toAward(file, 'renewalGivenUp', {})] };
}

/** The last day is over and no file came: the label has lapsed, or may be restored for a while where the scheme says so. */
export function lapse(file: File, act: Act): Verdict {
  const { restorableUntil: until } = file.data;
  return until !== null && until >= act.on ? restorationOpens(file, until) : lapseForGood(file);
}

/** The time for restoring the label is over too. */
export function restorationOver(file: File): Verdict {
  return lapseForGood(file);
}

function restorationOpens(file: File, until: CivilDate): Verdict {
  const { endsOn, application } = file.data;
  const facts = { endsOn, until };
  const key = `restorable/${file.seq + 1}`;
  return {
    entries: [{ type: 'restoration-opened', facts, arm: [{ kind: 'restoration-limit', rule: { on: until }, marks: reminders(['-P1M']) }] }],
    notices: [toPole(file, 'renewal.restorable', key, facts, { whileStatus: ['restorable'] }), toOfficer(file, 'renewal.restorable-officer', key, facts)],
    messages: application === null ? [] : [toAward(file, 'renewalGivenUp', {})],
  };
}

/** The last day for a file that restores a label which ended on `endsOn`, as facts; none where the scheme restores nothing. */
export function restorable(endsOn: CivilDate, terms: RenewalTerms): { restorableUntil?: CivilDate } {
  return terms.restoration === undefined ? {} : { restorableUntil: plus(endsOn, terms.restoration) };
}

function lapseForGood(file: File): Verdict {
  const { endsOn, application } = file.data;
  return {
    entries: [{ type: 'lapsed', facts: { endsOn }, arm: [{ kind: 'late-arrival', rule: { from: file.status === 'restorable' ? (file.data.restorableUntil ?? endsOn) : endsOn, after: lateArrival } }] }],
    notices: [toPole(file, 'renewal.lapsed', `lapsed/${file.seq + 1}`, { endsOn }), toOfficer(file, 'renewal.lapsed-officer', `lapsed/${file.seq + 1}`, { endsOn })],
    messages: application === null ? [] : [toAward(file, 'renewalGivenUp', {})],
  };
}

/** Nothing that was in time can arrive any more. */
export function lapseSettled(): Verdict {
  return { entries: [{ type: 'lapse-settled', facts: {} }] };
}

function toAward(file: File, act: string, facts: Facts): Message {
  return { to: file.data.award, act, key: `${act}/${file.seq + 1}`, facts };
}
