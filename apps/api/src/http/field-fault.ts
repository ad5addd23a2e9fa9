import { fill, type Params } from './fill.js';
import { faultsEn } from './faults.en.js';
import { faultsFr } from './faults.fr.js';
import type { Locale } from './locale.js';

export type FaultCode = keyof typeof faultsFr;

/** What a field decorator says of a value that breaks one of its rules, kept as that rule's context. */
export interface Said { readonly code: FaultCode; readonly params: Params }

/** One field that was refused: a JSON pointer into the body or the query (`?name` for a query read by hand), a stable code, and what to do, in either language. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly say: (locale: Locale) => string;
}

/** A fault whose sentence is in the catalogue. */
export function faultAt(pointer: string, code: FaultCode, params: Params = {}): FieldFault {
  return { pointer, code, say: (locale) => fill((locale === 'en' ? faultsEn : faultsFr)[code], params) };
}

/** A name as part of a JSON pointer (RFC 6901), cut to 80 characters: an answer repeats no more of what was sent. */
export function pointerToken(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1').slice(0, 80);
}
