/** The digit that makes a number pass Luhn's check. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A SIRET that is well formed and belongs to nobody that we know of; another one for each number. */
export function siretOf(no: number): string {
  const eight = String(98_000_000 + no);
  const thirteen = `${eight}${luhnDigit(eight)}0001`;
  return `${thirteen}${luhnDigit(thirteen)}`;
}

/** A well-formed number of the register of associations. */
export function rnaOf(no: number): string {
  return `W999${String(no).padStart(6, '0')}`;
}
