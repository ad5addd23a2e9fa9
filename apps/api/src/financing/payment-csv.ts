import { stringify } from 'csv-stringify/sync';
import type { OrderRow, PaymentRunRow } from '../../../../libs/persistence/src/financing/payment-run.queries.js';

const columns = ['Lot', 'Ligne', 'Label', 'Pôle', 'Structure', 'SIREN', 'Versement', 'IBAN', 'BIC', 'Titulaire', 'Montant (EUR)', 'Montant (centimes)', 'Référence', 'Réponse de la banque'];

/** What the accountant's software and the bank know a payment by: run, label and instalment, 35 characters at most (ISO 20022, end-to-end identification). */
function referenceOf(run: number, { label, instalment }: OrderRow): string {
  return `EST${run}/${label ?? ''}/${instalment}`.slice(0, 35);
}

/**
 * A run as the accountant's software reads it: semicolons, UTF-8 with its mark, one line a payment, then the control line with the number of payments
 * and their total. An instalment is called as its scheme calls it (`nameOf`), with the first year of its agreement. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function runAsCsv({ number }: Pick<PaymentRunRow, 'number'>, orders: readonly OrderRow[], nameOf: (order: OrderRow) => string): string {
  const rows = orders.map((order, at) => [
    number, at + 1, order.label ?? '', order.pole, order.structure ?? '', order.siren ?? '', order.year === null ? nameOf(order) : `${nameOf(order)} ${order.year}`, order.iban ?? '', order.bic ?? '', order.holder ?? '', euros(order.cents), order.cents, referenceOf(number, order), answerOf(order),
  ]);
  const total = orders.reduce((sum, { cents }) => sum + cents, 0);
  const control = [number, `TOTAL (${orders.length})`, '', '', '', '', '', '', '', '', euros(total), total, '', orders.some((order) => answerOf(order) !== '') ? 'LOT DÉJÀ TRAITÉ : NE PAS TRANSMETTRE' : ''];
  return stringify([columns, ...rows, control], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true });
}

/** Empty on the list that goes to the bank; a list taken down again later says what became of each payment, lest it be paid twice. */
function answerOf({ state, code }: OrderRow): string {
  return state === 'executed' ? 'exécuté' : state === 'rejected' ? `rejeté ${code ?? ''}`.trim() : '';
}

/** Two decimals with a comma, no grouping: what French software reads as a number. */
function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}
