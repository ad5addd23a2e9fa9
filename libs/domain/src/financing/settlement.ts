import type { Act, Facts } from '../procedure/act.js';
import type { Decision, DraftEntry, Notice } from '../procedure/decision.js';
import type { Standing } from '../procedure/procedure.js';
import { entitlement } from './amounts.js';
import type { Agreement, FinancingData, Instalment, Recovery } from './financing.data.js';
import { evolveFinancing } from './financing.evolve.js';
import { toAuthority, toOfficer, toPole } from './financing.notices.js';
import type { FinancingStatus } from './financing.status.js';
import { overStates, sentStates } from './instalment.table.js';
import { euros } from './money.js';

export type File = Standing<FinancingStatus, FinancingData>;

/** What an agreement has cost: money sent, less what is or was asked back. A debt that was waived was not asked back, and is not asked back again. Cents. */
export function paidUnder(data: FinancingData, agreement: number): number {
  const sent = data.instalments.filter((one) => one.agreement === agreement && sentStates.includes(one.state)).reduce((sum, one) => sum + one.cents, 0);
  return data.recoveries.filter((one) => one.agreement === agreement).reduce((rest, one) => rest - one.cents, sent);
}

/** Instalments whose money has not been sent. */
export function unsent(data: FinancingData, agreement: number): Instalment[] {
  return data.instalments.filter((one) => one.agreement === agreement && !sentStates.includes(one.state) && one.state !== 'cancelled');
}

/** The instalment that carries the balance: the last that waits for a financial report, else the last at all. */
export function balanceOf(instalments: readonly Instalment[]): Instalment | undefined {
  return instalments.findLast((one) => one.gate === 'financial-report-validated') ?? instalments.at(-1);
}

export function acceptedIn({ accepted }: Pick<Agreement, 'accepted'>): number {
  return accepted.reduce((sum, one) => sum + one.cents, 0);
}

/**
 * Settles an agreement: balance = min(ceiling, accepted × rate) − paid. What was not sent is replaced by the balance; a negative one is to be recovered.
 * @param seen the data with the spending that counts
 */
export function settle(file: File, seen: FinancingData, agreement: Agreement): { entries: DraftEntry[]; notices: Notice[] } {
  const { n, ceiling, rate } = agreement;
  const accepted = acceptedIn(agreement);
  const entitled = entitlement(accepted, rate, ceiling);
  const paid = paidUnder(seen, n);
  const balance = entitled - paid;
  const open = unsent(seen, n);
  const carrier = balance > 0 ? balanceOf(open) : undefined;
  const entries: DraftEntry[] = [
    { type: 'balance-computed', facts: { agreement: n, accepted, entitled, paid, balance } },
    ...open.filter((one) => one !== carrier).map((one) => cancelled(one)),
    ...(carrier ? [{ type: 'instalment-due', facts: { instalment: carrier.id, cents: balance } }] : []),
  ];
  const told = [toPole(file, 'financing.balance-computed', `balance/${n}`, { facts: { accepted: euros(accepted), entitled: euros(entitled), paid: euros(paid) } })];
  if (carrier) told.push(dueNotice(file, carrier.id, balance));
  if (balance >= 0) return { entries, notices: told };
  const found = recovery(file, seen, n, -balance, 'balance');
  return { entries: [...entries, found.entry], notices: [...told, ...found.notices] };
}

export function cancelled({ id }: Instalment): DraftEntry {
  return { type: 'instalment-cancelled', facts: { instalment: id } };
}

export function recovery(file: File, seen: FinancingData, agreement: number, cents: number, cause: 'balance' | 'label-ended'): { entry: DraftEntry; notices: Notice[] } {
  const n = seen.recoveries.length + 1;
  const rest = { facts: { amount: euros(cents) } };
  return {
    entry: { type: 'recovery-found', facts: { n, agreement, cents, cause } },
    notices: [toAuthority(file, 'financing.recovery-found', `recovery/${n}/found`, rest), toOfficer(file, 'financing.recovery-found', `recovery/${n}/found`, rest)],
  };
}

/** The case officer prepares what has come due. */
export function dueNotice(file: File, instalment: string, cents: number): Notice {
  return toOfficer(file, 'financing.instalment-due', `due/${instalment}/${file.seq + 1}`, { facts: { amount: euros(cents) } });
}

/** Where entries lead, before they are recorded. */
export function after(data: FinancingData, act: Pick<Act, 'on' | 'source'>, entries: readonly DraftEntry[]): FinancingData {
  return entries.reduce((seen, { type, facts, content }) => evolveFinancing(seen, { type, facts, on: act.on, source: act.source, ...(content ? { content } : {}) }), data);
}

/** Adds the last entry when nobody owes anything any more after these. */
export function ending(file: File, act: Pick<Act, 'on' | 'source'>, entries: readonly DraftEntry[], notices: readonly Notice[] = []): Decision {
  if (!isSettled(after(file.data, act, entries))) return { entries, notices };
  const over: Facts = {};
  return { entries: [...entries, { type: 'financing-settled', facts: over }], notices };
}

/** Nothing more is expected of such a debt. */
const overRecoveries: readonly Recovery['state'][] = ['recovered', 'waived', 'dropped'];

/** Whether every agreement has its balance, every instalment its end and every debt is paid or waived, and no agreement is to come. */
export function isSettled({ planned, agreements, instalments, recoveries }: FinancingData): boolean {
  return planned.length === 0
    && agreements.every(({ periods, settledOn }) => periods.length === 0 || settledOn !== null)
    && instalments.every(({ state }) => overStates.includes(state))
    && recoveries.every(({ state }) => overRecoveries.includes(state));
}
