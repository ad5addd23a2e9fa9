import type { CivilDate } from '../calendar/types.js';
import type { By } from '../procedure/role.js';
import type { AwardData } from './award.data.js';
import type { AwardStatus } from './award.status.js';

/** What an award is made of, in its order. Steps that a scheme leaves out are not shown. */
export const sagaSteps = [
  'decision', 'number', 'contract-signature', 'contract-countersignature', 'register', 'certificate', 'credential', 'announcement', 'monitoring', 'renewal', 'financing', 'first-instalment',
] as const;
export type SagaStep = (typeof sagaSteps)[number];

export const sagaProblems = [
  'act-not-taken', 'contract-lapsed', 'message-undelivered', 'message-refused', 'not-told', 'mail-delayed', 'mail-failed', 'nobody-to-tell', 'rejected-by-bank', 'frozen',
] as const;
export type SagaProblem = (typeof sagaProblems)[number];

/** One step of an award: done, waiting for somebody, or stuck, and then who must do what. */
export interface Step {
  readonly step: SagaStep;
  readonly state: 'done' | 'waiting' | 'stuck';
  /** Who must act, or did; `procedure` where it goes on by itself. */
  readonly who: By;
  /** Done on, or to be done by. */
  readonly on: CivilDate | null;
  readonly problem: SagaProblem | null;
}

/** How the begin message to another procedure fares. `none`: not sent (yet). */
export type Delivery = 'none' | 'on-its-way' | 'undelivered' | 'refused' | 'done';

/** What the steps are read from: the label's journal, what was received and not answered, messages, mails, and the procedures that it began. */
export interface SagaFacts {
  readonly status: AwardStatus;
  readonly data: AwardData;
  /** The contract's last day while it is awaited. */
  readonly contractDue: CivilDate | null;
  readonly asks: { readonly contract: boolean; readonly monitoring: boolean; readonly financing: boolean };
  /** Acts of people without outcome: `late` ones were tried more than once. */
  readonly received: readonly { readonly act: string; readonly late: boolean }[];
  readonly begun: { readonly monitoring: Delivery; readonly renewal: Delivery; readonly financing: Delivery };
  /** The signed credential has its place in the status lists. */
  readonly credential: boolean;
  /** State of the first instalment; null while there is none. */
  readonly firstInstalment: string | null;
  /** The bank's day, once it has paid that. */
  readonly firstPaidOn: CivilDate | null;
  /** How far the account is that it would be paid to. */
  readonly bank: 'none' | 'proposed' | 'in-force';
  /** Mails that tell of the label in force, by how they fare. */
  readonly mail: { readonly sent: number; readonly waiting: number; readonly late: number; readonly failed: number };
}

/** The steps of an award as they stand. Pure: the same rows give the same answer. */
export function sagaOf(facts: SagaFacts): Step[] {
  const { data, asks } = facts;
  return [
    step('decision', { state: 'done', who: 'authority', on: data.decidedOn }),
    step('number', { state: 'done', who: 'procedure', on: data.decidedOn }),
    ...(asks.contract ? [signature(facts, 'pole'), signature(facts, 'authority')] : []),
    ...afterwards(facts),
  ];
}

/** Whether something holds the award up that does not go on by itself. */
export function isStuck(steps: readonly Step[]): boolean {
  return steps.some(({ state }) => state === 'stuck');
}

function step(name: SagaStep, rest: Pick<Step, 'state' | 'who'> & Partial<Step>): Step {
  return { on: null, problem: null, ...rest, step: name };
}

function signature({ status, data, contractDue, received }: SagaFacts, party: 'pole' | 'authority'): Step {
  const [name, act, who, on] = party === 'pole'
    ? (['contract-signature', 'signContract', 'applicant', data.signedOn] as const)
    : (['contract-countersignature', 'countersignContract', 'authority', data.countersignedOn] as const);
  if (on !== null) return step(name, { state: 'done', who, on });
  // Only a proof that it was signed in time brings it back, and the secretariat enters that.
  if (status === 'lapsed') return step(name, { state: 'stuck', who: 'secretariat', on: data.lapsedOn, problem: 'contract-lapsed' });
  const pending = received.filter((one) => one.act === act);
  if (pending.some(({ late }) => late)) return step(name, { state: 'stuck', who: 'operator', on: contractDue, problem: 'act-not-taken' });
  return step(name, { state: 'waiting', who: pending.length > 0 ? 'procedure' : who, on: contractDue });
}

