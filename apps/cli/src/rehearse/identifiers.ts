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

/** A French account number that is well formed: the RIB's key, then the two digits of ISO 13616. */
export function ibanOf(no: number): string {
  const [bank, branch, account] = ['20041', '01005', String(no).padStart(11, '0')];
  const rib = `${bank}${branch}${account}${String(97 - ((89 * Number(bank) + 15 * Number(branch) + 3 * Number(account)) % 97)).padStart(2, '0')}`;
  return `FR${String(98n - (BigInt(`${rib}152700`) % 97n)).padStart(2, '0')}${rib}`;
}

/** Another site of the same legal person. */
export function otherSiteOf(siret: string): string {
  const thirteen = `${siret.slice(0, 9)}0002`;
  return `${thirteen}${luhnDigit(thirteen)}`;
}

/** A well-formed number of the register of associations. */
export function rnaOf(no: number): string {
  return `W999${String(no).padStart(6, '0')}`;
}
