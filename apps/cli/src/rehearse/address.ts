/** The part of a subject's id that addresses show. */
export function key(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1).replace('/', '-');
}
