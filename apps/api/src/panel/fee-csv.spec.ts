import { describe, expect, it } from '@jest/globals';
import { feesAsCsv } from './fee-csv.js';
import type { FeeDto } from './fee.dto.js';

const fee = (name: string, travelPurpose: string | null): FeeDto => ({ appraisal: 'a-1', expert: { id: 'e', name }, feeCents: 25_000, travelCents: 1_234, totalCents: 26_234, travelPurpose }) as FeeDto;

describe('fees as CSV', () => {
  it('have a line each and a control total', () => {
    expect(feesAsCsv({ lines: 1, totalCents: 26_234 }, [fee('Diane', 'Train ; retour')]).split('\r\n').slice(1)).toEqual(['a-1;Diane;25000;1234;26234;"Train ; retour"', 'TOTAL (1);;;;26234;', '']);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])('keep %j from being a formula', (text) => {
    const line = feesAsCsv({ lines: 1, totalCents: 0 }, [fee(text, text)]).split('\r\n').slice(1).join('\r\n');
    expect(line).toContain(`'${text}`);
  });
});
