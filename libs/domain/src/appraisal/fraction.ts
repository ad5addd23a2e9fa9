/** An exact number: whole numerator and denominator, in lowest terms, the denominator positive. Plain JSON, so a fact of the journal. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/** @throws RangeError when the denominator is 0 or the parts, in lowest terms, are more than a number holds exactly */
export function fraction(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  let [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('A fraction has no denominator of 0.');
  if (d < 0n) [n, d] = [-n, -d];
  const common = gcd(n < 0n ? -n : n, d);
  const [whole, parts] = [Number(n / common), Number(d / common)];
  if (!Number.isSafeInteger(whole) || !Number.isSafeInteger(parts)) throw new RangeError(`Too long a fraction: ${n}/${d}`);
  return { numerator: whole, denominator: parts };
}

export const zero: Fraction = { numerator: 0, denominator: 1 };

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(big(a.numerator) * big(b.denominator) + big(b.numerator) * big(a.denominator), big(a.denominator) * big(b.denominator));
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(big(a.numerator) * big(b.numerator), big(a.denominator) * big(b.denominator));
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. Nothing is rounded. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [big(a.numerator) * big(b.denominator), big(b.numerator) * big(a.denominator)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The exact mean; of nothing, zero. */
export function mean(list: readonly Fraction[]): Fraction {
  return list.length === 0 ? zero : times(list.reduce(plus, zero), fraction(1, list.length));
}

/** A figure as a scheme writes it, e.g. `2.5`, without the error of binary decimals. */
export function ofDecimal(figure: number): Fraction {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(figure)) ?? [];
  return fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** To whole hundredths, half up: for showing and for sorting out old files, never for deciding. Not negative. */
export function inHundredths({ numerator, denominator }: Fraction): number {
  return Number((big(numerator) * 200n + big(denominator)) / (big(denominator) * 2n));
}

function big(n: number): bigint {
  return BigInt(n);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}
