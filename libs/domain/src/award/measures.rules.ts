import type { CivilDate } from '../calendar/types.js';
import type { Act } from '../procedure/act.js';
import { reminders } from '../procedure/deadline.js';
import { entry, type Notice, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { toAuthority, toOfficer, toPole } from './award.notices.js';
import type { File } from './award.rules.js';
import type { EndCause } from './standing.js';
import { tell } from './told.js';

type AwardTerms = Terms['award'];

/** Where a scheme of an earlier release says nothing. */
const observationsTime = 'P1M';
const suspensionAtMost = 'P6M';
const suspensionReminders = ['-P1M', '-P7D'];

/**
 * The authority says what it is about to do and why (content), and the holder has a month to answer. Facts: intent `suspension` or `withdrawal`.
 * Refuses `reasons-missing`, `notice-already-served`.
 */
export function serveNotice(file: File, act: Act, terms: AwardTerms): Verdict {
  if (!act.content) return refuse('reasons-missing');
  if (file.data.notice) return refuse('notice-already-served', { on: file.data.notice.servedOn });
  const intent = act.facts['intent'] === 'withdrawal' ? 'withdrawal' : 'suspension';
  return {
    entries: [{
      ...entry('notice-served', act, { intent }),
      arm: [{ kind: 'observations-due', rule: { from: act.on, after: terms.observations ?? observationsTime, roll: 'working-day' }, marks: reminders(['-P7D']) }],
    }],
    notices: [toPole(file, `award.notice-of-${intent}`, `notice/${file.seq + 1}`, { dates: { limitOn: 'observations-due' }, whileStatus: ['under_notice', 'suspended'] })],
  };
}

/** The holder answers the notice (content); it may answer more than once. Refuses `observations-missing`, `no-notice`. */
export function giveObservations(file: File, act: Act): Verdict {
  if (!act.content) return refuse('observations-missing');
  if (!file.data.notice) return refuse('no-notice');
  const key = `observations/${file.seq + 1}`;
  const rest = { whileStatus: ['under_notice', 'suspended'] };
  return { entries: [entry('observations-given', act)], notices: [toAuthority(file, 'award.observations-given', key, rest), toOfficer(file, 'award.observations-given', key, rest)] };
}

/** The time for observations is over. Nothing follows by itself: the authority decides, or drops its notice. */
export function observationsTimeOver(file: File, act: Act): Verdict {
  const heard = file.data.notice?.observedOn ? [] : [toAuthority(file, 'award.observations-time-over', `observations-over/${act.on}`, { whileStatus: ['under_notice', 'suspended'] })];
  return { entries: [{ type: 'observations-time-over', facts: {} }], notices: heard };
}

/** Suspends the label, six months at most: the decision says that the label is withdrawn at that limit. Refuses `reasons-missing`, `observations-awaited`. */
export function suspend(file: File, act: Act, terms: AwardTerms): Verdict {
  const early = tooEarly(file, act);
  if (early) return early;
  const marks = reminders(terms.suspensionReminders ?? suspensionReminders);
  return {
    entries: [{
      ...entry('suspended', act), disarm: ['observations-due'],
      arm: [{ kind: 'suspension-limit', rule: { from: act.on, after: terms.suspensionAtMost ?? suspensionAtMost }, marks }],
    }],
    notices: inForm(file, 'award.suspended', `suspended/${file.seq + 1}`, { facts: { on: act.on }, dates: { limitOn: 'suspension-limit' } }),
    messages: tell(file, 'labelSuspended', { on: act.on }, terms),
  };
}

/** Withdraws the label. Refuses `reasons-missing`, `notice-of-withdrawal-missing`, `observations-awaited`. */
export function withdraw(file: File, act: Act, terms: AwardTerms): Verdict {
  if (file.data.notice?.intent !== 'withdrawal') return refuse('notice-of-withdrawal-missing');
  return tooEarly(file, act) ?? ended(file, act, terms, 'withdrawn', act.on, { type: 'withdrawn', template: 'award.withdrawn' });
}

/** What the holder may say comes first [CRPA L121-1]. */
function tooEarly(file: File, act: Act): Verdict | undefined {
  if (!act.content) return refuse('reasons-missing');
  const { notice } = file.data;
  const limit = file.deadlines.find((d) => d.kind === 'observations-due' && d.mark === '');
  return notice && notice.observedOn === null && !notice.heard ? refuse('observations-awaited', { limitOn: limit?.on ?? null }) : undefined;
}

/** The authority gives up what it gave notice of: the label is as it was before. Refuses `no-notice`. */
export function dropNotice(file: File, act: Act): Verdict {
  if (!file.data.notice) return refuse('no-notice');
  return { entries: [{ ...entry('notice-dropped', act), disarm: ['observations-due'] }], notices: inForm(file, 'award.notice-dropped', `notice-dropped/${file.seq + 1}`) };
}

/** The suspension ends, and the label is in force again until the day that was always its last. */
export function reinstate(file: File, act: Act, terms: AwardTerms): Verdict {
  return {
    entries: [entry('reinstated', act)],
    notices: inForm(file, 'award.reinstated', `reinstated/${file.seq + 1}`, { facts: { on: act.on, endsOn: file.data.endsOn } }),
    messages: tell(file, 'labelReinstated', { on: act.on }, terms),
  };
}

/** Six months of suspension and no decision: the label is withdrawn, as the suspension's decision had announced. */
export function suspensionLimit(file: File, act: Act, terms: AwardTerms): Verdict {
  return ended(file, act, terms, 'withdrawn', act.on, { type: 'suspension-limit-reached', template: 'award.suspension-limit-reached' });
}

/** The holder gives the label up: today, or with `on` as its last day. Refuses `date-in-the-past`, `after-label-end`. */
export function renounce(file: File, act: Act, terms: AwardTerms): Verdict {
  const on = optionalText(act.facts, 'on') ?? act.on;
  if (on < act.on) return refuse('date-in-the-past', { to: on });
  if (on > file.data.endsOn) return refuse('after-label-end', { endsOn: file.data.endsOn });
  if (on === act.on) return ended(file, act, terms, 'renounced', on, { type: 'renounced', template: 'award.renounced' });
  return {
    entries: [{ ...entry('renunciation-announced', act, { on }), arm: [{ kind: 'renunciation', rule: { on } }] }],
    notices: inForm(file, 'award.renunciation-announced', `renunciation/${file.seq + 1}`, { facts: { on } }),
  };
}

/** The last day that the holder named is over. */
export function renunciationTakesEffect(file: File, act: Act, terms: AwardTerms): Verdict {
  return ended(file, act, terms, 'renounced', act.on, { type: 'renounced', template: 'award.renounced' });
}

/** The label ends before its day: everybody concerned hears it, once. */
export function ended(file: File, act: Act, terms: AwardTerms, cause: EndCause, on: CivilDate, as: { type: string; template: string; facts?: Act['facts'] }): Verdict {
  return {
    entries: [entry(as.type, act, { ...as.facts, on })],
    notices: inForm(file, as.template, `ended/${file.seq + 1}`, { facts: { on } }),
    messages: tell(file, 'labelEnded', { cause, on }, terms),
  };
}

/** A measure is told to the pole, and to those who follow its file. */
function inForm(file: File, template: string, key: string, rest: Pick<Notice, 'facts' | 'dates'> = {}): Notice[] {
  return [toPole(file, template, key, rest), toOfficer(file, template, key, rest)];
}
