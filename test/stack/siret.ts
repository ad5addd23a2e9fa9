/** A SIRET that nobody has twice: the `n`th number of a made-up legal person, with the check digits that it needs. */
export function siretOf(n: number): string {
  const siren = checked(String(80_000_000 + n));
  return checked(`${siren}0001`);
}

/** The digits with the one that makes their Luhn sum a multiple of ten. */
function checked(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
