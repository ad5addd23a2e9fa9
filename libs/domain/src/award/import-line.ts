import { parseDate } from '../calendar/civil-date.js';
import type { CivilDate } from '../calendar/types.js';
import { checkRna } from '../identifiers/rna.js';
import { checkSiret } from '../identifiers/siret.js';

/** What an import says of one label: the columns of a CSV file, or the members of a JSON object. */
export const importColumns = [
  'number', 'startsOn', 'endsOn', 'decidedOn', 'pole', 'themes', 'territory', 'siret', 'rna', 'structure', 'structureType', 'mailbox', 'representative', 'representativeEmail', 'officerEmail',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The columns as a French spreadsheet calls them, without accents or capitals. */
const french: Readonly<Record<string, ImportColumn>> = {
  'numero': 'number', 'debut': 'startsOn', 'fin': 'endsOn', 'decision': 'decidedOn', 'pole': 'pole', 'themes': 'themes', 'territoire': 'territory', 'siret': 'siret', 'rna': 'rna',
  'structure': 'structure', 'type': 'structureType', 'boite': 'mailbox', 'representant': 'representative', 'courriel du representant': 'representativeEmail', 'courriel de l\'agent': 'officerEmail',
};

/** The column that a title names, in either language; undefined for a title that names none. */
export function importColumnOf(title: string): ImportColumn | undefined {
  const said = bare(title);
  return importColumns.find((column) => bare(column) === said) ?? (Object.hasOwn(french, said) ? french[said] : undefined);
}

/** Words as they are compared: no capitals, accents, or typographic apostrophes, single spaces. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Columns that a line may leave empty; a label without a date of decision is taken to be decided on its first day. */
export const optionalColumns: readonly ImportColumn[] = ['decidedOn', 'rna', 'mailbox', 'representative', 'representativeEmail', 'officerEmail'];

/** One label as it is imported: checked, its numbers bare. */
export interface ImportedLabel {
  readonly number: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly pole: { readonly name: string; readonly themes: readonly string[]; readonly territory: string; readonly mailbox: string | null };
  readonly structure: { readonly siret: string; readonly rna: string | null; readonly name: string; readonly type: string };
  readonly representative: { readonly name: string; readonly email: string } | null;
  readonly officerEmail: string | null;
}

/** Why a line does not do: the column, a stable code, and what its sentence needs. */
export interface LineFault {
  readonly column: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One entry of a scheme's list: a line names it by its code, or by its label in either language. */
interface Listed {
  readonly code: string;
  readonly label?: { readonly fr: string; readonly en: string };
}

/** The lists of a scheme that a line chooses from. */
interface CodesOf {
  readonly themes: readonly Listed[];
  readonly structureTypes: readonly Listed[];
}

export type CheckedLine = { readonly ok: true; readonly label: ImportedLabel } | { readonly ok: false; readonly faults: readonly LineFault[] };

const longest = 300;

/** Checks one line by itself; whether its number is free is for the whole import to say. @param today civil day in the scheme's zone */
export function checkLine(scheme: CodesOf, fields: Readonly<Record<string, unknown>>, today: CivilDate): CheckedLine {
  const faults: LineFault[] = [];
  const fault = (column: string, code: string, params: LineFault['params'] = {}): null => {
    faults.push({ column, code, params });
    return null;
  };
  const text = (column: ImportColumn): string => {
    const value = fields[column];
    const said = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (said === '' && !optionalColumns.includes(column)) fault(column, 'missing');
    if (said.length > longest) fault(column, 'text-length', { min: 1, max: longest });
    return said;
  };
  const day = (column: ImportColumn): CivilDate => {
    const said = text(column).replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
    if (said !== '' && !isDay(said)) fault(column, 'date');
    return said;
  };
  const choice = (column: ImportColumn, said: readonly string[], known: readonly Listed[]): string[] => {
    const found = said.map((one) => (one === '' ? '' : codeOf(one, known)));
    if (found.includes(undefined)) fault(column, 'choice', { choices: known.map(({ code, label }) => (label ? `${code} (${label.fr})` : code)).join(', ') });
    return [...new Set(found.filter((one) => one !== undefined))];
  };
  const address = (column: ImportColumn): string | null => {
    const said = text(column).toLowerCase();
    if (said === '') return null;
    return /^[^\s@"]+@[^\s@"]+\.[^\s@"]+$/.test(said) && said.length <= 254 ? said : fault(column, 'email');
  };
  for (const column of Object.keys(fields)) if (!(importColumns as readonly string[]).includes(column)) fault(column, 'unknown-field');
  const number = text('number').toUpperCase();
  if (number !== '' && !/^[A-Z0-9][A-Z0-9-]{2,39}$/.test(number)) fault('number', 'pattern', { example: 'PI-2026-0001' });
  const [startsOn, endsOn, decided] = [day('startsOn'), day('endsOn'), day('decidedOn')];
  if (isDay(startsOn) && isDay(endsOn) && endsOn < startsOn) fault('endsOn', 'dates-reversed');
  else if (isDay(endsOn) && endsOn < today) fault('endsOn', 'label-ended-already');
  const named = themesIn(fields['themes']);
  if (named.length === 0) fault('themes', 'missing');
  const themes = choice('themes', named, scheme.themes);
  const [type = ''] = choice('structureType', [text('structureType')], scheme.structureTypes);
  const pole = { name: text('pole'), themes, territory: text('territory'), mailbox: address('mailbox') };
  const siret = checkSiret(text('siret'));
  if (!siret.ok && fields['siret']) fault('siret', siret.code);
  const said = text('rna');
  const rna = said === '' ? null : checkRna(said);
  if (rna && !rna.ok) fault('rna', rna.code);
  const structure = { siret: siret.ok ? siret.value : '', rna: rna?.ok ? rna.value : null, name: text('structure'), type };
  const name = text('representative');
  const email = address('representativeEmail');
  if (name !== '' && email === null && !fields['representativeEmail']) fault('representativeEmail', 'missing');
  const officerEmail = address('officerEmail');
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, label: { number, startsOn, endsOn, decidedOn: decided === '' ? startsOn : decided, pole, structure, representative: email === null ? null : { name: name === '' ? email : name, email }, officerEmail } };
}

/** The number that a line gives, as numbers are compared, whatever else is wrong with the line; empty for none. */
export function numberIn(fields: Readonly<Record<string, unknown>>): string {
  const { number } = fields;
  return typeof number === 'string' || typeof number === 'number' ? String(number).trim().toUpperCase() : '';
}

function codeOf(said: string, known: readonly Listed[]): string | undefined {
  return known.find(({ code, label }) => code === said || (label && [label.fr, label.en].some((name) => bare(name) === bare(said))))?.code;
}

/** Several themes are parted by a vertical bar, or are a list. */
function themesIn(value: unknown): string[] {
  const all = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split('|') : [];
  return [...new Set(all.map((one) => one.trim()).filter((one) => one !== ''))].slice(0, 20);
}

function isDay(said: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(said)) return false;
  try {
    parseDate(said);
    return true;
  } catch {
    return false;
  }
}
