import type { Act } from '../procedure/act.js';
import { type DraftEntry, entry, type Notice, refuse, type Refusal, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { actorOf, type BankDetails, type Instalment, type Recovery } from './financing.data.js';
import { paymentFacts, toAuthority, toOfficer, toPole } from './financing.notices.js';
import { takesEntry } from './instalment.table.js';
import { euros } from './money.js';
import { ending, type File } from './settlement.js';

/** The account is of a legal person that carries the pole no longer. */
function ofAnother(bank: BankDetails, act: Act): boolean {
  const carrier = optionalText(act.facts, 'carrier');
  return carrier !== null && bank.structure !== null && carrier !== bank.structure;
}

/** Debts that money which never came makes smaller: those still owed first, then what was waived of it, lest it be paid out a second time. */
const shrinking: readonly (readonly Recovery['state'][])[] = [['found', 'demanded', 'overdue'], ['waived']];

/** The run has listed another account than the one that was approved and is in force: it was ordered before a new one was confirmed. */
function isForOthers({ data }: File, { bank }: Instalment, { facts }: Act): boolean {
  const listed = facts['bank'];
  return listed !== undefined && (listed !== bank || listed !== data.bank?.n);
}

/** The instalment that an act names, if its own table lets this entry come to it now. Refuses `no-instalment`, `instalment-not-now`. */
function instalmentFor(file: File, act: Act, type: string): Instalment | Refusal {
  const id = textFact(act.facts, 'instalment');
  const found = file.data.instalments.find((one) => one.id === id);
  if (!found) return refuse('no-instalment', { instalment: id });
  return takesEntry(found.state, type) ? found : refuse('instalment-not-now', { instalment: id, state: found.state });
}

/** The secretariat makes out the payment, for the bank details in force. Facts: instalment, cents as looked at, carrier (the pole's now). Refuses `bank-details-missing`, `payment-changed`, `carrier-changed`. */
export function prepareInstalment(file: File, act: Act): Verdict {
  const one = instalmentFor(file, act, 'instalment-prepared');
  if ('refused' in one) return one;
  const { bank } = file.data;
  if (!bank) return refuse('bank-details-missing');
  if (ofAnother(bank, act)) return refuse('carrier-changed');
  if (act.facts['cents'] !== one.cents) return refuse('payment-changed', { instalment: one.id, cents: one.cents });
  return {
    entries: [{ type: 'instalment-prepared', facts: { instalment: one.id, cents: one.cents, bank: bank.n } }],
    notices: [toAuthority(file, 'financing.instalment-to-approve', `approve/${one.id}/${file.seq + 1}`, { facts: { amount: euros(one.cents) }, whileStatus: ['current', 'settling'] })],
  };
}

/** What was prepared is given back, with the reasons (content). */
export function returnInstalment(file: File, act: Act): Verdict {
  if (!act.content) return refuse('reasons-missing');
  const one = instalmentFor(file, act, 'preparation-returned');
  if ('refused' in one) return one;
  return {
    entries: [entry('preparation-returned', act, { instalment: one.id })],
    notices: [toOfficer(file, 'financing.preparation-returned', `returned/${one.id}/${file.seq + 1}`, { facts: { amount: euros(one.cents) } })],
  };
}

/** Somebody other than the preparer approves what was looked at. Facts: instalment, cents. Refuses `same-person`, `payment-changed`. */
export function approveInstalment(file: File, act: Act): Verdict {
  const one = instalmentFor(file, act, 'instalment-approved');
  if ('refused' in one) return one;
  if (actorOf(act.source) === one.preparedBy) return refuse('same-person');
  if (act.facts['cents'] !== one.cents) return refuse('payment-changed', { instalment: one.id, cents: one.cents });
  return { entries: [{ type: 'instalment-approved', facts: { instalment: one.id, cents: one.cents } }] };
}

/**
 * A run takes an approved instalment to the bank: once, whatever else runs at the same time. Facts: instalment, run, cents, bank (the number of the
 * details whose account the run's list has; absent in messages of an older build), by (who ordered the run), carrier. Refuses `payment-changed`, `carrier-changed`.
 */
export function exportInstalment(file: File, act: Act): Verdict {
  const one = instalmentFor(file, act, 'instalment-exported');
  if ('refused' in one) return one;
  const { cents, bank } = one;
  if (file.data.bank && ofAnother(file.data.bank, act)) return refuse('carrier-changed');
  if (act.facts['cents'] !== cents || isForOthers(file, one, act)) return refuse('payment-changed', { instalment: one.id, cents });
  return { entries: [{ type: 'instalment-exported', facts: { instalment: one.id, run: textFact(act.facts, 'run'), cents, bank: bank ?? 0, orderedBy: textFact(act.facts, 'by') } }] };
}

/** The bank has paid. Facts: instalment, on (the bank's day). Refuses `date-in-the-future`. */
export function recordExecution(file: File, act: Act): Verdict {
  const one = instalmentFor(file, act, 'instalment-executed');
  if ('refused' in one) return one;
  const on = textFact(act.facts, 'on') || act.on;
  if (on > act.on) return refuse('date-in-the-future', { to: on });
  const entries: DraftEntry[] = [entry('instalment-executed', act, { instalment: one.id, cents: one.cents, on })];
  return ending(file, act, entries, [toPole(file, 'financing.instalment-executed', `executed/${one.id}`, { facts: { amount: euros(one.cents), paidOn: on, last4: file.data.bank?.last4 ?? '', ...paymentFacts(file.data, one) } })]);
}

/** What was to be recovered of money that never came, or was waived, is neither owed nor paid again. */
function notOwed(file: File, { id, agreement, cents }: Instalment): DraftEntry[] {
  const entries: DraftEntry[] = [];
  let rest = cents;
  const gone = new Set<number>();
  const waits = (): boolean => file.data.recoveries.some((debt) => debt.state === 'demanded' && !gone.has(debt.n));
  const debts = file.data.recoveries.filter((debt) => debt.agreement === agreement);
  for (const { n, cents: owed, recovered, state } of shrinking.flatMap((states) => debts.filter((debt) => states.includes(debt.state)))) {
    const cut = Math.min(rest, owed - recovered);
    if (cut <= 0) continue;
    if (owed - cut <= recovered) gone.add(n);
    entries.push({ type: 'recovery-reduced', facts: { n, cents: owed - cut }, ...(state !== 'waived' && gone.has(n) && !waits() ? { disarm: ['recovery-due'] } : {}) });
    rest -= cut;
  }
  if (rest < cents) entries.push(rest > 0 ? { type: 'instalment-due', facts: { instalment: id, cents: rest } } : { type: 'instalment-cancelled', facts: { instalment: id } });
  return entries;
}

/** The bank has sent the money back; it may be prepared again. Facts: instalment, code (the bank's reason). */
export function recordRejection(file: File, act: Act): Verdict {
  const one = instalmentFor(file, act, 'instalment-rejected');
  if ('refused' in one) return one;
  const rest: Pick<Notice, 'facts'> = { facts: { amount: euros(one.cents), last4: file.data.bank?.last4 ?? '' } };
  const key = `rejected/${one.id}/${file.seq + 1}`;
  const entries = [entry('instalment-rejected', act, { instalment: one.id, cents: one.cents, code: textFact(act.facts, 'code') }), ...notOwed(file, one)];
  return {
    entries: ending(file, act, entries).entries,
    notices: [toPole(file, 'financing.instalment-rejected', key, rest), toOfficer(file, 'financing.instalment-rejected', key, rest)],
  };
}
