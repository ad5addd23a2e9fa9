/**
 * A key of ours for an act that the API takes by itself, or for one of many that a request asks for. It holds a space, which no
 * `Idempotency-Key` may (`idempotency-key.ts`): nobody can use it up beforehand.
 */
export function ownKey(...parts: readonly string[]): string {
  return `own ${parts.join('/')}`;
}
