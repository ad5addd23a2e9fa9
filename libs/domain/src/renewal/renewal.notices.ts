import type { CivilDate } from '../calendar/types.js';
import type { Facts } from '../procedure/act.js';
import type { Deadline } from '../procedure/deadline.js';
import type { Audience, Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import type { RenewalData } from './renewal.data.js';

type File = Standing<string, RenewalData>;
const open = ['window_open'];
const restorable = ['restorable'];

/** Tells those who answer for the pole. `key` is unique within this renewal. */
export function toPole(file: File, template: string, key: string, facts: Facts, rest: Pick<Notice, 'whileStatus' | 'condition'> = {}): Notice {
  return { template, key: `${file.subject}/${key}`, audience: { pole: file.data.pole, significant: true }, facts, ...rest };
}

/** Tells the label's case officer. */
export function toOfficer(file: File, template: string, key: string, facts: Facts, rest: Pick<Notice, 'whileStatus' | 'condition'> = {}): Notice {
  return { template, key: `${file.subject}/${key}/officer`, audience: { officerOf: file.subject }, facts, ...rest };
}

/**
 * Asks for the renewal. By call, only while a call is open: nobody is asked to file what can't be filed. Otherwise the
 * holder hears that no call is open, and secretariat and authority that the label ends without one.
 */
export function askToRenew(file: File, template: string, key: string, facts: Facts): Notice[] {
  if (file.data.mode === 'rolling') return [toPole(file, template, key, facts, { whileStatus: open })];
  return [toPole(file, template, key, facts, { whileStatus: open, condition: 'call-open' }), ...noOpenCall(file, key)];
}

function noOpenCall(file: File, key: string): Notice[] {
  // One mail for all labels of the scheme that end on this day: the first renewal that says so counts them.
  const { scheme, call, endsOn } = file.data;
  const about = `renewal/no-open-call/${scheme ?? call}/${endsOn}/${key}`;
  const alert = (audience: Audience, whom: string): Notice => ({
    template: 'renewal.no-open-call-alert', key: `${about}/${whom}`, audience, facts: { endsOn }, condition: 'no-call-open', tally: { as: 'count', unrenewedOn: endsOn },
  });
  return [
    toPole(file, 'renewal.no-open-call', `${key}/no-open-call`, { endsOn: file.data.endsOn }, { whileStatus: open, condition: 'no-call-open' }),
    alert({ role: 'secretariat' }, 'secretariat'),
    alert({ role: 'authority' }, 'authority'),
  ];
}

/** A reminder before the label's end. */
export function remindOfRenewal(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const months = /^-P(\d+)M$/.exec(deadline.offset)?.[1];
  return askToRenew(file, 'renewal.reminder', `lapse/reminder/${deadline.offset}/${due}`, { endsOn: due, ...(months ? { monthsLeft: Number(months) } : {}) });
}

/** The time for restoring a label that has ended comes to its end too. */
export function remindOfRestoration(file: File, deadline: Deadline, due: CivilDate): readonly Notice[] {
  const rest = file.data.mode === 'rolling' ? {} : { condition: 'call-open' as const };
  return [toPole(file, 'renewal.restorable', `restoration-limit/reminder/${deadline.offset}/${due}`, { endsOn: file.data.endsOn, until: due }, { whileStatus: restorable, ...rest })];
}

/** The label is about to end without a file: its officer is asked to call the holder, or, by call, to see to a call. */
export function escalate(file: File): Notice[] {
  const { endsOn, mode } = file.data;
  const rest = mode === 'by-call' ? { condition: 'call-open' as const } : {};
  const called = toOfficer(file, 'renewal.escalation', `escalation/${endsOn}`, { endsOn }, { whileStatus: open, ...rest });
  return mode === 'rolling' ? [called] : [called, ...noOpenCall(file, `escalation/${endsOn}`).slice(1)];
}
