import { checkSiret, sirenOf } from '../identifiers/siret.js';
import { addressKey, ownDomain, plainAddress } from './address.js';

/** A firm as somebody lists it; a column that is left out is empty. */
export interface TypedFirm {
  /** Where it stands in the file; 1 for a firm that is listed by itself. */
  readonly line: number;
  readonly name: string;
  readonly siret: string;
  readonly email: string;
  readonly language: string;
}

/** A firm that can be asked. */
export interface ListedFirm {
  readonly name: string;
  readonly siret: string | null;
  readonly email: string;
  readonly emailKey: string;
  readonly locale: 'fr' | 'en';
}

/** Why a line does not do: a stable code, and figures for the sentence. */
export interface FirmFault {
  readonly line: number;
  readonly code: FirmFaultCode;
  readonly params: { readonly [name: string]: string | number };
}

export const firmFaultCodes = [
  'name-missing', 'name-too-long', 'name-unfit', 'siret-format', 'siret-length', 'siret-checksum', 'email-missing', 'email-unfit', 'language-unknown',
  'firm-twice', 'firm-listed', 'own-address', 'own-siret', 'same-domain',
] as const;
export type FirmFaultCode = (typeof firmFaultCodes)[number];

/** What is known before the list is read. Addresses are keys, see `addressKey`. */
export interface Known {
  /** Those of the centre's people and its mailbox: who runs a survey does not answer it. */
  readonly own: { readonly addresses: readonly string[]; readonly domains: readonly string[]; readonly sirens: readonly string[] };
  readonly listed: readonly { readonly emailKey: string; readonly siret: string | null }[];
}

/** Addresses of one firm's own domain that a list may hold; more, and one firm would speak for many. */
export const mostOfOneDomain = 3;
const longestName = 150;

/** Reads a list of firms: all of them, or what is wrong with each line. */
export function readFirms(typed: readonly TypedFirm[], known: Known): { firms: ListedFirm[]; faults: FirmFault[] } {
  const seen = new Map<string, number>();
  const domains = new Map<string, number>();
  for (const { emailKey } of known.listed) count(domains, ownDomain(emailKey));
  const listed = new Set(known.listed.flatMap(({ emailKey, siret }) => [emailKey, ...(siret === null ? [] : [siret])]));
  const firms: ListedFirm[] = [];
  const faults: FirmFault[] = [];
  for (const one of typed) {
    const read = readFirm(one);
    const found = 'code' in read ? [read] : [...ownFaults(one.line, read, known), ...repeated(one.line, read, { seen, listed, domains })];
    if (found.length > 0) faults.push(...found);
    else if ('email' in read) firms.push(read);
  }
  return { firms, faults };
}

function readFirm({ line, name: typedName, siret: typedSiret, email: typedEmail, language }: TypedFirm): ListedFirm | FirmFault {
  const fault = (code: FirmFaultCode, params: FirmFault['params'] = {}): FirmFault => ({ line, code, params });
  const name = typedName.trim();
  if (name === '') return fault('name-missing');
  if (name.length > longestName) return fault('name-too-long', { max: longestName });
  if (!isName(name)) return fault('name-unfit');
  if (typedEmail.trim() === '') return fault('email-missing');
  const email = plainAddress(typedEmail);
  if (email === undefined) return fault('email-unfit');
  const siret = typedSiret.trim() === '' ? null : checkSiret(typedSiret);
  if (siret?.ok === false) return fault(siret.code);
  const locale = languages[language.trim().toLowerCase()];
  if (!locale) return fault('language-unknown');
  return { name, siret: siret?.value ?? null, email, emailKey: addressKey(email), locale };
}

const languages: { readonly [typed: string]: 'fr' | 'en' | undefined } = { '': 'fr', fr: 'fr', français: 'fr', francais: 'fr', french: 'fr', en: 'en', anglais: 'en', english: 'en' };

/** One line, without what a spreadsheet takes for a formula or a mail for a link. */
function isName(name: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(name) && !/^[=+\-@]/.test(name) && !/:\/\/|www\./i.test(name);
}

function ownFaults(line: number, { email, emailKey, siret }: ListedFirm, { own }: Known): FirmFault[] {
  const domain = ownDomain(email);
  if (own.addresses.includes(emailKey) || (domain !== undefined && own.domains.includes(domain))) return [{ line, code: 'own-address', params: {} }];
  return siret !== null && own.sirens.includes(sirenOf(siret)) ? [{ line, code: 'own-siret', params: {} }] : [];
}

/** Lines that were read before: by address key and SIRET, where they stand; by domain, how many. */
interface Before {
  readonly seen: Map<string, number>;
  readonly listed: ReadonlySet<string>;
  readonly domains: Map<string, number>;
}

function repeated(line: number, { emailKey, email, siret }: ListedFirm, { seen, listed, domains }: Before): FirmFault[] {
  const marks = [emailKey, ...(siret === null ? [] : [siret])];
  if (marks.some((mark) => listed.has(mark))) return [{ line, code: 'firm-listed', params: {} }];
  const first = marks.map((mark) => seen.get(mark)).find((at) => at !== undefined);
  if (first !== undefined) return [{ line, code: 'firm-twice', params: { first } }];
  for (const mark of marks) seen.set(mark, line);
  const domain = ownDomain(email);
  return count(domains, domain) > mostOfOneDomain ? [{ line, code: 'same-domain', params: { domain: domain ?? '', max: mostOfOneDomain } }] : [];
}

function count(domains: Map<string, number>, domain: string | undefined): number {
  if (domain === undefined) return 0;
  const now = (domains.get(domain) ?? 0) + 1;
  domains.set(domain, now);
  return now;
}
