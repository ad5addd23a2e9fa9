/** True for text that PostgreSQL can hold: no NUL character, no half of a surrogate pair. */
export function isStorableText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);
}

/** True for text of one line without marks that are not seen: no control characters (line ends, tabs) and no format characters (direction, zero width). */
export function isOneLine(value: unknown): value is string {
  return isStorableText(value) && !/[\p{Cc}\p{Cf}]/u.test(value);
}

/** True for plain JSON (an object at the top) that jsonb can hold, at most 12 levels deep. */
export function isStorableMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isStorable(value, 12);
}

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner, depth - 1));
}