/** What follows by itself once the label is in force, and never before. */
function afterwards(facts: SagaFacts): Step[] {
  const { data, asks, begun } = facts;
  const on = data.activatedOn;
  const inForce = on !== null;
  const shown = (name: SagaStep): Step => step(name, inForce ? { state: 'done', who: 'procedure', on } : { state: 'waiting', who: 'procedure' });
  return [
    // Both are read from the label's own record: they can't lag behind it.
    shown('register'),
    shown('certificate'),
    credential(facts),
    announcement(facts),
    ...(asks.monitoring ? [beginning('monitoring', begun.monitoring, on)] : []),
    beginning('renewal', begun.renewal, on),
    ...(asks.financing ? [beginning('financing', begun.financing, on), firstInstalment(facts)] : []),
  ];
}

function beginning(name: 'monitoring' | 'renewal' | 'financing', delivery: Delivery, on: CivilDate | null): Step {
  switch (delivery) {
    case 'done':
      return step(name, { state: 'done', who: 'procedure', on });
    case 'undelivered':
      return step(name, { state: 'stuck', who: 'operator', problem: 'message-undelivered' });
    case 'refused':
      return step(name, { state: 'stuck', who: 'operator', problem: 'message-refused' });
    case 'none':
      // In force, and nobody was told to begin: a fault of the program, never to be passed over.
      return on === null ? step(name, { state: 'waiting', who: 'procedure' }) : step(name, { state: 'stuck', who: 'operator', problem: 'not-told' });
    case 'on-its-way':
      return step(name, { state: 'waiting', who: 'procedure' });
  }
}

/** Given in the transaction that brings the label into force; anything else is a fault of the program. */
function credential({ data: { activatedOn: on }, credential: given }: SagaFacts): Step {
  if (on === null) return step('credential', { state: 'waiting', who: 'procedure' });
  return given ? step('credential', { state: 'done', who: 'procedure', on }) : step('credential', { state: 'stuck', who: 'operator', problem: 'not-told' });
}

function announcement({ data: { activatedOn }, mail }: SagaFacts): Step {
  const name = 'announcement';
  if (activatedOn === null) return step(name, { state: 'waiting', who: 'procedure' });
  if (mail.failed > 0) return step(name, { state: 'stuck', who: 'secretariat', problem: 'mail-failed' });
  if (mail.late > 0) return step(name, { state: 'stuck', who: 'operator', problem: 'mail-delayed' });
  if (mail.waiting > 0) return step(name, { state: 'waiting', who: 'procedure' });
  return mail.sent > 0 ? step(name, { state: 'done', who: 'procedure', on: activatedOn }) : step(name, { state: 'stuck', who: 'secretariat', problem: 'nobody-to-tell' });
}

/** Who has the next hand in a payment. */
const payers: Readonly<Record<string, By>> = { foreseen: 'procedure', due: 'secretariat', prepared: 'authority', approved: 'secretariat', exported: 'secretariat' };

function firstInstalment({ firstInstalment: state, firstPaidOn: on, bank }: SagaFacts): Step {
  const name = 'first-instalment';
  if (state === 'executed') return step(name, { state: 'done', who: 'secretariat', on });
  if (state === 'rejected') return step(name, { state: 'stuck', who: 'secretariat', problem: 'rejected-by-bank' });
  if (state === 'frozen') return step(name, { state: 'stuck', who: 'authority', problem: 'frozen' });
  // Nothing can be prepared before there is an account: the pole gives one, then the secretariat checks it.
  if (state === 'due' && bank !== 'in-force') return step(name, { state: 'waiting', who: bank === 'none' ? 'applicant' : 'secretariat' });
  return step(name, { state: 'waiting', who: payers[state ?? 'foreseen'] ?? 'secretariat' });
}
