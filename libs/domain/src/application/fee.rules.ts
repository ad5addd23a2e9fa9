import type { Act } from '../procedure/act.js';
import { dueOf } from '../procedure/deadline.js';
import { type DraftEntry, entry, type Refusal, refuse, type Verdict } from '../procedure/decision.js';
import { enteredOn, optionalText, textFact } from '../procedure/facts.js';
import type { Terms } from '../scheme/terms.js';
import { feeInTime } from './application.evolve.js';
import { tellOfficer, tellPole, tellPoleSignificantly, type ApplicationFile } from './application.notices.js';
import { endOpenAppeal } from './appeals.js';
import { toRenewal } from './messages.js';
import { inadmissible, review } from './receipt.rules.js';
import { impliedDecision, impliedOn } from './silence.rules.js';

type ApplicationTerms = Terms['application'];

/**
 * The secretariat has the fee. Facts {amount: code of the scheme, paidOn}; the reference of the payment is content. One that was paid by the
 * limit and recorded after it undoes the inadmissibility. Refuses `no-fee`, `fee-settled`, `fee-unknown`, `date-in-the-future`,
 * `fee-not-awaited` (inadmissible for another reason), `fee-late`.
 */
export function recordFee(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const fault = unfit(file, terms);
  if (fault) return fault;
  const code = textFact(act.facts, 'amount');
  const known = terms.fee?.amounts.find((amount) => amount.code === code);
  if (!known) return refuse('fee-unknown', { amount: code, known: (terms.fee?.amounts ?? []).map((amount) => amount.code).join(', ') });
  const paidOn = optionalText(act.facts, 'paidOn') ?? act.on;
  if (paidOn > act.on) return refuse('date-in-the-future', { to: paidOn });
  const paid: DraftEntry = { ...entry('fee-paid', act, { amount: code, cents: known.cents, paidOn }), disarm: ['fee-due'] };
  if (file.status === 'inadmissible') return paidInTime(file, act, paid, terms);
  return { entries: [paid], notices: [tellPole(file, 'fee-received', { facts: { paidOn } })] };
}

/** Nothing is owed. Facts {ground: code of the scheme}; why is content. Refuses `no-fee`, `fee-settled`, `exemption-unknown`. */
export function exemptFromFee(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const fault = unfit(file, terms);
  if (fault) return fault;
  const ground = textFact(act.facts, 'ground');
  const known = terms.fee?.exemptions ?? [];
  if (!known.includes(ground)) return refuse('exemption-unknown', { ground, known: known.join(', ') });
  return { entries: [{ ...entry('fee-exempted', act, { ground, on: act.on }), disarm: ['fee-due'] }], notices: [tellPole(file, 'fee-exempted')] };
}

/** The fee never came: inadmissible, for that reason. */
export function feeUnpaid(file: ApplicationFile, act: Act, terms: ApplicationTerms): Verdict {
  const facts = { feeDueOn: dueOf(file.deadlines, 'fee-due')?.on ?? act.on };
  return inadmissible(file, { type: 'declared-inadmissible', facts: { cause: 'fee-unpaid' } }, act.on, terms, facts);
}

function unfit({ data }: ApplicationFile, { fee }: ApplicationTerms): Refusal | undefined {
  if (!fee) return refuse('no-fee');
  return data.fee ? refuse('fee-settled', { on: data.fee.on }) : undefined;
}

function paidInTime(file: ApplicationFile, act: Act, paid: DraftEntry, terms: ApplicationTerms): Verdict {
  const { inadmissible: declared } = file.data;
  const paidOn = textFact(paid.facts, 'paidOn');
  if (declared?.cause !== 'fee-unpaid') return refuse('fee-not-awaited');
  if (paidOn > declared.on) return refuse('fee-late', { limitOn: declared.on });
  const { silence } = feeInTime(file.data, enteredOn(act));
  return {
    entries: [paid, {
      type: 'reopened-in-time', facts: { kind: 'fee-due', limitOn: declared.on, enteredOn: enteredOn(act) },
      arm: [review(act, terms), ...(silence.elapsedOn === null ? [impliedDecision(impliedOn(file.data, silence), terms)] : [])],
    }],
    notices: [
      tellPoleSignificantly(file, 'fee-in-time', { facts: { paidOn }, dates: { impliedDecisionOn: 'implied-decision' } }),
      tellOfficer(file, 'review-due', ['submitted'], { dates: { dueOn: 'review-due' } }),
    ],
    messages: [...toRenewal(file.subject, file.data.renews, 'applicationSubmitted', { receivedOn: file.data.receivedOn }, file.seq + 1), ...endOpenAppeal(file, 'application-reopened')],
  };
}
