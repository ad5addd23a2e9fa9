/** An amount as a mail says it in each language: cents in, `12 345,67 €` and `€12,345.67` out. Written without the machine's own formats, which change with its release. */
export function euros(cents: number): { readonly fr: string; readonly en: string } {
  const sign = cents < 0 ? '-' : '';
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const part = String(Math.abs(cents) % 100).padStart(2, '0');
  return { fr: `${sign}${grouped(whole, '\u202f')},${part}\u00a0€`, en: `${sign}€${grouped(whole, ',')}.${part}` };
}

function grouped(digits: string, by: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, by);
}
