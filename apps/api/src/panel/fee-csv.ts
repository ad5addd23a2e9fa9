import { stringify } from 'csv-stringify/sync';
import type { FeeDto, FeeExportDto } from './fee.dto.js';

const columns = ['Expertise', 'Expert', 'Forfait (centimes)', 'Déplacement (centimes)', 'Total (centimes)', 'Motif du déplacement'];

/**
 * An export as a spreadsheet reads it in France: semicolons, UTF-8 with its mark, one line a fee, then the control total.
 * A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function feesAsCsv({ lines, totalCents }: Pick<FeeExportDto, 'lines' | 'totalCents'>, fees: readonly FeeDto[]): string {
  const rows = fees.map(({ appraisal, expert, feeCents, travelCents, totalCents: total, travelPurpose }) => [appraisal, expert.name, feeCents, travelCents, total, travelPurpose ?? '']);
  return stringify([columns, ...rows, [`TOTAL (${lines})`, '', '', '', totalCents, '']], { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true });
}
