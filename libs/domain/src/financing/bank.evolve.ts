import { optionalText, textFact } from '../procedure/facts.js';
import { actorOf, type BankDetails, type FinancingData, type Folded } from './financing.data.js';

/** Folds what is proposed, called back, confirmed or refused of a pole's bank details. The account itself is content. */
export function evolveBank(data: FinancingData, { type, facts, on, content, source }: Folded): FinancingData {
  const pending = data.pendingBank;
  switch (type) {
    case 'bank-details-proposed':
      return { ...data, bankCount: data.bankCount + 1, pendingBank: proposed() };
    case 'call-back-noted':
      return pending ? { ...data, pendingBank: { ...pending, calledBackOn: on, calledBackBy: actorOf(source) } } : data;
    case 'bank-details-confirmed':
      return pending ? { ...data, bank: { ...pending, confirmedOn: on, confirmedBy: actorOf(source) }, pendingBank: null } : data;
    case 'bank-details-refused':
      return { ...data, pendingBank: null };
    default:
      return data;
  }

  function proposed(): BankDetails {
    return {
      n: Number(facts['n']), last4: textFact(facts, 'last4'), structure: optionalText(facts, 'structure'), content: content?.id ?? '', ...(facts['holderDiffers'] === true ? { holderDiffers: true } : {}), proposedBy: actorOf(source), proposedOn: on,
      calledBackOn: null, calledBackBy: null, confirmedOn: null, confirmedBy: null,
    };
  }
}
