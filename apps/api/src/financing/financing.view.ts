import type { BankDetails, FinancingData, Instalment, Recovery } from '../../../../libs/domain/src/financing/financing.data.js';
import { takesEntry } from '../../../../libs/domain/src/financing/instalment.table.js';
import { acceptedIn, paidUnder } from '../../../../libs/domain/src/financing/settlement.js';
import type { Role } from '../../../../libs/domain/src/procedure/role.js';
import type { WrittenEntry } from '../../../../libs/persistence/src/procedure/written.queries.js';
import type { AgreementDto, BankDetailsDto, FinancingSummaryDto, InstalmentDto, RecoveryDto, PaymentRemarkDto } from './financing.dto.js';

/** Who looks: what the table allows them, and who they are, since two people must act. */
export interface Looking {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** What the table allows in this status. */
  readonly allowed: readonly string[];
}

const staff: readonly Role[] = ['secretariat', 'authority', 'auditor', 'operator'];
const entryOf = {
  prepareInstalment: 'instalment-prepared', approveInstalment: 'instalment-approved', returnInstalment: 'preparation-returned', recordExecution: 'instalment-executed', recordRejection: 'instalment-rejected',
} as const;

/** What nobody does for a pole of their own, whatever their office: the money's two people, and the account's, are outside it. */
export const notForOwnPole: readonly string[] = ['prepareInstalment', 'approveInstalment', 'noteCallBack', 'confirmBankDetails', 'waiveRecovery'];

/** Reasons that the pole reads; what the staff write to each other is theirs. */
const toThePole = ['balance-computed', 'recovery-demanded', 'recovery-waived', 'recovery-recorded', 'bank-details-refused'];
const amongStaff = ['preparation-returned', 'instalment-rejected', 'call-back-noted'];

/** The entries whose texts the reader may see. The account itself is no remark. */
export function remarkTypes(roles: readonly Role[]): readonly string[] {
  return roles.some((role) => staff.includes(role)) ? [...toThePole, ...amongStaff] : toThePole;
}

export function remarksView(written: readonly WrittenEntry[]): PaymentRemarkDto[] {
  return written.flatMap(({ type, on, facts, body }) => {
    const text = (name: string): string | null => (typeof body?.[name] === 'string' ? body[name] : null);
    const about = facts['instalment'] ?? facts['agreement'] ?? facts['n'] ?? null;
    return body === null ? [] : [{ type, on, about: about === null ? null : String(about as string | number), text: text('reasons') ?? text('comment') ?? text('note') ?? text('reference'), contact: text('contact') }];
  });
}

export function totals({ agreements, instalments, recoveries }: FinancingData): Pick<FinancingSummaryDto, 'maximumCents' | 'paidCents' | 'dueCents' | 'owedCents'> {
  const sum = (...states: Instalment['state'][]): number => instalments.filter((one) => states.includes(one.state)).reduce((all, one) => all + one.cents, 0);
  return {
    maximumCents: agreements.reduce((all, one) => all + one.ceiling, 0), paidCents: sum('exported', 'executed'), dueCents: sum('due', 'prepared', 'approved', 'rejected'),
    owedCents: recoveries.filter(({ state }) => state !== 'waived').reduce((all, one) => all + one.cents - one.recovered, 0),
  };
}

export function agreementsView(data: FinancingData): AgreementDto[] {
  return data.agreements.map((one) => {
    const { n, from, to, maximum, ceiling, rate, periods, defaulted, unaccounted, balance, settledOn } = one;
    return { n, from, to, maximumCents: maximum, ceilingCents: ceiling, rate, periods, defaulted, unaccounted, acceptedCents: acceptedIn(one), paidCents: paidUnder(data, n), balanceCents: balance, settledOn };
  });
}

export function instalmentView(one: Instalment, data: FinancingData, { personId, roles, allowed }: Looking): InstalmentDto {
  const { id, agreement, code, gate, period, cents, state, dueOn, run, executedOn, rejection } = one;
  const isStaff = roles.some((role) => staff.includes(role));
  const may = Object.entries(entryOf).filter(([act, entry]) => allowed.includes(act) && takesEntry(state, entry)
    && !(act === 'approveInstalment' && one.preparedBy === personId) && !(act === 'prepareInstalment' && data.bank === null)).map(([act]) => act);
  return {
    id, agreement, code, when: gate, period, cents, state, dueOn, run, executedOn, rejection, preparedBy: isStaff ? one.preparedBy || null : null, approvedBy: isStaff ? one.approvedBy || null : null,
    allowedActions: may,
  };
}

const takenFrom: Readonly<Record<string, readonly Recovery['state'][]>> = { demandRecovery: ['found'], recordRecovery: ['demanded', 'overdue'], waiveRecovery: ['found', 'demanded', 'overdue'] };

export function recoveryView({ n, agreement, cents, recovered, cause, state, demandedOn, dueOn }: Recovery, { allowed }: Looking): RecoveryDto {
  return { n, agreement, cents, recoveredCents: recovered, cause, state, demandedOn, dueOn, allowedActions: Object.keys(takenFrom).filter((act) => allowed.includes(act) && takenFrom[act]?.includes(state)) };
}

export function bankView(details: BankDetails | null, pending: boolean, { personId, allowed }: Looking): BankDetailsDto | null {
  if (!details) return null;
  const { n, last4, proposedOn, calledBackOn, calledBackBy, proposedBy, confirmedOn, holderDiffers = false } = details;
  const may = !pending ? [] : [
    ...(proposedBy === personId ? [] : ['noteCallBack']), ...(calledBackOn !== null && ![calledBackBy, proposedBy].includes(personId) ? ['confirmBankDetails'] : []), 'refuseBankDetails',
  ].filter((act) => allowed.includes(act));
  return { n, last4, proposedOn, calledBackOn, confirmedOn, holderDiffers, allowedActions: may };
}
