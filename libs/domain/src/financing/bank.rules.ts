import type { Act } from '../procedure/act.js';
import { entry, refuse, type Verdict } from '../procedure/decision.js';
import { optionalText, textFact } from '../procedure/facts.js';
import { actorOf } from './financing.data.js';
import { toOfficer, toOldContacts, toPole } from './financing.notices.js';
import type { File } from './settlement.js';

/**
 * The pole gives its bank details: IBAN, holder and document are content, which the API has checked. Facts: last4, structure (the pole's carrier now), holderDiffers (the account is in neither's name). What was proposed before and is
 * not confirmed is replaced. The contacts that are known hear of it at once.
 */
export function proposeBankDetails(file: File, act: Act): Verdict {
  if (!act.content) return refuse('bank-details-missing');
  const n = file.data.bankCount + 1;
  const last4 = textFact(act.facts, 'last4');
  const structure = optionalText(act.facts, 'structure');
  const rest = { facts: { last4 } };
  const differs = act.facts['holderDiffers'] === true;
  const warned = { facts: { last4, ...(differs ? { otherHolder: last4 } : {}) } };
  return {
    entries: [entry('bank-details-proposed', act, { n, last4, ...(structure === null ? {} : { structure }), ...(differs ? { holderDiffers: true } : {}) })],
    notices: [...toOldContacts(file, 'financing.bank-details-proposed', `bank/${n}/proposed`, rest), toOfficer(file, 'financing.bank-details-to-check', `bank/${n}/proposed`, warned)],
  };
}

/** The secretariat has called a contact that it knew before, and notes whom and what was said (content). Facts: n. Refuses `no-bank-details`, `call-back-missing`, `same-person` for who proposed or entered the account. */
export function noteCallBack(file: File, act: Act): Verdict {
  const { pendingBank } = file.data;
  if (!pendingBank || act.facts['n'] !== pendingBank.n) return refuse('no-bank-details');
  if (!act.content) return refuse('call-back-missing');
  if (actorOf(act.source) === pendingBank.proposedBy) return refuse('same-person');
  return { entries: [entry('call-back-noted', act, { n: pendingBank.n })] };
}

/**
 * A second person confirms; what was prepared for the details before goes back to be prepared anew. Facts: n, holderDiffers (seen and accepted).
 * Refuses `no-bank-details`, `call-back-missing`, `same-person` for who called back, or proposed, `bank-holder-differs` while that is not acknowledged.
 */
export function confirmBankDetails(file: File, act: Act): Verdict {
  const { pendingBank, instalments } = file.data;
  if (!pendingBank || act.facts['n'] !== pendingBank.n) return refuse('no-bank-details');
  const { n, last4, calledBackOn, calledBackBy, proposedBy, holderDiffers } = pendingBank;
  if (calledBackOn === null) return refuse('call-back-missing');
  if ([calledBackBy, proposedBy].includes(actorOf(act.source))) return refuse('same-person');
  if (holderDiffers && act.facts['holderDiffers'] !== true) return refuse('bank-holder-differs', { last4 });
  const underWay = instalments.filter(({ state }) => state === 'prepared' || state === 'approved');
  return {
    entries: [{ type: 'bank-details-confirmed', facts: { n, ...(holderDiffers ? { holderDiffers } : {}) } }, ...underWay.map(({ id }) => ({ type: 'preparation-returned', facts: { instalment: id } }))],
    notices: toOldContacts(file, 'financing.bank-details-confirmed', `bank/${n}/confirmed`, { facts: { last4 } }),
  };
}

/** The proposed details are not taken, with the reasons (content); those in force stay. Facts: n. */
export function refuseBankDetails(file: File, act: Act): Verdict {
  const { pendingBank } = file.data;
  if (!pendingBank || act.facts['n'] !== pendingBank.n) return refuse('no-bank-details');
  if (!act.content) return refuse('reasons-missing');
  return {
    entries: [entry('bank-details-refused', act, { n: pendingBank.n })],
    notices: [toPole(file, 'financing.bank-details-refused', `bank/${pendingBank.n}/refused`, { facts: { last4: pendingBank.last4 } })],
  };
}
